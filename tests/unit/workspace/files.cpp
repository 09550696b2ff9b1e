// The maps that are found in a folder.
#include "workspace/files.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/files.hpp"

namespace journey::test {

TEST_CASE("each map in a folder is listed once, links to it left out", "[workspace]") {
  TemporaryFolder folder;
  TemporaryFolder elsewhere;
  folder.write("b.journey", "");
  folder.write("sub/c.journey", "");
  folder.write(".hidden/d.journey", "");
  folder.write("node_modules/e.journey", "");
  elsewhere.write("far.journey", "");
  std::filesystem::create_symlink("b.journey", folder.path() / "a.journey");
  std::filesystem::create_symlink(elsewhere.path() / "far.journey", folder.path() / "near.journey");
  auto found = workspace::disk().maps(folder.path(), false);
  REQUIRE(found.has_value());
  std::vector<std::string> names;
  for (const auto& path : *found)
    names.push_back(std::filesystem::relative(path.parent_path(), folder.path()) / path.filename());
  CHECK(names == std::vector<std::string>{"./b.journey", "./near.journey", "sub/c.journey"});
}

}  // namespace journey::test
