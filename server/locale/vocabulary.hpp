// The words of the seven languages, as grammar/locales/*.json has them: keywords, state values,
// phase models, the emotion lexicon. Tables are made at build time (generate.cpp).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "locale/language.hpp"
#include "syntax/construct.hpp"

namespace journey::locale {

using Words = std::span<const std::string_view>;

/// The language's own name for itself («Suomi»).
std::string_view nameOf(Language language);

/// Keyword forms, the preferred one first, plurals last.
Words keywords(syntax::Construct construct, Language language);
inline std::string_view keyword(syntax::Construct construct, Language language) {
  return keywords(construct, language).front();
}
/// For a heading over several («Tunteet»); the preferred keyword where no plural is known.
std::string_view plural(syntax::Construct construct, Language language);
/// The languages in which a word (folded, see text::fold) is a keyword for a construct.
LanguageSet keywordLanguages(syntax::Construct construct, std::string_view folded);

enum class State : std::uint8_t { Current, Future, Planned, Actual };
inline constexpr std::size_t stateCount = 4;
Words states(State state, Language language);

enum class Priority : std::uint8_t { High, Medium, Low };
inline constexpr std::size_t priorityCount = 3;
std::string_view priority(Priority priority, Language language);

struct ModelPhase {
  std::string_view id;
  std::span<const Words> names;  // by language; the preferred name first
  Words in(Language l) const { return names[static_cast<std::size_t>(l)]; }
};
struct PhaseModel {
  std::string_view id;
  std::span<const ModelPhase> phases;  // in order
};
std::span<const PhaseModel> phaseModels();
/// By id, case-insensitively; nullptr if there is none.
const PhaseModel* phaseModel(std::string_view id);

/// −2 (very bad) to +2 (very good).
using Valence = std::int8_t;

struct Emotion {
  std::string_view word;
  Valence valence;
  std::string_view emoji;
  std::string_view concept_;  // the same in every language
  Words forms;                // other forms, without `word`
};
std::span<const Emotion> emotions(Language language);

struct Modifiers {
  Words negators;
  Words intensifiers;  // one that ends in - is a prefix
  Words downtoners;
};
const Modifiers& modifiers(Language language);

/// Words, folded, that begin a title told from inside the company.
Words companyWords(Language language);

/// An emotion by one of its words, folded; nullptr if there is none.
const Emotion* emotionByWord(std::string_view folded, Language language);
/// The largest number of words in one emotion form of a language.
std::size_t longestEmotion(Language language);
/// Valence of an emoji alone, variation selectors and skin tones taken off.
std::optional<Valence> emojiValence(std::string_view emoji);

}  // namespace journey::locale
