// opportunity-without-owner: nobody takes care of the idea.
#include "lint/offer.hpp"
#include "lint/rules.hpp"

namespace journey::lint {

namespace {

void check(const BlockCheck& c) {
  askOpportunities(c, Construct::Owner, Message::opportunity_without_owner);
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
