#include "features/definition.hpp"

#include "features/links.hpp"
#include "features/names.hpp"

namespace journey::features {

std::optional<Definition> definition(const workspace::View& view, const workspace::File& file,
                                     std::uint32_t offset) {
  // A link may stand inside a title, and is the smaller of the two.
  if (const workspace::Link* link = linkAt(file, offset);
      link && link->kind != workspace::Link::Kind::Web) {
    auto target = targetOf(file, *link);
    if (!target) return std::nullopt;
    const workspace::File* known = view.find(*target);
    return Definition{link->span, {{known ? known->uri : *target, known, {}, {}}}};
  }
  auto name = nameAt(file, offset);
  if (!name) return std::nullopt;
  Definition out{name->name->span, {}};
  Meaning meaning = meaningOf(view, *name);
  for (NameAt head : headsOf(view, meaning, file))
    out.targets.push_back({head.file->uri, head.file, head.name->whole, head.name->span});
  if (meaning.folder)
    for (SettingAt lane : settingsOf(view, meaning))
      out.targets.push_back({lane.file->uri, lane.file, lane.span, lane.span});
  if (out.targets.empty()) return std::nullopt;
  return out;
}

}  // namespace journey::features
