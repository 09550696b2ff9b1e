// The words of the seven languages, as grammar/locales/*.json has them: keywords, state values,
// phase models, the emotion lexicon. Tables are made at build time (generate.cpp).
#pragma once

#include <algorithm>
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
  std::uint64_t meanings = 0;    // a bit for each: what else denotes it (TitleForm)
  Words in(Language l) const { return names[static_cast<std::size_t>(l)]; }
};
struct PhaseModel {
  std::string_view id;
  std::span<const ModelPhase> phases;  // in order
};
std::span<const PhaseModel> phaseModels();
/// By id, case-insensitively; nullptr if there is none.
const PhaseModel* phaseModel(std::string_view id);

/// Forms of a language, folded and sorted by bytes, one word or several with a space between them.
/// Without pointers, and with nothing to build: the program starts no later for the thousands it
/// knows. A Row begins with `offset` and `length`, in bytes of `text`.
template <typename Row>
struct FormTable {
  const char* text;
  std::span<const Row> rows;
  std::size_t longest;  // words in a form

  std::string_view at(const Row& row) const { return {text + row.offset, row.length}; }

  auto lowerBound(std::string_view folded) const {
    return std::ranges::lower_bound(rows, folded, {}, [this](const Row& row) { return at(row); });
  }
  /// nullptr if there is none.
  const Row* find(std::string_view folded) const {
    auto found = lowerBound(folded);
    return found != rows.end() && at(*found) == folded ? &*found : nullptr;
  }
  /// True if some form begins with a word, or is it.
  bool anyBeginsWith(std::string_view word) const {
    auto found = lowerBound(word);
    if (found == rows.end() || !at(*found).starts_with(word)) return false;
    // A space sorts before all else that a form may hold.
    return at(*found).size() == word.size() || at(*found)[word.size()] == ' ';
  }
};

/// What people write for the same thing: «buys», «placing the order». Signs in grammar/locales: `^`
/// first in the title, `$` last in it, a final `-` only before a stage («informasjons-»), a final
/// ` *` a verb: any word may follow.
struct TitleForm {
  std::uint32_t offset;
  std::uint16_t length;
  bool first;
  bool last;
  bool verb;
  bool stem;
  std::uint64_t meanings;  // none: no phase of any model, and it hides the names in it
};
const FormTable<TitleForm>& titleForms(Language language);

/// What titles of phases are written with, beside the names of the phases.
struct TitleWords {
  Words stages;   // «phase», «step»: beside a name, or joined to one
  Words parts;    // that a name may be the second half of: «customer», «price»
  Words fillers;  // articles and pronouns: read over
  Words beside;   // what may stand beside a noun and leave it a phase; none: anything
  Words joints;   // «and», and «from» at the start: two phases may stand beside each other
  Words outside;  // «after», «before»: what they lead to is another phase
  Words other;    // «notes», «budget»: such a title names no phase
};
const TitleWords& titleWords(Language language);

/// −2 (very bad) to +2 (very good).
using Valence = std::int8_t;

struct Emotion {
  std::string_view word;
  Valence valence;
  std::string_view emoji;
  std::string_view concept_;  // the same in every language
  Words forms;                // other forms, without `word`: offered like it
};
std::span<const Emotion> emotions(Language language);

/// What a word, or several, do in the text of an emotion.
enum class Role : std::uint8_t {
  Feeling,
  Alone,  // a feeling where nothing else is said: «Content», not «irrelevant content»
  Negator,
  Intensifier,
  Downtoner,
  Filler,
  Joint,
  Break,
  Instead,
  Want
};

struct FeelingForm {
  std::uint32_t offset;
  std::uint16_t length;
  Role role;
  bool breaksToo;         // a negator that is a break behind another: «inte arg utan glad»
  Valence valence;        // of a modifier: what it means on its own, «super», «vreselijk»
  std::uint16_t emotion;  // index in emotions(), of a feeling
};

/// Of feelings, and of what stands beside them. Signs in grammar/locales: `^…$` is Role::Alone.
const FormTable<FeelingForm>& feelingForms(Language language);

/// From `comparers` on: single words, folded.
struct Modifiers {
  Words negators;
  Words intensifiers;  // one that ends in - is a prefix
  Words downtoners;
  Words fillers;    // «feel», «I»: read over between one of the above and its emotion
  Words joints;     // «or»: what stands before it and after it is negated together
  Words breaks;     // «but», «because»: nothing reaches across
  Words insteads;   // «instead of»: a break, and what follows is not felt
  Words wants;      // «seeking»: what follows is missing, so it is not felt if it is good
  Words comparers;  // «more» … «than»: what follows is felt less
  Words thans;
  Words whys;      // that begin a question in despair
  Words thats;     // «that», «whether»: what is not thought or felt stands behind it
  Words opinions;  // «think»: «jeg synes ikke, det er godt» needs no «that»
  Words causes;  // «because», «that»: what follows in the clause says why, and is not felt itself
};
const Modifiers& modifiers(Language language);

/// Words, folded, that begin a title told from inside the company.
Words companyWords(Language language);

/// What templates say where something is to be filled in. Signs in a form: `…` any words, `@` the
/// keyword it stands behind («new @»).
Words placeholders(Language language);

/// From January; a form may have a short one behind a space («maart mrt»). Folded.
Words months(Language language);

/// An emotion by one of its words, folded; nullptr if there is none.
const Emotion* emotionByWord(std::string_view folded, Language language);
/// Valence of an emoji alone, variation selectors and skin tones taken off.
std::optional<Valence> emojiValence(std::string_view emoji);

}  // namespace journey::locale
