// touchpoint-without-thought: neither a thought nor a quote.
#include "lint/journeys.hpp"
#include "lint/offer.hpp"
#include "lint/rules.hpp"

namespace journey::lint {

namespace {

void check(const BlockCheck& c) {
  if (isToldOf(c.block) && !mentions(c.map, c.block, Construct::Thought) &&
      !mentions(c.map, c.block, Construct::Quote))
    c.report(0, c.block.head().whole, Message::touchpoint_without_thought,
             {{"title", oneLine(c.block.title())}});
}

void fix(const FixRequest& r) {
  offerEntry(r, Construct::Thought);
  offerEntry(r, Construct::Quote);
}

}  // namespace

const Rule rules::touchpointWithoutThought{"touchpoint-without-thought", Severity::Hint, &check,
                                           nullptr, &fix};

}  // namespace journey::lint
