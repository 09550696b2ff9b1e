// contradicting-emotion: good and bad at once for one persona, or a pain point where all feels
// good.
#include <map>

#include "lint/journeys.hpp"
#include "lint/rules.hpp"
#include "text/unicode.hpp"

namespace journey::lint {

namespace {

void check(const BlockCheck& c) {
  if (c.block.kind != model::Block::Kind::Touchpoint) return;
  std::map<std::string, int> signs;  // of the first emotion with one, by persona
  bool anyBad = false;
  bool anyMixed = false;
  const model::Emotion* good = nullptr;
  for (const model::Emotion& emotion : c.block.emotions) {
    const model::Entry& entry = c.block.entries[emotion.entry];
    if (entry.place != model::Place::Block || !emotion.valence) continue;
    auto report = [&] {
      anyMixed = true;
      c.report(static_cast<std::uint32_t>(emotion.entry), entry.whole,
               Message::contradicting_emotion);
    };
    // With a score the author has weighed it.
    bool weighed = emotion.source == model::ValenceSource::Score;
    if (emotion.contradicting && !weighed) {
      report();
      continue;
    }
    int sign = (*emotion.valence > 0) - (*emotion.valence < 0);
    if (sign == 0) continue;
    if (sign > 0 && !good) good = &emotion;
    anyBad |= sign < 0;
    auto [first, isFirst] = signs.try_emplace(text::fold(entry.qualifierText), sign);
    if (!isFirst && first->second != sign) report();
  }
  if (good && !anyBad && !anyMixed)
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
