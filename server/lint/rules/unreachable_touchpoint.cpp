// unreachable-touchpoint: no way leads to a touchpoint.
#include <algorithm>

#include "lint/journeys.hpp"
#include "lint/overview.hpp"
#include "lint/rules.hpp"
#include "lint/write.hpp"

namespace journey::lint {

namespace {

void check(const MapCheck& c) {
  for (const JourneyOverview& journey : c.overview.journeys) {
    if (!journey.ways) continue;
    const Ways& ways = *journey.ways;
    std::vector<bool> reached(ways.size());
    std::optional<std::vector<bool>> stuck;
    // What only follows an endless loop is reached once that has a way out.
    auto followsLoop = [&](std::size_t i) {
      if (c.context.settings->isOff(rules::endlessLoop)) return false;
      if (!stuck) stuck = trapped(ways);
      return bool((*stuck)[i - 1]);
    };
    for (std::size_t i = 0; i < ways.size(); ++i)
      for (std::size_t target : ways.from(i)) reached[target] = true;
    for (std::size_t i = 1; i < reached.size(); ++i) {
      // Where a `Next` before it names nothing, broken-reference says so: it may mean this one.
      if (reached[i] || ways.leaves(i - 1)) continue;
      BlockIndex here = journey.touchpoints[i];
      BlockIndex before = journey.touchpoints[i - 1];
      const model::Block& block = c.map.block(here);
      if (!block.isNamed() || followsLoop(i)) continue;
      Finding& finding = c.report(here, block.head().whole, Message::unreachable_touchpoint,
                                  {{"title", oneLine(block.title())}});
      for (const model::Way& way : c.map.block(before).ways)
        if (!way.conditional) {
          finding.related.push_back({before, c.map.block(before).entries[way.entry].whole,
                                     Message::unreachable_touchpoint_before});
          break;
        }
    }
  }
}

void fix(const FixRequest& r) {
  const model::Journey* journey = journeyOf(r.map, r.block);
  if (!journey || r.finding.related.empty()) return;
  BlockIndex before = r.finding.related.front().block;
  r.offer(Message::fix_add_way_from, {{"title", oneLine(r.map.block(before).title())}},
          {addEntry(r.text, r.map, before, Construct::Next, oneLine(r.at().title()))});
}

}  // namespace

const Rule rules::unreachableTouchpoint{"unreachable-touchpoint", Severity::Warning, nullptr,
                                        &check, &fix};

}  // namespace journey::lint
