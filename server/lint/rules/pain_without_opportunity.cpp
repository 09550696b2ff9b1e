// pain-without-opportunity: a pain point, and no opportunity at its touchpoint or in its phase.
#include <algorithm>

#include "lint/journeys.hpp"
#include "lint/rules.hpp"
#include "lint/write.hpp"

namespace journey::lint {

namespace {

void check(const MapCheck& c) {
  for (const model::Journey& journey : c.map.journeys)
    for (const model::Phase& phase : journey.phases) {
      auto has = [&](Construct construct) {
        return std::ranges::any_of(phase.touchpoints,
                                   [&](BlockIndex i) { return c.map.block(i).has(construct); });
      };
      if ((!has(Construct::Pain) && !has(Construct::Problem)) || has(Construct::Opportunity))
        continue;
      // One whose keyword is mistyped counts.
      if (std::ranges::any_of(phase.touchpoints, [&](BlockIndex i) {
            return mentions(c.map, c.map.block(i), Construct::Opportunity);
          }))
        continue;
      for (BlockIndex i : phase.touchpoints) {
        const model::Block& block = c.map.block(i);
        for (const model::Entry* pain : block.pains())
          if (!pain->text.empty())
            c.report(i, pain->whole, Message::pain_without_opportunity, {{"pain", pain->text}})
                .entry = static_cast<std::uint32_t>(pain - block.entries.data());
      }
    }
}

void fix(const FixRequest& r) {
  r.offer(Message::fix_insert,
          {{"keyword", std::string(locale::keyword(Construct::Opportunity, r.map.language))}},
          {addEntry(r.text, r.map, r.block, Construct::Opportunity, blank)}, true);
}

}  // namespace

const Rule rules::painWithoutOpportunity{"pain-without-opportunity", Severity::Warning, nullptr,
                                         &check, &fix};

}  // namespace journey::lint
