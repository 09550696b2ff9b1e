// What lies around a map on disk, for rules that ask.
#pragma once

#include <filesystem>

#include "lint/surroundings.hpp"

namespace journey::workspace {

/// Of a map at a path; looked up anew each time a rule asks.
lint::SurroundingsPtr surroundingsOf(const std::filesystem::path& map);

/// True for the names of pictures that browsers show.
bool isImage(const std::filesystem::path& path);

}  // namespace journey::workspace
