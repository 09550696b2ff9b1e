#include "workspace/library.hpp"

#include <algorithm>

namespace journey::workspace {

lint::Library libraryOf(const std::vector<const Facts*>& files) {
  lint::Library library;
  for (const Facts* facts : files) {
    library.futures.insert(facts->futures.begin(), facts->futures.end());
    if (!facts->isLibrary) continue;
    for (const Name& name : facts->names) {
      if (name.kind != Name::Kind::Persona || !name.declares || name.bare) continue;
      auto own = std::ranges::find(facts->personas, name.folded,
                                   &std::pair<std::string, std::uint64_t>::first);
      if (own != facts->personas.end())
        library.personas.try_emplace(name.folded, lint::LibraryPersona{name.text, own->second});
    }
  }
  return library;
}

}  // namespace journey::workspace
