// Files of the checkout, for tests over real material.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace journey::test {

inline std::filesystem::path source(const std::filesystem::path& inside = {}) {
  return std::filesystem::path(JOURNEY_SOURCE_DIR) / inside;
}

inline std::string readFile(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// All example maps, in order of their names.
inline std::vector<std::filesystem::path> examples() {
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::directory_iterator(source("grammar/examples")))
    if (entry.path().extension() == ".journey") out.push_back(entry.path());
  std::ranges::sort(out);
  return out;
}

}  // namespace journey::test
