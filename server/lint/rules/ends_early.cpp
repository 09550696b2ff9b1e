// ends-early: nothing comes after the purchase.
#include "lint/journeys.hpp"
#include "lint/overview.hpp"
#include "lint/purchase.hpp"
#include "lint/rules.hpp"
#include "lint/write.hpp"

namespace journey::lint {

namespace {

void check(const MapCheck& c) {
  for (const JourneyOverview& journey : c.overview.journeys) {
    if (!isJudgedByPurchase(c.map, journey)) continue;
    BlockIndex head = journey.journey->phases.back().head;
    if (isPurchase(c.map, head))
      c.report(head, c.map.block(head).head().whole, Message::ends_early,
               {{"phase", oneLine(c.map.block(head).title())}});
  }
}

void fix(const FixRequest& r) { offerPhaseAfter(r); }

}  // namespace

const Rule rules::endsEarly{"ends-early", Severity::Information, nullptr, &check, &fix};

}  // namespace journey::lint
