#include "model/phase_model.hpp"

#include <set>

namespace journey::model {

namespace {

std::vector<std::optional<std::size_t>> placesIn(const Map& map, const Journey& journey,
                                                 std::size_t model) {
  std::vector<std::optional<std::size_t>> places;
  for (const Phase& phase : journey.phases) {
    std::int16_t place =
        phase.head == noBlock ? std::int16_t{-1} : map.block(phase.head).modelPhases[model];
    places.push_back(place < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(place)));
  }
  return places;
}

}  // namespace

std::optional<PhaseModelUse> phaseModelOf(const Map& map, const Journey& journey) {
  auto models = map.conventions->models();
  std::string_view name = map.attribute(journey, Construct::Model);
  if (name.empty()) name = map.conventions->model;
  if (!name.empty()) {
    const locale::PhaseModel* model = map.conventions->modelNamed(name);
    if (!model) return std::nullopt;
    return PhaseModelUse{model, true,
                         placesIn(map, journey, static_cast<std::size_t>(model - models.data()))};
  }
  std::optional<PhaseModelUse> best;
  std::size_t bestCount = 0;
  for (std::size_t m = 0; m < models.size(); ++m) {
    PhaseModelUse use{&models[m], false, placesIn(map, journey, m)};
    std::set<std::size_t> distinct;
    for (auto place : use.places)
      if (place) distinct.insert(*place);
    if (distinct.size() * 2 <= models[m].phases.size() || distinct.size() <= bestCount) continue;
    bestCount = distinct.size();
    best = std::move(use);
  }
  return best;
}

}  // namespace journey::model
