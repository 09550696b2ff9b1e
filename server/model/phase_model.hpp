// Which phase model a journey follows.
#pragma once

#include <optional>
#include <vector>

#include "model/map.hpp"

namespace journey::model {

struct PhaseModelUse {
  const locale::PhaseModel* model = nullptr;
  bool declared = false;  // by `Model:` or the project; otherwise recognised from the titles
  std::vector<std::optional<std::size_t>> places;  // of the journey's phases in the model
};

/// The declared model, else the one most titles belong to if they make up more than half of it
/// (on a tie the project's own, then `purchase`); nullopt when there is none or `Model:` names
/// none.
std::optional<PhaseModelUse> phaseModelOf(const Map& map, const Journey& journey);

}  // namespace journey::model
