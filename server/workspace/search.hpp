// The maps in a folder, as somebody expects who has a .gitignore.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace journey::workspace {

struct Unreadable {
  std::filesystem::path path;
  std::string reason;
};

struct FoundMaps {
  std::vector<std::filesystem::path> maps;  // sorted, each under the folder as that was given
  std::vector<Unreadable> unreadable;       // folders
};

/// All *.journey files in a folder and in those inside it. Left out are hidden folders,
/// node_modules, and what .gitignore and .journeyignore name: those inside, and those above up to
/// the folder that holds `.git`, else journey.json, else the working folder. Links to folders are
/// not followed.
FoundMaps mapsIn(const std::filesystem::path& folder);

}  // namespace journey::workspace
