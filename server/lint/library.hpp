// Personas that the workspace's libraries describe: a map that says just `Persona: Emma` means
// them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>

namespace journey::lint {

struct LibraryPersona {
  std::string title;
  std::uint64_t own = 0;  // bit per construct, as model::Block::own
  bool operator==(const LibraryPersona&) const = default;
};

using Library = std::unordered_map<std::string, LibraryPersona>;  // by title, folded
using LibraryPtr = std::shared_ptr<const Library>;                // null: not known

}  // namespace journey::lint
