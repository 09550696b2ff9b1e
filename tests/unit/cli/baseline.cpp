// Baselines: what is known stays known when lines move, and what is gone is named.
#include "cli/check/baseline.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/files.hpp"

using namespace journey;
using cli::Outcome;
using locale::Message;

namespace {

/// A file with a finding on each line that ends in a rule's name in brackets.
cli::CheckedFile file(const std::string& path, std::string_view content) {
  cli::CheckedFile out;
  out.path = path;
  out.text = text::Text(content);
  for (std::uint32_t line = 0; line < out.text.lineCount(); ++line) {
    std::string_view words = out.text.line(line);
    std::size_t open = words.find('[');
    if (open == words.npos) continue;
    cli::Found& found = out.found.emplace_back();
    found.rule = words.substr(open + 1, words.size() - open - 2);
    found.span = {out.text.lineStart(line), out.text.lineStart(line) + 1};
  }
  return out;
}

Outcome outcome(std::initializer_list<cli::CheckedFile> files) {
  Outcome out;
  out.files = files;
  return out;
}

cli::Baseline readBack(const cli::Baseline& baseline) {
  auto read = cli::readBaseline(cli::written(baseline));
  REQUIRE(read.has_value());
  return *read;
}

Message faultOf(std::string_view content) {
  auto read = cli::readBaseline(content);
  REQUIRE_FALSE(read.has_value());
  return read.error().message;
}

}  // namespace

TEST_CASE("baseline: what was found is known, wherever it has moved", "[baseline]") {
  auto before = outcome({file("maps/a.journey", "x [one]\ny [two]\n")});
  auto known = readBack(cli::baselineOf(before, "."));
  auto now = outcome({file("maps/a.journey", "new [one]\n\n\n  y   [two]\nmore\nx [one]\n")});
  cli::apply(known, ".", now);
  CHECK(now.hidden == 2);
  CHECK(now.stale.empty());
  REQUIRE(now.files[0].found.size() == 1);
  CHECK(now.files[0].found[0].span.start == 0);
}

TEST_CASE("baseline: of findings that are alike, their number counts", "[baseline]") {
  auto known = readBack(cli::baselineOf(outcome({file("a", "x [r]\nx [r]\n")}), "."));
  REQUIRE(known.size() == 1);
  CHECK(known[0].count == 2);
  auto more = outcome({file("a", "x [r]\nx [r]\nx [r]\n")});
  cli::apply(known, ".", more);
  CHECK(more.hidden == 2);
  CHECK(more.files[0].found.size() == 1);
  auto fewer = outcome({file("a", "x [r]\n")});
  cli::apply(known, ".", fewer);
  CHECK(fewer.hidden == 1);
  REQUIRE(fewer.stale.size() == 1);
  CHECK(fewer.stale[0].count == 1);
}

TEST_CASE("baseline: another rule, file, line or detail is new", "[baseline]") {
  auto base = outcome({file("a", "x [r]\n")});
  base.files[0].found[0].detail = "d";
  auto known = readBack(cli::baselineOf(base, "."));
  for (int what = 0; what < 4; ++what) {
    auto now = outcome({file(what == 0 ? "b" : "a", what == 1   ? "x [s]\n"
                                                    : what == 2 ? "z [r]\n"
                                                                : "x [r]\n")});
    if (what != 3) now.files[0].found[0].detail = "d";
    cli::apply(known, ".", now);
    INFO(what);
    CHECK(now.hidden == 0);
  }
}

TEST_CASE("baseline: paths are those from its own folder", "[baseline]") {
  auto known = cli::baselineOf(outcome({file("maps/deep/a", "x [r]\n")}), "maps");
  CHECK(known[0].path == "deep/a");
  auto now = outcome({file("./maps/../maps/deep/a", "x [r]\n")});
  cli::apply(known, "maps", now);
  CHECK(now.hidden == 1);
  CHECK(cli::baselineOf(outcome({file("a", "x [r]\n")}), "")[0].path == "a");
}

TEST_CASE("baseline: what occurs no more is named, unless nobody looked", "[baseline]") {
  test::TemporaryFolder folder;
  folder.write("there.journey", "x");
  std::string there = (folder.path() / "there.journey").string();
  std::string gone = (folder.path() / "gone.journey").string();
  auto known =
      cli::baselineOf(outcome({file(there, "x [r]\n"), file(gone, "y [r]\n")}), folder.path());
  Outcome nothing;
  cli::apply(known, folder.path(), nothing);
  REQUIRE(nothing.stale.size() == 1);  // there.journey was not checked now
  CHECK(nothing.stale[0].path == "gone.journey");
  auto mended = outcome({file(there, "x\n")});
  cli::apply(known, folder.path(), mended);
  CHECK(mended.stale.size() == 2);
}

TEST_CASE("baseline: what is known of files that were not judged now is kept", "[baseline]") {
  test::TemporaryFolder folder;
  for (const char* name : {"a", "b", "c"}) folder.write(name, "");
  auto at = [&](const char* name) { return (folder.path() / name).string(); };
  auto before = cli::baselineOf(outcome({file(at("a"), "x [r]\n"), file(at("b"), "y [r]\n"),
                                         file(at("c"), "z [r]\n"), file(at("gone"), "w [r]\n")}),
                                folder.path());
  auto now = outcome({file(at("a"), "new [r]\n"), file(at("c"), "under other settings [r]\n")});
  now.files[1].judged = false;
  std::vector<std::string> lines;
  for (const cli::KnownFinding& one : cli::baselineOf(now, folder.path(), before))
    lines.push_back(one.path + ' ' + one.line);
  CHECK(lines == std::vector<std::string>{"a new [r]", "b y [r]", "c z [r]"});
  cli::apply(before, folder.path(), now);
  CHECK(now.stale.size() == 2);  // of a, and of what is gone
}

TEST_CASE("baseline: a failure is never known", "[baseline]") {
  auto failing = outcome({file("a", "x [encoding]\n"), file("b", "x [project-settings]\n")});
  CHECK(cli::baselineOf(failing, ".").empty());
  cli::Baseline old{{"a", "encoding", "x [encoding]", "", 1}};
  cli::apply(old, ".", failing);
  CHECK(failing.hidden == 0);
  failing.files[1].found[0].severity = lint::Severity::Warning;  // a misspelt rule, say
  CHECK(cli::baselineOf(failing, ".").size() == 1);
}

TEST_CASE("baseline: a link to the folder leads to the same files", "[baseline]") {
  test::TemporaryFolder folder;
  folder.write("real/a", "");
  std::filesystem::create_directory_symlink("real", folder.path() / "link");
  auto known = cli::baselineOf(outcome({file((folder.path() / "real/a").string(), "x [r]\n")}),
                               folder.path() / "real");
  auto now = outcome({file((folder.path() / "link/a").string(), "x [r]\n")});
  cli::apply(known, folder.path() / "link", now);
  CHECK(now.hidden == 1);
}

TEST_CASE("baseline: one finding a line, the same order whatever the order of files",
          "[baseline]") {
  auto a = file("a", "x \"quoted\" [r]\n");
  auto b = file("b", "\xEF\xBB\xBFy\t\ty [r]\n");
  std::string written = cli::written(cli::baselineOf(outcome({b, a}), "."));
  CHECK(written == cli::written(cli::baselineOf(outcome({a, b}), ".")));
  CHECK(written ==
        "{\n  \"journeyBaseline\": 1,\n  \"findings\": [\n"
        "    {\"path\":\"a\",\"rule\":\"r\",\"line\":\"x \\\"quoted\\\" [r]\"},\n"
        "    {\"path\":\"b\",\"rule\":\"r\",\"line\":\"y y [r]\"}\n  ]\n}\n");
  CHECK(readBack({}).empty());
  auto marked = cli::readBaseline("\xEF\xBB\xBF" + written);
  REQUIRE(marked.has_value());
  CHECK(marked->size() == 2);
}

TEST_CASE("baseline: what is none is told from one of another version", "[baseline]") {
  for (const char* broken :
       {"", "nonsense", "[]", "{}", "{\"journeyBaseline\":1}", "{\"journeyBaseline\":\"1\"}",
        "{\"journeyBaseline\":1,\"findings\":[1]}",
        "{\"journeyBaseline\":1,\"findings\":[{\"path\":\"a\"}]}",
        "{\"journeyBaseline\":1,\"findings\":[{\"path\":\"a\",\"rule\":\"r\",\"line\":\"x\","
        "\"count\":-1}]}"})
    CHECK(faultOf(broken) == Message::check_baseline_broken);
  CHECK(faultOf("{\"journeyBaseline\":2}") == Message::check_baseline_version);
}
