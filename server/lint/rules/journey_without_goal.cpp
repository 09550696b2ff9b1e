// journey-without-goal: nothing says what the map is for.
#include "lint/journeys.hpp"
#include "lint/offer.hpp"
#include "lint/overview.hpp"
#include "lint/rules.hpp"

namespace journey::lint {

namespace {

void check(const MapCheck& c) {
  for (const JourneyOverview& journey : c.overview.journeys)
    if (journey.journey->head != model::noBlock && !journey.touchpoints.empty() &&
        !journey.states(c.map, {Construct::Goal, Construct::Scenario, Construct::Problem}))
      c.report(journey.journey->head, c.map.block(journey.journey->head).head().whole,
               Message::journey_without_goal);
}

void fix(const FixRequest& r) {
  for (Construct c : {Construct::Goal, Construct::Scenario, Construct::Problem}) offerEntry(r, c);
}

}  // namespace

const Rule rules::journeyWithoutGoal{"journey-without-goal", Severity::Information, nullptr, &check,
                                     &fix};

}  // namespace journey::lint
