// touchpoint-without-emotion: nothing says how the customer feels here.
#include <algorithm>

#include "lint/rules.hpp"
#include "lint/write.hpp"

namespace journey::lint {

namespace {

using model::Block;

void check(const BlockCheck& c) {
  if (c.block.kind != Block::Kind::Touchpoint) return;
  // One that is not even named yet is reported for that; a misplaced emotion for its place.
  if (!c.block.isNamed()) return;
  auto isEmotion = [](const model::Entry& e) { return e.construct == Construct::Emotion; };
  if (std::ranges::none_of(c.block.entries, isEmotion))
    c.report(0, c.block.head().whole, Message::touchpoint_without_emotion,
             {{"title", std::string(c.block.title())}});
}

void fix(const FixRequest& r) {
  for (std::string_view concept_ : {"satisfaction", "neutral", "frustration"})
    for (const locale::Emotion& emotion : locale::emotions(r.map.language)) {
      if (emotion.concept_ != concept_) continue;
      std::string value = std::string(emotion.emoji) + ' ' + std::string(emotion.word);
      r.offer(Message::fix_insert,
              {{"keyword",
                std::string(locale::keyword(Construct::Emotion, r.map.language)) + ": " + value}},
              {addEntry(r.text, r.map, r.block, Construct::Emotion, value)});
    }
}

}  // namespace

const Rule rules::touchpointWithoutEmotion{"touchpoint-without-emotion", Severity::Warning, &check,
                                           nullptr, &fix};

}  // namespace journey::lint
