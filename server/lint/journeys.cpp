#include "lint/journeys.hpp"

#include <algorithm>

#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace journey::lint {

std::vector<model::BlockIndex> personasOf(const model::Map& map, const model::Journey& journey) {
  std::vector<model::BlockIndex> out = journey.personas;
  if (!map.journeys.empty() && map.journeys.front().head == model::noBlock && &map.journeys.front() != &journey)
    out.insert(out.end(), map.journeys.front().personas.begin(), map.journeys.front().personas.end());
  return out;
}

std::vector<model::BlockIndex> touchpointsOf(const model::Journey& journey) {
  std::vector<model::BlockIndex> out;
  for (const model::Phase& phase : journey.phases)
    out.insert(out.end(), phase.touchpoints.begin(), phase.touchpoints.end());
  return out;
}

const model::Journey* journeyOf(const model::Map& map, model::BlockIndex block) {
  const model::Journey* found = nullptr;
  for (const model::Journey& journey : map.journeys) {
    bool starts = journey.head == model::noBlock || journey.head <= block;
    if (starts) found = &journey;
  }
  return found;
}

std::optional<double> curveValue(const model::Block& touchpoint) {
  double sum = 0;
  int count = 0;
  for (const model::Emotion& emotion : touchpoint.emotions) {
    if (!emotion.valence || touchpoint.entries[emotion.entry].place != model::Place::Block) continue;
    sum += *emotion.valence;
    ++count;
  }
  return count == 0 ? std::nullopt : std::optional(sum / count);
}

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates) {
  std::string folded = text::fold(word);
  std::uint32_t limit = text::length(folded, text::PositionEncoding::Utf32) <= 4 ? 1 : 2;
  std::optional<std::string> best;
  std::uint32_t bestDistance = limit + 1;
  for (const std::string& candidate : candidates) {
    std::uint32_t distance = text::editDistance(folded, text::fold(candidate), limit);
    if (distance >= bestDistance) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

}  // namespace journey::lint
