// crowded-map: more touchpoints than people can take in.
#include "lint/journeys.hpp"
#include "lint/offer.hpp"
#include "lint/overview.hpp"
#include "lint/rules.hpp"
#include "lint/write.hpp"

namespace journey::lint {

namespace {

constexpr std::size_t mostInPhase = 8;
constexpr std::size_t mostInAll = 40;

void check(const MapCheck& c) {
  for (const JourneyOverview& journey : c.overview.journeys) {
    if (journey.touchpoints.size() > mostInAll && journey.journey->head != model::noBlock)
      c.report(journey.journey->head, c.map.block(journey.journey->head).head().whole,
               Message::crowded_map, {{"count", std::to_string(journey.touchpoints.size())}});
    for (const model::Phase& phase : journey.journey->phases)
      if (phase.head != model::noBlock && phase.touchpoints.size() > mostInPhase)
        c.report(phase.head, c.map.block(phase.head).head().whole, Message::crowded_phase,
                 {{"phase", oneLine(c.map.block(phase.head).title())},
                  {"count", std::to_string(phase.touchpoints.size())}});
  }
}

void fix(const FixRequest& r) {
  const model::Journey* journey = journeyOf(r.map, r.block);
  if (!journey) return;
  for (const model::Phase& phase : journey->phases) {
    if (phase.head != r.block) continue;
    BlockIndex half = phase.touchpoints[phase.touchpoints.size() / 2];
    r.offer(Message::fix_begin_phase, {{"title", oneLine(r.map.block(half).title())}},
            {insertBlockAfterLine(r.text, ownEnd(r.map, half - 1),
                                  {entryLine(Construct::Phase, blank, r.map.language)})});
  }
}

}  // namespace

const Rule rules::crowdedMap{"crowded-map", Severity::Hint, nullptr, &check, &fix};

}  // namespace journey::lint
