// The maps in a folder, as somebody expects who has a .gitignore.
#pragma once

#include <atomic>
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
  std::vector<Unreadable> unreadable;       // folders and ignore files
};

/// All *.journey files in a folder and in those inside it. Left out are hidden folders,
/// node_modules, and what .gitignore and .journeyignore name: those inside, and those above up to
/// the folder that holds `.git`, else journey.json, else the working folder. Links to folders are
/// not followed, links to maps that are there anyway are left out, and so is what an ignore file
/// speaks of that cannot be read. Stops early when `stop` turns true.
FoundMaps mapsIn(const std::filesystem::path& folder, const std::atomic<bool>& stop);
FoundMaps mapsIn(const std::filesystem::path& folder);

/// Only those in the folder itself.
FoundMaps mapsBeside(const std::filesystem::path& folder);

/// True for a .gitignore and a .journeyignore.
bool isIgnoreFile(const std::filesystem::path& path);

/// True if a search of `folder` looks at this path in it; both absolute and normalised. Asks
/// nothing of the file itself.
bool isSearched(const std::filesystem::path& map, const std::filesystem::path& folder);

}  // namespace journey::workspace
