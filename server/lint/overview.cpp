#include "lint/overview.hpp"

namespace journey::lint {

using model::Block;
using model::Construct;

Overview overviewOf(const model::Map& map) {
  Overview out;
  out.journeys.reserve(map.journeys.size());
  for (const model::Journey& journey : map.journeys) {
    JourneyOverview& one = out.journeys.emplace_back();
    one.journey = &journey;
    for (const model::Phase& phase : journey.phases)
      one.touchpoints.insert(one.touchpoints.end(), phase.touchpoints.begin(),
                             phase.touchpoints.end());
    for (model::BlockIndex i : one.touchpoints) {
      const Block& block = map.block(i);
      one.hasNext |= block.has(Construct::Next);
      one.hasQualifier |= block.hasQualifier;
    }
    if (!one.hasNext) continue;
    one.byTitle.reserve(one.touchpoints.size());
    for (std::size_t i = 0; i < one.touchpoints.size(); ++i)
      one.byTitle.try_emplace(map.block(one.touchpoints[i]).foldedTitle, i);
  }
  return out;
}

Ways waysOf(const model::Map& map, const JourneyOverview& journey) {
  std::size_t count = journey.touchpoints.size();
  Ways ways{std::vector<std::vector<std::size_t>>(count), std::vector<bool>(count)};
  for (std::size_t i = 0; i < count; ++i) {
    bool goesOn = true;  // on a condition, it goes on in order where that does not hold
    for (const model::Way& way : map.block(journey.touchpoints[i]).ways) {
      goesOn &= way.conditional;
      auto found = journey.byTitle.find(way.target);
      if (found == journey.byTitle.end())
        ways.leaves[i] = true;
      else
        ways.to[i].push_back(found->second);
    }
    if (goesOn && i + 1 < count) ways.to[i].push_back(i + 1);
    if (goesOn && i + 1 == count) ways.leaves[i] = true;
  }
  return ways;
}

}  // namespace journey::lint
