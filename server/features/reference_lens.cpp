#include "features/reference_lens.hpp"

#include <map>
#include <string_view>
#include <utility>

namespace journey::features {

using workspace::Name;

std::vector<ReferenceLens> referenceLenses(const workspace::View& view,
                                           const workspace::File& file) {
  // By journey and title, in one pass: large maps have thousands of touchpoints.
  std::map<std::pair<std::uint32_t, std::string_view>, std::vector<Reference>> ways;
  for (const Name& name : file.facts->names)
    if (name.kind == Name::Kind::Touchpoint && !name.declares)
      ways[{name.journey, name.folded}].push_back({&file, name.span});
  std::vector<ReferenceLens> out;
  for (const Name& name : file.facts->names) {
    if (!name.declares) continue;
    NameAt head{&file, &name};
    std::vector<Reference> mentions;
    if (name.kind == Name::Kind::Persona) mentions = mentionsOf(view, head);
    if (name.kind == Name::Kind::Touchpoint)
      // They lead to the first of that title.
      if (auto found = ways.extract({name.journey, name.folded})) mentions = found.mapped();
    if (mentions.empty()) continue;
    std::uint32_t line = file.text.lineOf(name.whole.start);
    auto end = file.text.lineStart(line) + static_cast<std::uint32_t>(file.text.line(line).size());
    out.push_back({head, {name.whole.start, end}, std::move(mentions)});
  }
  return out;
}

}  // namespace journey::features
