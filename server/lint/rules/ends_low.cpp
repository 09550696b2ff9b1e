// ends-low: the journey ends where the customer feels bad.
#include "lint/journeys.hpp"
#include "lint/offer.hpp"
#include "lint/overview.hpp"
#include "lint/rules.hpp"

namespace journey::lint {

namespace {

/// Its lowest point is told of by another rule.
bool isLowest(const MapCheck& c, const JourneyOverview& journey, double value) {
  for (BlockIndex i : journey.touchpoints)
    if (auto other = curveValue(c.map.block(i)); other && *other < value) return false;
  return true;
}

void check(const MapCheck& c) {
  for (const JourneyOverview& journey : c.overview.journeys) {
    if (journey.touchpoints.empty()) continue;
    BlockIndex last = journey.touchpoints.back();
    const model::Block& block = c.map.block(last);
    auto value = curveValue(block);
    if (!value || *value >= 0 || block.has(Construct::Opportunity)) continue;
    if (!c.context.settings->isOff(rules::lowestPointUnaddressed) && isLowest(c, journey, *value))
      continue;
    c.report(last, block.head().whole, Message::ends_low, {{"title", oneLine(block.title())}});
  }
}

void fix(const FixRequest& r) { offerEntry(r, Construct::Opportunity); }

}  // namespace

const Rule rules::endsLow{"ends-low", Severity::Information, nullptr, &check, &fix};

}  // namespace journey::lint
