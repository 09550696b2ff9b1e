// Keeps links right when files and folders are renamed: those that lead to them, and the relative
// ones inside them.
// LSP 3.17: workspace/willRenameFiles
#pragma once

#include <string>
#include <vector>

#include "features/edits.hpp"
#include "workspace/view.hpp"

namespace journey::features {

struct FileRename {
  std::string oldUri;
  std::string newUri;
};

/// To be done before the files are renamed: the edits speak of the old URIs.
WorkspaceEdit fileRenameEdits(const workspace::View& view, const std::vector<FileRename>& renames);

}  // namespace journey::features
