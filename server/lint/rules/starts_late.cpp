// starts-late: nothing comes before the purchase or the use.
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
    BlockIndex head = journey.journey->phases.front().head;
    if (isPurchase(c.map, head) || isUse(c.map, head))
      c.report(head, c.map.block(head).head().whole, Message::starts_late,
               {{"phase", oneLine(c.map.block(head).title())}});
  }
}

void fix(const FixRequest& r) { offerPhaseBefore(r); }

}  // namespace

const Rule rules::startsLate{"starts-late", Severity::Information, nullptr, &check, &fix};

}  // namespace journey::lint
