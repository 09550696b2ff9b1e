// What lies around a map's file. A rule asks here and never a disk.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace journey::lint {

/// Paths are relative to the map's folder, with slashes; absolute ones are taken as they are.
struct Surroundings {
  std::function<bool(const std::string& path)> isFile;
  /// Names of the pictures in a folder; an empty name is the map's own.
  std::function<std::vector<std::string>(const std::string& folder)> images;
};
using SurroundingsPtr = std::shared_ptr<const Surroundings>;  // null: a text that is no file

}  // namespace journey::lint
