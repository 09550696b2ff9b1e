// All files of a workspace at one moment: an immutable value for features that look beyond a file.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.hpp"
#include "workspace/facts.hpp"
#include "workspace/snapshot.hpp"

namespace journey::workspace {

/// A map as the editor has it, or as it lies on disk if it is not open.
struct File {
  std::string uri;
  std::string key;  // keyOf(uri)
  text::Text text;
  std::uint64_t hash = 0;  // of the text's bytes
  std::shared_ptr<const Facts> facts;
  SnapshotPtr snapshot;  // of an open document; its version is the one to edit
};
using FilePtr = std::shared_ptr<const File>;

struct Folder {
  std::string uri;
  std::string name;
  FilePtr settings = nullptr;  // its journey.json as text, without facts; nullptr if it has none
};

struct View {
  std::vector<FilePtr> files;  // ordered by key
  std::vector<Folder> folders;

  /// By a URI however escaped; nullptr if there is none.
  const File* find(std::string_view uri) const;
  /// The innermost folder that a file lies in; nullptr if it lies in none.
  const Folder* folderOf(const File& file) const;
};
using ViewPtr = std::shared_ptr<const View>;

/// `hash` is left 0 for open documents: they have versions.
FilePtr makeFile(std::string uri, text::Text text, Facts facts, SnapshotPtr snapshot = nullptr);

}  // namespace journey::workspace
