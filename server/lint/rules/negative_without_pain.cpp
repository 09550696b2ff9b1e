// negative-without-pain: the customer feels bad, and no pain point says why.
#include "lint/journeys.hpp"
#include "lint/offer.hpp"
#include "lint/rules.hpp"

namespace journey::lint {

namespace {

void check(const BlockCheck& c) {
  if (c.block.kind != model::Block::Kind::Touchpoint || !c.block.pains().empty() ||
      mentions(c.map, c.block, Construct::Pain))
    return;
  // Whether it is one is not yet settled.
  if (!c.context.settings->isOff(rules::contradictingEmotion) && !contradictions(c.block).empty())
    return;
  for (const model::Emotion& emotion : c.block.emotions) {
    const model::Entry& entry = c.block.entries[emotion.entry];
    if (entry.place != model::Place::Block || !emotion.valence || *emotion.valence > -1) continue;
    c.report(static_cast<std::uint32_t>(emotion.entry), entry.whole, Message::negative_without_pain,
             {{"title", oneLine(c.block.title())}});
    return;
  }
}

void fix(const FixRequest& r) { offerEntry(r, Construct::Pain); }

}  // namespace

const Rule rules::negativeWithoutPain{"negative-without-pain", Severity::Information, &check,
                                      nullptr, &fix};

}  // namespace journey::lint
