// Who travels, and where they are described.
#include <algorithm>
#include <unordered_map>

#include "model/placeholder.hpp"
#include "report/journeys.hpp"

namespace journey::report {

namespace {

using workspace::Name;

struct Found {
  Persona persona;
  std::vector<const Journey*> maps;  // some often: a journey may name a persona many times
};

}  // namespace

std::vector<Persona> personasOf(const std::vector<Source>& sources,
                                const std::vector<Journey>& journeys) {
  std::vector<Found> all;
  std::unordered_map<std::string, std::size_t> byName;
  auto next = journeys.begin();
  for (const Source& source : sources) {
    // By their place in the file; those that are no maps are none here.
    std::vector<const Journey*> here(source.map->journeys.size());
    auto begin = next;
    for (; next != journeys.end() && next->source == &source; ++next)
      here[static_cast<std::size_t>(next->journey - source.map->journeys.data())] = &*next;
    for (const Name& name : source.facts->names) {
      if (name.kind != Name::Kind::Persona ||
          model::isPlaceholder(name.text, syntax::Construct::Persona, source.map->language))
        continue;
      auto [at, isNew] = byName.try_emplace(name.folded, all.size());
      if (isNew) all.push_back({{name.text, {}, {}}, {}});
      Found& who = all[at->second];
      const Journey* around = here[name.journey];
      if (name.declares && !name.bare)
        who.persona.described.push_back({around ? around->name.title : source.path,
                                         placeOf(source, source.map->blockAt(name.span.start))});
      if (name.declares && name.journey == 0 && source.facts->hasPreamble)
        for (auto of = begin; of != next; ++of) who.maps.push_back(&*of);
      else if (around)
        who.maps.push_back(around);
    }
  }
  std::vector<Persona> out;
  for (Found& one : all) {
    std::ranges::sort(one.maps);  // all stand in one vector: this is their order
    one.maps.erase(std::ranges::unique(one.maps).begin(), one.maps.end());
    for (const Journey* of : one.maps) one.persona.maps.push_back(of->name);
    out.push_back(std::move(one.persona));
  }
  std::ranges::stable_sort(out, std::greater(), [](const Persona& p) { return p.maps.size(); });
  return out;
}

}  // namespace journey::report
