// emotion-unrecognised: no known word, emoji or score, so the curve has no value here.
#include <algorithm>

#include "lint/journeys.hpp"
#include "lint/rules.hpp"
#include "text/unicode.hpp"

namespace journey::lint {

namespace {

void check(const BlockCheck& c) {
  for (const model::Emotion& emotion : c.block.emotions) {
    if (emotion.valence || emotion.invalidScore) continue;
    const model::Entry& entry = c.block.entries[emotion.entry];
    if (entry.isPlaceholder) continue;
    c.report(static_cast<std::uint32_t>(emotion.entry), entry.body, Message::emotion_unrecognised,
             {{"text", entry.text}});
  }
}

/// «trist» in an English map means sad, and not a mistyped «trust».
bool isOfAnotherLanguage(const model::Entry& entry, locale::Language language) {
  if (!locale::contains(entry.languages, language)) return true;
  std::string folded = text::fold(entry.text);
  return std::ranges::any_of(locale::allLanguages, [&](locale::Language other) {
    return other != language && locale::emotionByWord(folded, other);
  });
}

void fix(const FixRequest& r) {
  Span body = r.absolute(r.finding.span);
  std::vector<std::string> words;
  for (const locale::Emotion& emotion : locale::emotions(r.map.language)) {
    words.emplace_back(emotion.word);
    for (std::string_view form : emotion.forms) words.emplace_back(form);
  }
  if (auto near = nearest(r.entry().text, words, 1); near && r.entry().lineCount == 1)
    r.offer(Message::fix_change_to, {{"text", *near}}, {{body, *near}},
            !isOfAnotherLanguage(r.entry(), r.map.language));
  for (std::string_view score : {"(+2)", "(+1)", "(0)", "(-1)", "(-2)"})
    r.offer(Message::fix_add_score, {{"score", std::string(score)}},
            {{{body.end, body.end}, ' ' + std::string(score)}});
}

}  // namespace

const Rule rules::emotionUnrecognised{"emotion-unrecognised", Severity::Information, &check,
                                      nullptr, &fix};

}  // namespace journey::lint
