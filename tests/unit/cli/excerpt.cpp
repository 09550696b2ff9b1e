// Source lines with marks under them, as a terminal shows them.
#include "cli/check/excerpt.hpp"

#include <catch2/catch_test_macros.hpp>

#include "text/cells.hpp"

using namespace journey;
using cli::excerptOf;

namespace {

/// The excerpt of a line with the marked part between ⟦ and ⟧.
std::string shown(std::string_view marked, std::uint32_t most = 120) {
  std::string line(marked);
  std::size_t start = line.find("⟦");
  line.erase(start, std::string_view("⟦").size());
  std::size_t end = line.find("⟧");
  line.erase(end, std::string_view("⟧").size());
  cli::Excerpt excerpt = excerptOf(line, start, end, most);
  return excerpt.line + "\n" + excerpt.marks;
}

}  // namespace

TEST_CASE("excerpt: marks stand under the cells of the part", "[excerpt]") {
  CHECK(shown("  Votes: ⟦many⟧") == "  Votes: many\n         ^^^^");
  CHECK(shown("⟦Votes⟧: many") == "Votes: many\n^^^^^");
  CHECK(shown("Votes: ⟦⟧") == "Votes: \n       ^");
  CHECK(shown("Vo⟦⟧tes") == "Votes\n  ^");
  CHECK(shown("⟦⟧") == "\n^");
}

TEST_CASE("excerpt: wide characters, marks on letters, emoji, tabs", "[excerpt]") {
  CHECK(shown("お茶: ⟦飲む⟧ x") == "お茶: 飲む x\n      ^^^^");
  CHECK(shown("😀 ⟦👩‍💻 a⟧b") == "😀 👩‍💻 ab\n   ^^^^");
  CHECK(shown("e\u0301e\u0301 ⟦x⟧") == "e\u0301e\u0301 x\n   ^");
  CHECK(shown("\tA\t⟦B⟧") == "    A   B\n        ^");
  CHECK(shown("⟦\t⟧A") == "    A\n^^^^");
  // Half a cluster is shown as the whole one.
  CHECK(excerptOf("a👍🏽b", 1, 5).marks == " ^^");
}

TEST_CASE("excerpt: nothing that a terminal obeys, no byte order mark", "[excerpt]") {
  CHECK(shown("a\x1b[2J⟦b⟧") == "a\uFFFD[2Jb\n     ^");
  CHECK(shown("\xEF\xBB\xBFPhase: ⟦x⟧") == "Phase: x\n       ^");
  CHECK(shown("\xFFz⟦b⟧") == "\uFFFDzb\n  ^");
}

TEST_CASE("excerpt: a span over several lines is marked to the end of its first", "[excerpt]") {
  cli::Excerpt excerpt = excerptOf("  Note: long", 2, 500);
  CHECK(excerpt.marks == "  ^^^^^^^^^^");
}

TEST_CASE("excerpt: of a long line the part around the mark", "[excerpt]") {
  std::string line = std::string(500, 'a') + "HERE" + std::string(500, 'b');
  cli::Excerpt excerpt = excerptOf(line, 500, 504, 30);
  CHECK(excerpt.line == "…aaaaaaaaaaHEREbbbbbbbbbbbbbbbb…");
  CHECK(excerpt.marks == "           ^^^^");
  // At the line's beginning and end nothing is cut off there.
  CHECK(excerptOf(line, 0, 2, 30).line.starts_with("aa"));
  CHECK(excerptOf(line, 1000, 1004, 30).line.ends_with("b"));
  CHECK(excerptOf(line, 1004, 1004, 30).marks.ends_with(" ^"));
  // A mark wider than the window fills it.
  cli::Excerpt wide = excerptOf(line, 0, line.size(), 30);
  CHECK(wide.marks == std::string(30, '^'));
  CHECK(text::cells(wide.line) == 31);
}
