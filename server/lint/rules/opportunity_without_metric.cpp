// opportunity-without-metric: nothing says how its success is measured.
#include "lint/offer.hpp"
#include "lint/rules.hpp"

namespace journey::lint {

namespace {

void check(const BlockCheck& c) {
  askOpportunities(c, Construct::Metric, Message::opportunity_without_metric);
}

void fix(const FixRequest& r) { offerToOpportunity(r, Construct::Metric); }

}  // namespace

const Rule rules::opportunityWithoutMetric{"opportunity-without-metric", Severity::Information,
                                           &check, nullptr, &fix};

}  // namespace journey::lint
