// never-reviewed: nothing says when the map was last checked.
#include "lint/journeys.hpp"
#include "lint/offer.hpp"
#include "lint/overview.hpp"
#include "lint/rules.hpp"
#include "model/values.hpp"

namespace journey::lint {

namespace {

void check(const MapCheck& c) {
  for (const JourneyOverview& journey : c.overview.journeys)
    if (journey.journey->head != model::noBlock && !journey.touchpoints.empty() &&
        !journey.states(c.map, {Construct::Reviewed}))
      c.report(journey.journey->head, c.map.block(journey.journey->head).head().whole,
               Message::never_reviewed);
}

void fix(const FixRequest& r) {
  offerEntry(r, Construct::Reviewed, model::isoDate(r.context.today));
}

}  // namespace

const Rule rules::neverReviewed{"never-reviewed", Severity::Information, nullptr, &check, &fix};

}  // namespace journey::lint
