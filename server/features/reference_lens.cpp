#include "features/reference_lens.hpp"

#include <unordered_set>

namespace journey::features {

using workspace::Name;

std::vector<ReferenceLens> referenceLenses(const workspace::View& view,
                                           const workspace::File& file) {
  std::vector<ReferenceLens> out;
  std::unordered_set<std::string_view> leadTo;
  for (const Name& name : file.facts->names)
    if (name.kind == Name::Kind::Touchpoint && !name.declares) leadTo.insert(name.folded);
  for (const Name& name : file.facts->names) {
    bool mayBeNamed = name.kind == Name::Kind::Persona ||
                      (name.kind == Name::Kind::Touchpoint && leadTo.contains(name.folded));
    if (!name.declares || !mayBeNamed) continue;
    NameAt head{&file, &name};
    std::vector<Reference> mentions = mentionsOf(view, head);
    if (mentions.empty()) continue;
    std::uint32_t line = file.text.lineOf(name.whole.start);
    auto end = file.text.lineStart(line) + static_cast<std::uint32_t>(file.text.line(line).size());
    out.push_back({head, {name.whole.start, end}, std::move(mentions)});
  }
  return out;
}

}  // namespace journey::features
