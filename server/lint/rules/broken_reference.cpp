// broken-reference: `Next` or a [persona] names nothing in the map.
#include <unordered_set>

#include "lint/journeys.hpp"
#include "lint/overview.hpp"
#include "lint/placeholder.hpp"
#include "lint/rules.hpp"
#include "lint/write.hpp"
#include "text/unicode.hpp"

namespace journey::lint {

namespace {

using Names = std::unordered_set<std::string_view>;

Names titles(const model::Map& map, const std::vector<BlockIndex>& blocks) {
  Names names;
  names.reserve(blocks.size());
  for (BlockIndex i : blocks) names.insert(map.block(i).foldedTitle);
  return names;
}

void check(const MapCheck& c) {
  for (const JourneyOverview& journey : c.overview.journeys) {
    if (!journey.hasNext && !journey.hasMentions) continue;
    std::vector<BlockIndex> described = personasOf(c.map, *journey.journey);
    Names personas = titles(c.map, described);
    std::unordered_set<std::string> reported;
    for (BlockIndex i : journey.touchpoints) {
      const model::Block& block = c.map.block(i);
      for (const model::Way& way : block.ways) {
        const model::Entry& entry = block.entries[way.entry];
        if (entry.text.empty() || isPlaceholder(entry.text) ||
            journey.titled(c.map, way.target, way.hash))
          continue;
        c.report(i, entry.body, Message::broken_reference_next, {{"title", entry.text}}).entry =
            static_cast<std::uint32_t>(way.entry);
      }
      for (const model::Mention& mention : block.mentions) {
        // Where there are no personas yet, adding this one mends all its mentions.
        if (personas.contains(mention.persona) ||
            (described.empty() && !reported.insert(mention.persona).second))
          continue;
        const model::Entry& entry = block.entries[mention.entry];
        c.report(i, entry.qualifier, Message::broken_reference_persona,
                 {{"name", entry.qualifierText}})
            .entry = static_cast<std::uint32_t>(mention.entry);
      }
    }
  }
}

void fix(const FixRequest& r) {
  const model::Journey* journey = journeyOf(r.map, r.block);
  if (!journey) return;
  const model::Entry& entry = r.entry();
  bool isNext = entry.construct == Construct::Next;
  std::string named = oneLine(isNext ? entry.text : entry.qualifierText);
  std::vector<std::string> candidates;
  for (BlockIndex i : isNext ? touchpointsOf(*journey) : personasOf(r.map, *journey))
    if (!r.map.block(i).title().empty()) candidates.push_back(oneLine(r.map.block(i).title()));
  // A title with continuation lines cannot be written in place of its first line.
  if (auto near = nearest(named, candidates, 6); near && (!isNext || entry.lineCount == 1))
    r.offer(Message::fix_change_to, {{"text", *near}}, {{r.absolute(r.finding.span), *near}}, true);
  if (isNext) {
    r.offer(Message::fix_add_touchpoint, {{"title", named}},
            {insertBlockAfterLine(r.text, ownEnd(r.map, r.block),
                                  {entryLine(Construct::Touchpoint, named, r.map.language)})});
  } else {
    r.offer(Message::fix_add_persona, {{"name", named}},
            {addPersona(r.text, r.map, *journey,
                        {entryLine(Construct::Persona, named, r.map.language)})});
  }
}

}  // namespace

const Rule rules::brokenReference{"broken-reference", Severity::Error, nullptr, &check, &fix};

}  // namespace journey::lint
