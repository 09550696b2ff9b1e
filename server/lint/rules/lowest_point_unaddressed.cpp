// lowest-point-unaddressed: the lowest touchpoint of the curve has no opportunity.
#include "lint/journeys.hpp"
#include "lint/rules.hpp"
#include "lint/write.hpp"

namespace journey::lint {

namespace {

void check(const MapCheck& c) {
  for (const model::Journey& journey : c.map.journeys) {
    std::optional<BlockIndex> lowest;
    double value = 0;  // a low point that is not below neutral hurts nobody
    bool addressed = false;
    for (const model::Phase& phase : journey.phases)
      for (BlockIndex i : phase.touchpoints) {
        auto here = curveValue(c.map.block(i));
        if (!here || *here >= 0 || *here > value) continue;
        bool opportunity = c.map.block(i).has(Construct::Opportunity);
        if (*here < value) {
          value = *here;
          lowest = i;
          addressed = opportunity;
        } else if (addressed && !opportunity) {
          lowest = i;
          addressed = false;
        }
      }
    if (!lowest || addressed || mentions(c.map, c.map.block(*lowest), Construct::Opportunity))
      continue;
    const model::Block& block = c.map.block(*lowest);
    Finding& finding = c.report(*lowest, block.head().whole, Message::lowest_point_unaddressed,
                                {{"title", std::string(block.title())}});
    for (const model::Emotion& emotion : block.emotions)
      if (emotion.valence && *emotion.valence < 0)
        finding.related.push_back(
            {*lowest, block.entries[emotion.entry].whole, Message::lowest_point_feeling});
  }
}

void fix(const FixRequest& r) {
  r.offer(Message::fix_insert,
          {{"keyword", std::string(locale::keyword(Construct::Opportunity, r.map.language))}},
          {addEntry(r.text, r.map, r.block, Construct::Opportunity, blank)}, true);
}

}  // namespace

const Rule rules::lowestPointUnaddressed{"lowest-point-unaddressed", Severity::Warning, nullptr,
                                         &check, &fix};

}  // namespace journey::lint
