// persona-without-evidence: a persona without a source.
#include "lint/journeys.hpp"
#include "lint/offer.hpp"
#include "lint/overview.hpp"
#include "lint/rules.hpp"

namespace journey::lint {

namespace {

void check(const MapCheck& c) {
  for (const JourneyOverview& journey : c.overview.journeys) {
    // Where nothing has a source, no-evidence says so once.
    if (journey.touchpoints.empty() || !journey.hasEvidence) continue;
    for (BlockIndex i : journey.journey->personas) {
      const model::Block& persona = c.map.block(i);
      if (isDescribed(persona) && !persona.has(Construct::Evidence))
        c.report(i, persona.head().whole, Message::persona_without_evidence,
                 {{"name", oneLine(persona.title())}});
    }
  }
}

void fix(const FixRequest& r) { offerEntry(r, Construct::Evidence); }

}  // namespace

const Rule rules::personaWithoutEvidence{"persona-without-evidence", Severity::Information, nullptr,
                                         &check, &fix};

}  // namespace journey::lint
