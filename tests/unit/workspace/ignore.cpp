// What patterns of .gitignore say, held against git's own rules.
#include "workspace/ignore.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/files.hpp"
#include "workspace/search.hpp"

using namespace journey;
using workspace::IgnoreRules;

namespace {

bool ignores(std::string_view patterns, std::string_view path, bool isFolder = false) {
  return IgnoreRules(patterns).saysOf(path, isFolder).value_or(false);
}

std::vector<std::string> found(const test::TemporaryFolder& folder, const std::string& in = "") {
  workspace::FoundMaps maps = workspace::mapsIn(folder.path() / in);
  CHECK(maps.unreadable.empty());
  std::vector<std::string> out;
  for (const auto& path : maps.maps)
    out.push_back(path.lexically_relative(folder.path()).generic_string());
  return out;
}

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE("ignore: names match at any depth, paths from the file's folder", "[ignore]") {
  CHECK(ignores("a.journey", "a.journey"));
  CHECK(ignores("a.journey", "deep/er/a.journey"));
  CHECK_FALSE(ignores("a.journey", "ba.journey"));
  CHECK(ignores("/a.journey", "a.journey"));
  CHECK_FALSE(ignores("/a.journey", "deep/a.journey"));
  CHECK(ignores("deep/a.journey", "deep/a.journey"));
  CHECK_FALSE(ignores("deep/a.journey", "more/deep/a.journey"));
  CHECK_FALSE(ignores("A.journey", "a.journey"));
}

TEST_CASE("ignore: a slash at the end is for folders", "[ignore]") {
  CHECK(ignores("drafts/", "drafts", true));
  CHECK(ignores("drafts/", "old/drafts", true));
  CHECK_FALSE(ignores("drafts/", "drafts", false));
  CHECK(ignores("drafts", "drafts", true));
  CHECK(ignores("/old/drafts/", "old/drafts", true));
  CHECK_FALSE(ignores("/old/drafts/", "drafts", true));
}

TEST_CASE("ignore: wildcards stay within a name, two stars do not", "[ignore]") {
  CHECK(ignores("*.journey", ".journey"));
  CHECK(ignores("*.journey", "x/a.journey"));
  CHECK_FALSE(ignores("/*.journey", "x/a.journey"));
  CHECK(ignores("x/*.journey", "x/a.journey"));
  CHECK_FALSE(ignores("x/*.journey", "x/y/a.journey"));
  CHECK(ignores("a?c", "abc"));
  CHECK_FALSE(ignores("a?c", "a/c"));
  CHECK(ignores("map[0-9].journey", "map7.journey"));
  CHECK_FALSE(ignores("map[!0-9].journey", "map7.journey"));
  CHECK(ignores("**/a.journey", "a.journey"));
  CHECK(ignores("**/x/a.journey", "y/x/a.journey"));
  CHECK(ignores("x/**", "x/y/a.journey"));
  CHECK_FALSE(ignores("x/**", "x", true));
  CHECK(ignores("x/**/a.journey", "x/a.journey"));
  CHECK(ignores("x/**/a.journey", "x/y/z/a.journey"));
  CHECK_FALSE(ignores("x/**/a.journey", "y/a.journey"));
  CHECK(ignores("**", "x/y"));
  CHECK(ignores("*", "x/y"));
}

TEST_CASE("ignore: the last pattern that fits decides", "[ignore]") {
  CHECK_FALSE(ignores("*.journey\n!a.journey", "a.journey"));
  CHECK(ignores("*.journey\n!a.journey", "b.journey"));
  CHECK(ignores("!a.journey\n*.journey", "a.journey"));
  CHECK(IgnoreRules("!a.journey").saysOf("a.journey", false) == std::optional(false));
  CHECK(IgnoreRules("b").saysOf("a", false) == std::nullopt);
}

TEST_CASE("ignore: comments, escapes, spaces, line endings and a byte order mark", "[ignore]") {
  CHECK_FALSE(ignores("# a.journey\n\n   \n", "a.journey"));
  CHECK(ignores("\\#a", "#a"));
  CHECK(ignores("\\!a", "!a"));
  CHECK(ignores("a.journey   ", "a.journey"));
  CHECK(ignores("a\\ ", "a "));
  CHECK(ignores("a.journey\r\nb.journey\r\n", "b.journey"));
  CHECK(
      ignores("\xEF\xBB\xBF"
              "a.journey",
              "a.journey"));
  CHECK(ignores("a\\*b", "a*b"));
  CHECK_FALSE(ignores("a\\*b", "axb"));
  CHECK(ignores("Kjøp*.journey", "Kjøpe lunsj.journey"));
  for (const char* nothing : {"/", "//", "//*", "**//", "a//"}) CHECK_FALSE(ignores(nothing, "a"));
  CHECK_FALSE(ignores("a//b", "a/b"));
  CHECK(IgnoreRules("# only\n/\n").empty());
  // Many stars stay cheap.
  CHECK_FALSE(ignores("**/a/**/a/**/a/**/a/**/a/**/b", "a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a"));
}

TEST_CASE("search: maps of a folder, without what nobody means", "[search]") {
  test::TemporaryFolder folder;
  for (const char* name :
       {"b.journey", "a.journey", "deep/c.journey", ".hidden/d.journey", "node_modules/e.journey",
        "deep/notes.md", "deep/journey", ".journey", "fold.journey/f.journey"})
    folder.write(name, "");
  std::filesystem::create_directory_symlink(folder.path() / "deep", folder.path() / "loop");
  test::TemporaryFolder elsewhere;
  elsewhere.write("far.journey", "");
  std::filesystem::create_symlink("b.journey", folder.path() / "0.journey");  // there anyway
  std::filesystem::create_symlink(elsewhere.path() / "far.journey", folder.path() / "near.journey");
  CHECK(found(folder) == Paths{"a.journey", "b.journey", "deep/c.journey", "fold.journey/f.journey",
                               "near.journey"});
}

TEST_CASE("search: the folder alone, and one path at a time", "[search]") {
  test::TemporaryFolder folder;
  for (const char* name : {"a.journey", "old/b.journey", "maps/c.journey", "node_modules/d.journey",
                           ".hidden/e.journey"})
    folder.write(name, "");
  folder.write(".gitignore", "old/\n");
  folder.write("maps/.journeyignore", "f.journey\n");
  CHECK(workspace::mapsBeside(folder.path()).maps ==
        std::vector<std::filesystem::path>{folder.path() / "a.journey"});
  CHECK(workspace::mapsBeside(folder.path() / "old").maps.size() == 1);  // asked for by name
  auto isSearched = [&](const char* name) {
    return workspace::isSearched(folder.path() / name, folder.path());
  };
  CHECK(isSearched("a.journey"));
  CHECK(isSearched("maps/c.journey"));
  CHECK(isSearched("maps/gone.journey"));
  for (const char* name :
       {"old/b.journey", "maps/f.journey", "node_modules/d.journey", ".hidden/e.journey"})
    CHECK_FALSE(isSearched(name));
  CHECK(workspace::mapsIn(folder.path(), true).maps.empty());  // stopped
}

TEST_CASE("search: ignore files, inner ones before outer ones, ours before git's", "[search]") {
  test::TemporaryFolder folder;
  for (const char* name : {"a.journey", "old/a.journey", "old/keep/b.journey", "new/a.journey",
                           "new/b.journey", "drafts/a.journey", "drafts/b.journey"})
    folder.write(name, "");
  folder.write(".gitignore", "b.journey\nold/a.journey\ndrafts/\n");
  folder.write(".journeyignore", "new/a.journey\n");
  folder.write("new/.gitignore", "!b.journey\n");
  folder.write("old/keep/.journeyignore", "!b.journey\n");
  // A file in a folder that is ignored cannot be taken back.
  folder.write("drafts/.gitignore", "!a.journey\n");
  CHECK(found(folder) == Paths{"a.journey", "new/b.journey", "old/keep/b.journey"});
}

TEST_CASE("search: ignore files above count up to the project's root", "[search]") {
  test::TemporaryFolder folder;
  folder.write(".gitignore", "*.journey\n");
  folder.write("project/maps/a.journey", "");
  folder.write("project/maps/b.journey", "");
  folder.write("project/.gitignore", "/maps/b.journey\n");
  // Nothing says where the project begins: only what is inside counts.
  CHECK(found(folder, "project/maps") == Paths{"project/maps/a.journey", "project/maps/b.journey"});
  folder.write("project/journey.json", "{}");
  CHECK(found(folder, "project/maps") == Paths{"project/maps/a.journey"});
  std::filesystem::create_directory(folder.path() / ".git");
  CHECK(found(folder, "project/maps").empty());
  // A folder that is asked for by name is searched, ignored or not.
  folder.write(".gitignore", "maps/\n");
  CHECK(found(folder, "project/maps") == Paths{"project/maps/a.journey"});
}
