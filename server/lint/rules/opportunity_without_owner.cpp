// opportunity-without-owner: nobody takes care of the idea.
#include "lint/offer.hpp"
#include "lint/placeholder.hpp"
#include "lint/rules.hpp"

namespace journey::lint {

namespace {

void check(const BlockCheck& c) {
  for (const model::Opportunity& opportunity : c.block.opportunities) {
    const model::Entry& head = c.block.entries[opportunity.entries.front()];
    if (head.place != model::Place::Block || head.text.empty() || isPlaceholder(head.text))
      continue;
    if (!takes(c.map, c.block, opportunity, Construct::Owner))
      c.report(static_cast<std::uint32_t>(opportunity.entries.front()), head.whole,
               Message::opportunity_without_owner);
  }
}

void fix(const FixRequest& r) {
  offerToOpportunity(r, Construct::Owner);
  for (const std::string& owner : knownNames(r, Construct::Owner))
    offerToOpportunity(r, Construct::Owner, owner);
}

}  // namespace

const Rule rules::opportunityWithoutOwner{"opportunity-without-owner", Severity::Warning, &check,
                                          nullptr, &fix};

}  // namespace journey::lint
