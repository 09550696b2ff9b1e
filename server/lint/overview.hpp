// What several checks of a whole map need to know of each journey: found once for all of them,
// since it is on the path of every keystroke.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/map.hpp"

namespace journey::lint {

struct JourneyOverview {
  const model::Journey* journey = nullptr;
  std::vector<model::BlockIndex> touchpoints;  // in order
  bool hasNext = false;                        // some `Next` stands in it
  bool hasQualifier = false;
  /// By folded title: the place of the first so called in `touchpoints`. Empty without `Next`.
  std::unordered_map<std::string_view, std::size_t> byTitle;
};

struct Overview {
  std::vector<JourneyOverview> journeys;  // as Map::journeys
};

Overview overviewOf(const model::Map& map);

/// Where each touchpoint of a journey leads, by place in the order. `leaves`: it ends the journey,
/// or leads somewhere that the map does not say.
struct Ways {
  std::vector<std::vector<std::size_t>> to;
  std::vector<bool> leaves;
};

/// The way goes on in order, unless a `Next` without a condition says otherwise.
Ways waysOf(const model::Map& map, const JourneyOverview& journey);

}  // namespace journey::lint
