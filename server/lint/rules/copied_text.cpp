// copied-text: the same long text under two entries of a journey.
#include <vector>

#include "lint/journeys.hpp"
#include "lint/overview.hpp"
#include "lint/rules.hpp"

namespace journey::lint {

namespace {

void check(const MapCheck& c) {
  for (const JourneyOverview& journey : c.overview.journeys) {
    // A map of the future may well say what today's says.
    std::vector<EntryRef> places;
    auto gather = [&](BlockIndex i) {
      for (const model::LongText& text : c.map.block(i).longTexts)
        places.push_back({i, static_cast<std::uint32_t>(text.entry)});
    };
    for (BlockIndex i : journey.journey->personas) gather(i);
    for (BlockIndex i : journey.touchpoints) gather(i);
    FirstSeen texts(places.size());
    std::size_t at = 0;
    auto see = [&](BlockIndex i) {
      for (const model::LongText& text : c.map.block(i).longTexts) {
        EntryRef here = places[at];
        const model::Entry& entry = c.map.entry(here);
        std::size_t first = texts.add(text.hash, at, [&](std::size_t other) {
          return c.map.entry(places[other]).text == entry.text;
        });
        if (first == at++) continue;
        Finding& finding = c.report(i, {entry.body.start, entry.whole.end}, Message::copied_text);
        finding.entry = here.entry;
        const model::Entry& other = c.map.entry(places[first]);
        finding.related.push_back(
            {places[first].block, {other.body.start, other.whole.end}, Message::copied_text_first});
      }
    };
    for (BlockIndex i : journey.journey->personas) see(i);
    for (BlockIndex i : journey.touchpoints) see(i);
  }
}

}  // namespace

const Rule rules::copiedText{"copied-text", Severity::Information, nullptr, &check};

}  // namespace journey::lint
