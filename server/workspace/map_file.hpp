// Reads maps from disk, for the index. Runs on any thread: it touches nothing but its arguments.
#pragma once

#include <filesystem>

#include "workspace/files.hpp"
#include "workspace/project.hpp"
#include "workspace/view.hpp"

namespace journey::workspace {

/// One map from disk; nullptr if it cannot be read.
FilePtr readMapFile(const Files& files, const std::filesystem::path& path,
                    const ProjectPtr& project);

/// A map that was read before, as another project reads it.
FilePtr readAgain(const File& file, const ProjectPtr& project);

}  // namespace journey::workspace
