// Dependencies point one way: a folder under server/ may include what stands above it.
#include <catch2/catch_test_macros.hpp>

#include <regex>
#include <sstream>

#include "support/files.hpp"

namespace fs = std::filesystem;

namespace {

// server/README.md draws this list.
const std::vector<std::string> layers = {"text",    "syntax", "locale",    "model",    "lint",
                                         "layout",  "render", "workspace", "features", "report",
                                         "preview", "lsp",    "cli"};

std::size_t layerOf(const std::string& folder) {
  auto found = std::ranges::find(layers, folder);
  return static_cast<std::size_t>(found - layers.begin());
}

}  // namespace

TEST_CASE("every include points to the same folder or up the list", "[layers]") {
  const std::regex include("^\\s*#include \"([a-z]+)/");
  std::size_t seen = 0;
  for (const auto& file : fs::recursive_directory_iterator(journey::test::source("server"))) {
    if (file.path().extension() != ".hpp" && file.path().extension() != ".cpp") continue;
    std::string folder =
        fs::relative(file.path(), journey::test::source("server")).begin()->string();
    INFO(file.path().string());
    REQUIRE(layerOf(folder) < layers.size());
    std::istringstream lines(journey::test::readFile(file.path()));
    for (std::string line; std::getline(lines, line);) {
      std::smatch match;
      if (!std::regex_search(line, match, include)) continue;
      INFO(line);
      ++seen;
      CHECK(layerOf(match[1]) <= layerOf(folder));
    }
  }
  CHECK(seen > 100);
}

TEST_CASE("only server/syntax knows tree-sitter", "[layers]") {
  for (const auto& file : fs::recursive_directory_iterator(journey::test::source("server"))) {
    if (!file.is_regular_file() || file.path().parent_path().filename() == "syntax") continue;
    INFO(file.path().string());
    CHECK(journey::test::readFile(file.path()).find("tree_sitter/api.h") == std::string::npos);
  }
}
