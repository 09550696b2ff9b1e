// touchpoint-without-action: nothing says what the customer does.
#include "lint/journeys.hpp"
#include "lint/offer.hpp"
#include "lint/rules.hpp"

namespace journey::lint {

namespace {

void check(const BlockCheck& c) {
  if (isToldOf(c.block) && !mentions(c.map, c.block, Construct::Action))
    c.report(0, c.block.head().whole, Message::touchpoint_without_action,
             {{"title", oneLine(c.block.title())}});
}

void fix(const FixRequest& r) { offerEntry(r, Construct::Action); }

}  // namespace

const Rule rules::touchpointWithoutAction{"touchpoint-without-action", Severity::Information,
                                          &check, nullptr, &fix};

}  // namespace journey::lint
