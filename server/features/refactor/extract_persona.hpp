// Moves the description of a persona into a library, where all maps of the workspace find it. Here
// stays the bare `Persona: Emma`, which means the one described there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "features/edits.hpp"
#include "workspace/snapshot.hpp"

namespace journey::features {

/// Another file: what it holds now, or that it is to be made.
struct Elsewhere {
  std::string uri;
  std::optional<text::Text> text;                 // none: it is not there yet
  std::optional<std::int64_t> version;            // of an open document
  std::optional<locale::Language> language = {};  // of a text that has one
};

/// True for a persona with a name and entries of its own.
bool describesPersona(const workspace::Snapshot& snapshot, model::BlockIndex block);

/// The persona's own lines move behind everything that the library holds.
WorkspaceEdit extractPersona(const workspace::Snapshot& snapshot, const std::string& uri,
                             model::BlockIndex persona, const Elsewhere& library);

}  // namespace journey::features
