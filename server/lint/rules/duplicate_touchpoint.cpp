// duplicate-touchpoint: one title for two touchpoints.
#include <algorithm>
#include <unordered_map>

#include "lint/journeys.hpp"
#include "lint/overview.hpp"
#include "lint/rules.hpp"
#include "lint/write.hpp"

namespace journey::lint {

namespace {

bool leadsTo(const model::Map& map, const JourneyOverview& journey, const model::Block& named) {
  return journey.ways && std::ranges::any_of(journey.touchpoints, [&](BlockIndex i) {
           return std::ranges::any_of(map.block(i).ways, [&](const model::Way& way) {
             return way.hash == named.titleHash && way.target == named.foldedTitle;
           });
         });
}

void check(const MapCheck& c) {
  for (const JourneyOverview& journey : c.overview.journeys) {
    if (!journey.hasTwins) continue;
    std::unordered_map<BlockIndex, std::size_t> phaseOf;
    for (std::size_t p = 0; p < journey.journey->phases.size(); ++p)
      for (BlockIndex i : journey.journey->phases[p].touchpoints) phaseOf[i] = p;
    // By title, in this phase and in all before it.
    std::unordered_map<std::string_view, BlockIndex> here;
    std::size_t phase = 0;
    for (BlockIndex i : journey.touchpoints) {
      if (phaseOf[i] != phase) here.clear();
      phase = phaseOf[i];
      const model::Block& block = c.map.block(i);
      if (!block.isNamed()) continue;
      auto [inPhase, isFirst] = here.try_emplace(block.foldedTitle, i);
      BlockIndex first =
          isFirst ? journey.touchpoints[*journey.titled(c.map, block.foldedTitle, block.titleHash)]
                  : inPhase->second;
      if (first == i) continue;
      // In another phase it only matters to what leads there.
      if (isFirst && !leadsTo(c.map, journey, block)) continue;
      Finding& finding = c.report(
          i, block.head().body,
          isFirst ? Message::duplicate_touchpoint_elsewhere : Message::duplicate_touchpoint,
          {{"title", oneLine(block.title())}});
      if (isFirst) finding.severity = Severity::Hint;
      finding.related.push_back(
          {first, c.map.block(first).head().whole, Message::duplicate_touchpoint_first});
    }
  }
}

/// «Waits (2)», or the next number that no touchpoint has.
std::string numbered(const model::Map& map, const model::Journey& journey, std::string_view title) {
  for (int n = 2;; ++n) {
    std::string out = std::string(title) + " (" + std::to_string(n) + ")";
    bool taken = false;
    for (BlockIndex i : touchpointsOf(journey)) taken |= oneLine(map.block(i).title()) == out;
    if (!taken) return out;
  }
}

void fix(const FixRequest& r) {
  const model::Journey* journey = journeyOf(r.map, r.block);
  if (!journey || r.finding.related.empty() || r.at().head().lineCount > 1) return;
  std::string title = numbered(r.map, *journey, oneLine(r.at().title()));
  r.offer(Message::fix_change_to, {{"text", title}}, {{r.absolute(r.finding.span), title}});
  BlockIndex first = r.finding.related.front().block;
  // Its lines join the first one's, when nothing stands between the two.
  if (first + 1 != r.block || r.map.block(first).leavesBlock) return;
  std::uint32_t from = r.text.lineStart(r.text.lineOf(ownEnd(r.map, first)) + 1);
  std::uint32_t to = r.text.lineStart(r.text.lineOf(r.absolute(r.at().head().whole).start) + 1);
  r.offer(Message::fix_merge_into, {{"title", oneLine(r.map.block(first).title())}},
          {{{from, to}, ""}});
}

}  // namespace

const Rule rules::duplicateTouchpoint{"duplicate-touchpoint", Severity::Warning, nullptr, &check,
                                      &fix};

}  // namespace journey::lint
