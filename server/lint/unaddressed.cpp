#include "lint/unaddressed.hpp"

#include <algorithm>

#include "lint/journeys.hpp"

namespace journey::lint {

std::vector<BlockIndex> lowestOf(const model::Map& map, std::span<const BlockIndex> touchpoints) {
  std::vector<BlockIndex> out;
  double value = 0;  // a low point that is not below neutral hurts nobody
  for (BlockIndex i : touchpoints) {
    auto here = curveValue(map.block(i));
    if (!here || *here >= 0 || *here > value) continue;
    if (*here < value) out.clear();
    value = *here;
    out.push_back(i);
  }
  return out;
}

std::optional<BlockIndex> lowestUnaddressed(const model::Map& map, const model::Journey& journey) {
  std::vector<BlockIndex> lowest = lowestOf(map, touchpointsOf(journey));
  auto open = std::ranges::find_if(
      lowest, [&](BlockIndex i) { return !map.block(i).has(Construct::Opportunity); });
  if (open == lowest.end() || mentions(map, map.block(*open), Construct::Opportunity))
    return std::nullopt;
  return *open;
}

std::vector<EntryRef> unaddressedPains(const model::Map& map, const model::Journey& journey) {
  std::vector<EntryRef> out;
  for (const model::Phase& phase : journey.phases) {
    auto has = [&](Construct construct) {
      return std::ranges::any_of(phase.touchpoints,
                                 [&](BlockIndex i) { return map.block(i).has(construct); });
    };
    if ((!has(Construct::Pain) && !has(Construct::Problem)) || has(Construct::Opportunity))
      continue;
    // One whose keyword is mistyped counts.
    if (std::ranges::any_of(phase.touchpoints, [&](BlockIndex i) {
          return mentions(map, map.block(i), Construct::Opportunity);
        }))
      continue;
    for (BlockIndex i : phase.touchpoints)
      for (const model::Entry* pain : map.block(i).pains())
        if (!pain->text.empty())
          out.push_back({i, static_cast<std::uint32_t>(pain - map.block(i).entries.data())});
  }
  return out;
}

}  // namespace journey::lint
