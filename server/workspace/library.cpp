#include "workspace/library.hpp"

namespace journey::workspace {

lint::Library libraryOf(const std::vector<const Facts*>& files) {
  lint::Library library;
  for (const Facts* facts : files) {
    library.futures.insert(facts->futures.begin(), facts->futures.end());
    if (!facts->isLibrary) continue;
    for (const Name& name : facts->names) {
      if (name.kind != Name::Kind::Persona || !name.declares || name.bare) continue;
      library.personas.try_emplace(name.folded, lint::LibraryPersona{name.text, 0});
    }
    // A persona may have several blocks: what any of them says is said.
    for (const auto& [name, own] : facts->personas)
      if (auto known = library.personas.find(name); known != library.personas.end())
        known->second.own |= own;
  }
  return library;
}

}  // namespace journey::workspace
