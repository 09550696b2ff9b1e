#include "features/reference_lens.hpp"

#include <unordered_set>

#include "features/references.hpp"

namespace journey::features {

using workspace::Name;

std::vector<NameAt> referenceLenses(const workspace::View& view, const workspace::File& file) {
  std::vector<NameAt> out;
  std::unordered_set<std::string_view> leadTo;
  for (const Name& name : file.facts->names)
    if (name.kind == Name::Kind::Touchpoint && !name.declares) leadTo.insert(name.folded);
  for (const Name& name : file.facts->names) {
    bool mayBeNamed = name.kind == Name::Kind::Persona ||
                      (name.kind == Name::Kind::Touchpoint && leadTo.contains(name.folded));
    if (name.declares && mayBeNamed && !mentionsOf(view, {&file, &name}).empty())
      out.push_back({&file, &name});
  }
  return out;
}

}  // namespace journey::features
