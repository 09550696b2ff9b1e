// flat-curve: four or more emotions, and all point the same way.
#include "lint/journeys.hpp"
#include "lint/overview.hpp"
#include "lint/rules.hpp"

namespace journey::lint {

namespace {

constexpr int enough = 4;

int signOf(int value) { return (value > 0) - (value < 0); }

void check(const MapCheck& c) {
  for (const JourneyOverview& journey : c.overview.journeys) {
    if (isFuture(c.map, *journey.journey)) continue;  // may well be good all along
    int count = 0;
    bool flat = true;
    EntryRef first;
    locale::Valence value = 0;
    for (BlockIndex i : journey.touchpoints) {
      const model::Block& block = c.map.block(i);
      for (const model::Emotion& emotion : block.emotions) {
        if (!emotion.valence || block.entries[emotion.entry].place != model::Place::Block) continue;
        if (count++ == 0) {
          value = *emotion.valence;
          first = {i, static_cast<std::uint32_t>(emotion.entry)};
        }
        flat = flat && signOf(*emotion.valence) == signOf(value);
      }
      if (!flat) break;
    }
    if (!flat || count < enough) continue;
    c.report(first.block, c.map.entry(first).whole, Message::flat_curve,
             {{"count", std::to_string(count)}})
        .entry = first.entry;
  }
}

}  // namespace

const Rule rules::flatCurve{"flat-curve", Severity::Information, nullptr, &check};

}  // namespace journey::lint
