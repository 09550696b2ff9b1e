// opportunity-without-metric: nothing says how its success is measured.
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
    if (!takes(c.map, c.block, opportunity, Construct::Metric))
      c.report(static_cast<std::uint32_t>(opportunity.entries.front()), head.whole,
               Message::opportunity_without_metric);
  }
}

void fix(const FixRequest& r) { offerToOpportunity(r, Construct::Metric); }

}  // namespace

const Rule rules::opportunityWithoutMetric{"opportunity-without-metric", Severity::Information,
                                           &check, nullptr, &fix};

}  // namespace journey::lint
