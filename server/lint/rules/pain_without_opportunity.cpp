// pain-without-opportunity: a pain point, and no opportunity at its touchpoint or in its phase.
#include "lint/offer.hpp"
#include "lint/rules.hpp"
#include "lint/unaddressed.hpp"

namespace journey::lint {

namespace {

void check(const MapCheck& c) {
  bool asksAtLowest = !c.context.settings->isOff(rules::lowestPointUnaddressed);
  for (const model::Journey& journey : c.map.journeys) {
    std::vector<EntryRef> pains = unaddressedPains(c.map, journey);
    if (pains.empty()) continue;
    // At the lowest point lowest-point-unaddressed asks for the same opportunity.
    auto lowest = asksAtLowest ? lowestUnaddressed(c.map, journey) : std::nullopt;
    for (EntryRef ref : pains) {
      if (ref.block == lowest) continue;
      const model::Entry& pain = c.map.entry(ref);
      c.report(ref.block, pain.whole, Message::pain_without_opportunity, {{"pain", pain.text}})
          .entry = ref.entry;
    }
  }
}

void fix(const FixRequest& r) { offerEntry(r, Construct::Opportunity); }

}  // namespace

const Rule rules::painWithoutOpportunity{"pain-without-opportunity", Severity::Warning, nullptr,
                                         &check, &fix};

}  // namespace journey::lint
