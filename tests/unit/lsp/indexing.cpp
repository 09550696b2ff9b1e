// Scans in the background: their order, their progress, what stops them.
#include "lsp/indexing.hpp"

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

TEST_CASE("who has read enough can stop it", "[indexing]") {
  Scanning s(100, R"({"window":{"workDoneProgress":true}})");
  s.h->server.indexing().patience = std::chrono::milliseconds(0);
  for (int i = 0; i < 4; ++i) s.h->step();
  s.answer("window/workDoneProgress/create");
  s.h->notify("window/workDoneProgress/cancel", R"({"token":"journey-index-1"})");
  s.h->server.run();
  CHECK_FALSE(s.h->server.indexing().busy());
  s.h->runJobs();
  CHECK(s.known() < 100);
  CHECK(s.progress().back().at("kind") == "end");
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
