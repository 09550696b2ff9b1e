// no-future-map: ideas on a map of today, and no map of the future.
#include <algorithm>

#include "lint/journeys.hpp"
#include "lint/overview.hpp"
#include "lint/rules.hpp"
#include "model/values.hpp"

namespace journey::lint {

namespace {

/// True if an entry of the journey points at another map: that may be the one.
bool linksToMap(const model::Map& map, const model::Journey& journey) {
  return std::ranges::any_of(journey.entries, [&](model::EntryRef ref) {
    return map.entry(ref).text.find(".journey") != std::string::npos;
  });
}

void check(const MapCheck& c) {
  if (std::ranges::any_of(c.map.journeys,
                          [&](const model::Journey& j) { return isFuture(c.map, j); }))
    return;
  for (const JourneyOverview& overview : c.overview.journeys) {
    const model::Journey& journey = *overview.journey;
    if (journey.head == model::noBlock || !overview.hasOpportunity) continue;
    if (model::readState(c.map.attribute(journey, Construct::State), c.map.language) !=
        locale::State::Current)
      continue;
    const model::Block& head = c.map.block(journey.head);
    if (linksToMap(c.map, journey) ||
        (c.context.library && c.context.library->futures.contains(head.foldedTitle)))
      continue;
    c.report(journey.head, head.head().whole, Message::no_future_map);
  }
}

}  // namespace

const Rule rules::noFutureMap{
    "no-future-map", Severity::Hint,           nullptr,       &check, nullptr,
    Tag::None,       Message::fix_all_of_rule, "draft-future"};

}  // namespace journey::lint
