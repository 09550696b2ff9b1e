// contradicting-emotion: good and bad at once for one persona, or a pain point where all feels
// good.
#include <algorithm>

#include "lint/journeys.hpp"
#include "lint/rules.hpp"

namespace journey::lint {

namespace {

void check(const BlockCheck& c) {
  if (c.block.kind != model::Block::Kind::Touchpoint) return;
  std::vector<std::size_t> torn = contradictions(c.block);
  for (std::size_t i : torn) {
    std::size_t entry = c.block.emotions[i].entry;
    c.report(static_cast<std::uint32_t>(entry), c.block.entries[entry].whole,
             Message::contradicting_emotion);
  }
  auto any = [&](int sign) {
    return std::ranges::any_of(c.block.emotions, [&](const model::Emotion& emotion) {
      return c.block.entries[emotion.entry].place == model::Place::Block &&
             emotion.valence.value_or(0) * sign > 0;
    });
  };
  if (!torn.empty() || !any(1) || any(-1)) return;
  for (const model::Entry* pain : c.block.pains())
    if (!pain->text.empty()) {
      c.report(static_cast<std::uint32_t>(pain - c.block.entries.data()), pain->whole,
               Message::contradicting_emotion_pain, {{"title", oneLine(c.block.title())}});
      return;
    }
}

}  // namespace

const Rule rules::contradictingEmotion{"contradicting-emotion", Severity::Hint, &check};

}  // namespace journey::lint
