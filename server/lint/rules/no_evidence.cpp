// no-evidence: nothing on the map says how one knows.
#include <algorithm>

#include "lint/journeys.hpp"
#include "lint/offer.hpp"
#include "lint/overview.hpp"
#include "lint/rules.hpp"

namespace journey::lint {

namespace {

void check(const MapCheck& c) {
  for (const JourneyOverview& journey : c.overview.journeys)
    // How things will be, nobody can know.
    if (journey.journey->head != model::noBlock && !journey.touchpoints.empty() &&
        !journey.hasEvidence && !isFuture(c.map, *journey.journey))
      c.report(journey.journey->head, c.map.block(journey.journey->head).head().whole,
               Message::no_evidence);
}

void fix(const FixRequest& r) {
  offerEntry(r, Construct::Evidence);
  offerEntry(r, Construct::Evidence, locale::say(Message::assumption, r.map.language));
}

}  // namespace

const Rule rules::noEvidence{"no-evidence", Severity::Warning, nullptr, &check, &fix};

}  // namespace journey::lint
