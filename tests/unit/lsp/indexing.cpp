// Scans in the background: their order, their progress, what stops them.
#include "lsp/indexing.hpp"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "support/files.hpp"
#include "support/server_harness.hpp"

using namespace journey;
using lsp::json::value;
using test::Harness;

namespace {

/// A server whose workspace is a folder with some maps; nothing has run yet.
struct Scanning {
  explicit Scanning(int maps, std::string_view capabilities = "{}") {
    for (int i = 0; i < maps; ++i)
      folder.write("map" + std::to_string(i) + ".journey", "Journey: J" + std::to_string(i) + "\n");
    h.emplace(R"({"capabilities":)" + std::string(capabilities) +
              R"(,"workspaceFolders":[{"uri":")" + folder.uri() + R"(","name":"maps"}]})");
    h->notify("initialized", "{}");
    h->server.run();
  }
  std::size_t known() { return h->server.view()->files.size(); }
  std::vector<value> progress() const {
    std::vector<value> out;
    for (const value& m : h->sent)
      if (const value* method = m.as_object().if_contains("method");
          method && *method == "$/progress")
        out.push_back(m.at("params").at("value"));
    return out;
  }
  void answer(std::string_view method) {
    for (const value& m : h->sent) {
      const value* sent = m.as_object().if_contains("method");
      if (!sent || sent->as_string() != method) continue;
      h->take(serialize(value{{"jsonrpc", "2.0"}, {"id", m.at("id")}, {"result", nullptr}}));
    }
    h->server.run();
  }
  test::TemporaryFolder folder;
  std::optional<Harness> h;
};

}  // namespace

TEST_CASE("maps that nobody opened become known in the background", "[indexing]") {
  Scanning s(100);
  CHECK(s.h->server.indexing().busy());
  CHECK(s.known() == 0);
  s.h->runJobs();
  CHECK_FALSE(s.h->server.indexing().busy());
  CHECK(s.known() == 100);
  CHECK(s.progress().empty());  // it was quick
}

TEST_CASE("a folder that is removed while it is read leaves nothing behind", "[indexing]") {
  Scanning s(100);
  for (int i = 0; i < 4; ++i) s.h->step();
  CHECK(s.known() > 0);
  CHECK(s.known() < 100);
  s.h->notify("workspace/didChangeWorkspaceFolders", R"({"event":{"added":[],"removed":[{"uri":")" +
                                                         s.folder.uri() + R"(","name":"maps"}]}})");
  s.h->server.run();
  CHECK_FALSE(s.h->server.indexing().busy());
  s.h->runJobs();
  CHECK(s.known() == 0);
}

TEST_CASE("a scan that takes long shows how far it is", "[indexing]") {
  Scanning s(100, R"({"window":{"workDoneProgress":true}})");
  s.h->server.indexing().patience = std::chrono::milliseconds(0);
  for (int i = 0; i < 4; ++i) s.h->step();
  s.answer("window/workDoneProgress/create");
  s.h->runJobs();
  std::vector<value> told = s.progress();
  REQUIRE(told.size() >= 3);
  CHECK(told.front().at("kind") == "begin");
  CHECK(told.front().at("title").as_string().size() > 0);
  CHECK(told[1].at("kind") == "report");
  CHECK(told[told.size() - 2].at("percentage") == 100);
  CHECK(told.back().at("kind") == "end");
}

TEST_CASE("progress that the client refused is not shown", "[indexing]") {
  Scanning s(100, R"({"window":{"workDoneProgress":true}})");
  s.h->server.indexing().patience = std::chrono::milliseconds(0);
  s.h->runJobs();
  CHECK(s.progress().empty());
  CHECK(s.known() == 100);
}

TEST_CASE("what changes while a folder is read counts as it is then", "[indexing]") {
  Scanning s(3);
  s.h->step();  // the list of files
  s.h->step();
  REQUIRE(s.h->jobs.size() > 0);
  auto reading = std::move(s.h->jobs.front());
  s.h->jobs.pop_front();
  reading();  // map0 and map1 as they are now
  s.folder.write("map0.journey", "Journey: New\n");
  std::filesystem::remove(s.folder.path() / "map1.journey");
  s.h->notify("workspace/didChangeWatchedFiles",
              R"({"changes":[{"uri":")" + s.folder.uri() + R"(/map0.journey","type":2},{"uri":")" +
                  s.folder.uri() + R"(/map1.journey","type":3}]})");
  s.h->server.run();
  s.h->runJobs();
  CHECK(s.known() == 2);
  CHECK(s.h->server.view()->find(s.folder.uri() + "/map0.journey")->facts->names.front().text ==
        "New");
}

TEST_CASE("what ignore files name stays unknown, now and when it changes", "[indexing]") {
  Scanning s(2);
  s.folder.write(".gitignore", "old/\n");
  s.folder.write("old/a.journey", "Journey: Old\n");
  s.h->runJobs();
  CHECK(s.known() == 2);
  auto changed = [&](std::string_view name) {
    s.h->notify(
        "workspace/didChangeWatchedFiles",
        R"({"changes":[{"uri":")" + s.folder.uri() + '/' + std::string(name) + R"(","type":2}]})");
    s.h->server.run();
    s.h->runJobs();
    return s.known();
  };
  CHECK(changed("old/a.journey") == 2);
  s.folder.write(".gitignore", "/map0.journey\n");
  CHECK(changed(".gitignore") == 2);  // without map0, with the old one
  CHECK(s.h->server.view()->find(s.folder.uri() + "/old/a.journey"));
  CHECK_FALSE(s.h->server.view()->find(s.folder.uri() + "/map0.journey"));
}

TEST_CASE("an edit that comes while a rename waits makes it out of date", "[indexing]") {
  Scanning s(3);
  s.h->open("Phase: P\n  Touchpoint: Wrong\n  Touchpoint: Right\n");
  s.h->request(7, "textDocument/rename",
               R"({"textDocument":{"uri":"file:///a.journey"},"position":{"line":1,"character":16},
                   "newName":"New"})");
  s.h->server.run();
  CHECK(s.h->replies(7) == 0);
  // Both in one write: the folder goes, so nothing is read any more, and the line is deleted.
  s.h->notify("workspace/didChangeWorkspaceFolders", R"({"event":{"added":[],"removed":[{"uri":")" +
                                                         s.folder.uri() + R"(","name":"maps"}]}})");
  s.h->notify("textDocument/didChange",
              R"({"textDocument":{"uri":"file:///a.journey","version":2},"contentChanges":[
                 {"range":{"start":{"line":1,"character":0},"end":{"line":2,"character":0}},"text":""}]})");
  s.h->server.run();
  s.h->runJobs();
  CHECK(s.h->replies(7) == 1);
  CHECK(s.h->sent.at(s.h->sent.size() - 1).as_object().contains("error"));
  CHECK(s.h->errorCode() == -32801);
}

TEST_CASE("settings that come while a folder is read let nobody see half of it", "[indexing]") {
  Scanning s(40);
  for (int i = 0; i < 4; ++i) s.h->step();
  s.h->request(7, "workspace/symbol", R"({"query":"J"})");
  s.h->server.run();
  s.folder.write("journey.json", R"({"lanes": ["Backstage"]})");
  s.h->notify("workspace/didChangeWatchedFiles",
              R"({"changes":[{"uri":")" + s.folder.uri() + R"(/journey.json","type":1}]})");
  s.h->server.run();
  CHECK(s.h->replies(7) == 0);
  s.h->runJobs();
  REQUIRE(s.h->replies(7) == 1);
  CHECK(s.known() == 40);
}

TEST_CASE("maps of an inner folder are read with its settings", "[indexing]") {
  test::TemporaryFolder folder;
  std::filesystem::create_directories(folder.path() / "inner");
  folder.write("inner/journey.json", R"({"lanes": ["Backstage"]})");
  folder.write("inner/b.journey", "Phase: P\n  Touchpoint: T\n    Backstage: x\n");
  Harness h(R"({"capabilities":{},"workspaceFolders":[{"uri":")" + folder.uri() +
            R"(/inner","name":"inner"},{"uri":")" + folder.uri() + R"(","name":"outer"}]})");
  h.notify("initialized", "{}");
  h.server.run();
  h.runJobs();
  auto named = [&] {
    const auto& names = h.server.view()->find(folder.uri() + "/inner/b.journey")->facts->names;
    return std::ranges::any_of(names,
                               [](const workspace::Name& n) { return n.text == "Backstage"; });
  };
  CHECK(named());
  h.notify("workspace/didChangeWorkspaceFolders", R"({"event":{"added":[],"removed":[{"uri":")" +
                                                      folder.uri() +
                                                      R"(/inner","name":"inner"}]}})");
  h.server.run();
  h.runJobs();
  CHECK_FALSE(named());
}

TEST_CASE("an editor's rows count in maps that nobody opened", "[indexing]") {
  test::TemporaryFolder folder;
  folder.write("b.journey", "Phase: P\n  Touchpoint: T\n    Backstage: x\n");
  Harness h(R"({"capabilities":{},"workspaceFolders":[{"uri":")" + folder.uri() +
            R"(","name":"maps"}]})");
  h.notify("initialized", "{}");
  h.server.run();
  h.runJobs();
  h.notify("workspace/didChangeConfiguration",
           R"({"settings":{"journey":{"lanes":["Backstage"]}}})");
  h.server.run();
  h.runJobs();
  const auto& names = h.server.view()->find(folder.uri() + "/b.journey")->facts->names;
  CHECK(std::ranges::any_of(names, [](const workspace::Name& n) { return n.text == "Backstage"; }));
}

TEST_CASE("positions in a map with a byte order mark are those an editor sees", "[indexing]") {
  test::TemporaryFolder folder;
  folder.write("p.journey", "\xEF\xBB\xBFPersona: Emma\n  Need: x\n");
  Harness h(R"({"capabilities":{},"workspaceFolders":[{"uri":")" + folder.uri() +
            R"(","name":"maps"}]})");
  h.notify("initialized", "{}");
  h.server.run();
  h.runJobs();
  CHECK(h.server.view()->find(folder.uri() + "/p.journey")->facts->names.front().span.start == 9);
}

TEST_CASE("requests that still wait are answered when the server shuts down", "[indexing]") {
  Scanning s(40);
  s.h->request(7, "workspace/symbol", R"({"query":"J"})");
  s.h->server.run();
  s.h->request(8, "shutdown", "null");
  s.h->server.run();
  CHECK(s.h->replies(7) == 1);
}

TEST_CASE("a request over the workspace waits for the index and is answered once", "[indexing]") {
  Scanning s(40);
  s.h->request(7, "workspace/diagnostic", R"({"previousResultIds":[]})");
  s.h->server.run();
  CHECK(s.h->replies(7) == 0);
  s.h->runJobs();
  REQUIRE(s.h->replies(7) == 1);
}

TEST_CASE("a request that waits for the index can be cancelled", "[indexing]") {
  Scanning s(40);
  s.h->request(7, "workspace/diagnostic", R"({"previousResultIds":[]})");
  s.h->server.run();
  s.h->notify("$/cancelRequest", R"({"id":7})");
  s.h->server.run();
  CHECK(s.h->replies(7) == 1);
  CHECK(s.h->errorCode() == -32800);
  s.h->runJobs();
  CHECK(s.h->replies(7) == 1);
}
