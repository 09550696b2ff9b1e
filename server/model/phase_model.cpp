#include "model/phase_model.hpp"

#include <set>

namespace journey::model {

namespace {

using Places = std::vector<std::optional<std::size_t>>;

std::vector<PhasePlace> readIn(const Map& map, const Journey& journey, std::size_t model) {
  std::vector<PhasePlace> out;
  for (const Phase& phase : journey.phases)
    out.push_back(phase.head == noBlock ? PhasePlace{} : map.block(phase.head).modelPhases[model]);
  return out;
}

Places placesOf(const std::vector<PhasePlace>& read, bool byNameOnly) {
  Places out;
  for (PhasePlace p : read)
    out.push_back(p.place < 0 || (byNameOnly && !p.byName)
                      ? std::nullopt
                      : std::optional(static_cast<std::size_t>(p.place)));
  return out;
}

/// In a model that is our guess, a title that only means a phase stands for it where the names
/// around it leave a gap there: such a reading shall not make a phase come twice or too late.
void fillGaps(Places& places, const std::vector<PhasePlace>& read) {
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (places[i] || read[i].place < 0) continue;
    auto place = static_cast<std::size_t>(read[i].place);
    bool fits = true;
    for (std::size_t k = 0; k < places.size(); ++k)
      if (places[k]) fits &= k < i ? *places[k] < place : *places[k] > place;
    if (fits) places[i] = place;
  }
}

}  // namespace

std::optional<PhaseModelUse> phaseModelOf(const Map& map, const Journey& journey) {
  auto models = map.conventions->models();
  std::string_view name = map.attribute(journey, Construct::Model);
  if (name.empty()) name = map.conventions->model;
  if (!name.empty()) {
    const locale::PhaseModel* model = map.conventions->modelNamed(name);
    if (!model) return std::nullopt;
    auto read = readIn(map, journey, static_cast<std::size_t>(model - models.data()));
    return PhaseModelUse{model, true, placesOf(read, false)};
  }
  std::optional<PhaseModelUse> best;
  std::size_t bestCount = 0;
  for (std::size_t m = 0; m < models.size(); ++m) {
    PhaseModelUse use{&models[m], false, placesOf(readIn(map, journey, m), true)};
    std::set<std::size_t> distinct;
    for (auto place : use.places)
      if (place) distinct.insert(*place);
    if (distinct.size() * 2 <= models[m].phases.size() || distinct.size() <= bestCount) continue;
    bestCount = distinct.size();
    best = std::move(use);
  }
  if (best)
    fillGaps(best->places,
             readIn(map, journey, static_cast<std::size_t>(best->model - models.data())));
  return best;
}

}  // namespace journey::model
