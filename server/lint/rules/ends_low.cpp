// ends-low: the journey ends where the customer feels bad.
#include <algorithm>

#include "lint/journeys.hpp"
#include "lint/offer.hpp"
#include "lint/overview.hpp"
#include "lint/rules.hpp"
#include "lint/unaddressed.hpp"

namespace journey::lint {

namespace {

/// Another rule asks for the same opportunity.
bool isAskedElsewhere(const MapCheck& c, const model::Journey& journey, BlockIndex last) {
  const Settings& settings = *c.context.settings;
  if (!settings.isOff(rules::lowestPointUnaddressed) && lowestUnaddressed(c.map, journey) == last)
    return true;
  if (settings.isOff(rules::painWithoutOpportunity)) return false;
  std::vector<EntryRef> pains = unaddressedPains(c.map, journey);
  return std::ranges::find(pains, last, &EntryRef::block) != pains.end();
}

void check(const MapCheck& c) {
  for (const JourneyOverview& journey : c.overview.journeys) {
    if (journey.touchpoints.empty()) continue;
    BlockIndex last = journey.touchpoints.back();
    const model::Block& block = c.map.block(last);
    auto value = curveValue(block);
    if (!value || *value >= 0 || mentions(c.map, block, Construct::Opportunity) ||
        isAskedElsewhere(c, *journey.journey, last))
      continue;
    c.report(last, block.head().whole, Message::ends_low, {{"title", oneLine(block.title())}});
  }
}

void fix(const FixRequest& r) { offerEntry(r, Construct::Opportunity); }

}  // namespace

const Rule rules::endsLow{"ends-low", Severity::Information, nullptr, &check, &fix};

}  // namespace journey::lint
