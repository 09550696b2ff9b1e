// What the other maps of a workspace say that a rule has to know.
#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>

namespace journey::lint {

struct LibraryPersona {
  std::string title;
  std::uint64_t own = 0;  // bit per construct, as model::Block::own
  bool operator==(const LibraryPersona&) const = default;
};

struct Library {
  /// That the libraries describe, by title, folded: `Persona: Emma` alone in a map means them.
  std::unordered_map<std::string, LibraryPersona> personas;
  /// Titles, folded, of journeys drawn as they should become.
  std::set<std::string, std::less<>> futures;
  bool operator==(const Library&) const = default;
};
using LibraryPtr = std::shared_ptr<const Library>;  // null: not known

}  // namespace journey::lint
