// The maps that are found in a folder, and files that are written whole.
#include "workspace/files.hpp"

#include <catch2/catch_test_macros.hpp>

#include <sys/stat.h>

#include <thread>

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

TEST_CASE("what ignore files name is in no list of maps", "[workspace]") {
  TemporaryFolder folder;
  for (const char* name : {"a.journey", "old/b.journey", "drafts/c.journey"})
    folder.write(name, "");
  folder.write(".gitignore", "old/\n");
  folder.write(".journeyignore", "drafts/\n");
  auto found = workspace::disk().maps(folder.path(), false);
  REQUIRE(found.has_value());
  CHECK(*found == std::vector<std::filesystem::path>{folder.path() / "a.journey"});
  CHECK(workspace::disk().maps(folder.path() / "gone", false).has_error());
}

namespace {

std::vector<std::string> namesIn(const TemporaryFolder& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
    names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

}  // namespace

TEST_CASE("a file is written only over what was expected", "[write]") {
  TemporaryFolder folder;
  auto path = folder.path() / "a";
  folder.write("a", "saved meanwhile");
  auto refused = workspace::writeWhole(path, "mended", "as it was read");
  REQUIRE(refused.has_error());
  CHECK(refused.error().changed);
  CHECK(readFile(path) == "saved meanwhile");
  CHECK(namesIn(folder) == std::vector<std::string>{"a"});
  CHECK(workspace::writeWhole(path, "mended", "saved meanwhile").has_value());
  CHECK(readFile(path) == "mended");
  std::filesystem::remove(path);
  CHECK(workspace::writeWhole(path, "mended", "mended").has_error());  // deleted meanwhile
  CHECK(namesIn(folder).empty());
}

TEST_CASE("permissions: an old file's are kept, a new one has those that are usual", "[write]") {
  TemporaryFolder folder;
  auto path = folder.path() / std::string(250, 'x');  // room for no suffix
  auto mode = [&] {
    struct stat now {};
    ::stat(path.c_str(), &now);
    return now.st_mode & 07777;
  };
  mode_t before = ::umask(027);
  CHECK(workspace::writeWhole(path, "x").has_value());
  ::umask(before);
  CHECK(mode() == 0640);
  ::chmod(path.c_str(), 0604);
  CHECK(workspace::writeWhole(path, "y").has_value());
  CHECK(mode() == 0604);
}

TEST_CASE("a pipe is written into, and stays one", "[write]") {
  TemporaryFolder folder;
  auto path = folder.path() / "pipe";
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  CHECK(workspace::writeWhole(path, "x", "x").has_error());  // what it held is known to nobody
  std::string said;
  std::thread reader([&] { said = workspace::disk().read(path).value(); });
  CHECK(workspace::writeWhole(path, "hello").has_value());
  reader.join();
  CHECK(said == "hello");
  CHECK(std::filesystem::is_fifo(path));
  CHECK(workspace::writeWhole("/dev/null", "hello").has_value());
  CHECK(std::filesystem::is_character_file("/dev/null"));
}

}  // namespace journey::test
