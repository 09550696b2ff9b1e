// Unified diffs of edits.
#include "cli/check/diff.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <random>

#include "support/files.hpp"

using namespace journey;

namespace {

std::string diff(std::string_view before, std::string_view after,
                 std::string_view path = "a.journey") {
  return cli::unifiedDiff(path, before, after);
}

}  // namespace

TEST_CASE("diff: changed lines with three around them", "[diff]") {
  CHECK(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") ==
        "--- a/a.journey\n+++ b/a.journey\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
  CHECK(diff("same\n", "same\n").empty());
}

TEST_CASE("diff: what is added and what is deleted", "[diff]") {
  CHECK(diff("a\nb\n", "a\nnew\nb\n") ==
        "--- a/a.journey\n+++ b/a.journey\n@@ -1,2 +1,3 @@\n a\n+new\n b\n");
  CHECK(diff("a\nold\nb\n", "a\nb\n") ==
        "--- a/a.journey\n+++ b/a.journey\n@@ -1,3 +1,2 @@\n a\n-old\n b\n");
  CHECK(diff("", "a\n") == "--- a/a.journey\n+++ b/a.journey\n@@ -0,0 +1,1 @@\n+a\n");
  CHECK(diff("a\n", "") == "--- a/a.journey\n+++ b/a.journey\n@@ -1,1 +0,0 @@\n-a\n");
}

TEST_CASE("diff: a last line without its line ending is said so", "[diff]") {
  CHECK(diff("a\nb", "a\nc") ==
        "--- a/a.journey\n+++ b/a.journey\n@@ -1,2 +1,2 @@\n a\n-b\n"
        "\\ No newline at end of file\n+c\n\\ No newline at end of file\n");
  CHECK(diff("a", "b\na") ==
        "--- a/a.journey\n+++ b/a.journey\n@@ -1,1 +1,2 @@\n+b\n a\n"
        "\\ No newline at end of file\n");
}

TEST_CASE("diff: changes far apart have a hunk each, near ones share it", "[diff]") {
  std::string before = "a\n1\n2\n3\n4\n5\n6\nb\n";
  CHECK(diff(before, "A\n1\n2\n3\n4\n5\n6\nB\n").find("@@", 40) ==
        diff(before, "A\n1\n2\n3\n4\n5\n6\nB\n").rfind("@@"));
  std::string far = diff("a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\nx\n1\n2\n3\n4\n5\n6\n7\nB\n");
  CHECK(
      far.find("@@ -1,4 +1,5 @@\n-a\n+A\n+x\n 1\n 2\n 3\n@@ -6,4 +7,4 @@\n 5\n 6\n 7\n-b\n+B\n") !=
      far.npos);
}

TEST_CASE("diff: \\r\\n stays, and names are written as git reads them", "[diff]") {
  CHECK(diff("a\r\nb\r\n", "a\r\nc\r\n").find("-b\r\n+c\r\n") != std::string::npos);
  CHECK(diff("a\n", "b\n", "my map.journey").starts_with("--- a/my map.journey\t\n"));
  CHECK(diff("a\n", "b\n", "Kjøp.journey").starts_with("--- a/Kjøp.journey\n"));
  CHECK(diff("a\n", "b\n", "q\"\t.journey").starts_with("--- \"a/q\\\"\\011.journey\"\n"));
  CHECK(diff("a\n", "b\n", "Kj\xF8p.journey").starts_with("--- \"a/Kj\\370p.journey\"\n"));
}

TEST_CASE("diff: patch makes of the old text the new one", "[diff]") {
  test::TemporaryFolder folder;
  std::mt19937 random(7);
  for (int round = 0; round < 40; ++round) {
    auto text = [&](std::size_t lines) {
      std::string out;
      for (std::size_t i = 0; i < lines; ++i) {
        out += "line " + std::to_string(random() % 9);
        out += random() % 5 == 0 ? "\r\n" : "\n";
      }
      if (random() % 3 == 0) out += "no end";
      return out;
    };
    std::string before = text(random() % 30);
    std::string after = random() % 4 == 0 ? text(random() % 30) : before;
    for (int i = 0; i < 3 && !after.empty(); ++i)
      after.replace(random() % after.size(), random() % 9, random() % 2 ? "" : "x\ny");
    std::string patch = diff(before, after);
    if (before == after) {
      CHECK(patch.empty());
      continue;
    }
    folder.write("a.journey", before);
    folder.write("p", patch);
    INFO(patch);
    std::string command = "cd '" + folder.path().string() + "' && git apply --whitespace=nowarn p";
    REQUIRE(std::system(command.c_str()) == 0);
    REQUIRE(test::readFile(folder.path() / "a.journey") == after);
  }
}
