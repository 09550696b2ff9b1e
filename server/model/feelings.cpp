#include "model/feelings.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "text/unicode.hpp"
#include "text/words.hpp"

namespace journey::model {

namespace {

using locale::Language;
using locale::Role;

bool isOneOf(locale::Words words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// What a piece of an entry is.
struct Lexeme {
  std::optional<Role> role;  // none: a word that we do not know
  bool breaksToo = false;    // a negator that is a break behind another: «inte arg utan glad»
  int valence = 0;           // of a modifier: what it means on its own, «super», «vreselijk»
  std::string_view emoji;
};

/// What a language has beside the table of its forms; made when the first text needs it.
struct Lexicon {
  const locale::FormTable<locale::FeelingForm>& forms;
  std::span<const locale::Emotion> emotions;
  std::vector<std::string> prefixes;  // intensifiers: «jätte-»

  Lexeme of(const locale::FeelingForm& row) const {
    bool feels = row.role == Role::Feeling || row.role == Role::Alone;
    return {feels ? Role::Feeling : row.role, row.breaksToo, row.valence,
            feels ? emotions[row.emotion].emoji : std::string_view{}};
  }
};

const Lexicon& lexicon(Language language) {
  static std::array<std::once_flag, locale::languageCount> made;
  static std::array<std::optional<Lexicon>, locale::languageCount> all;
  auto l = static_cast<std::size_t>(language);
  std::call_once(made[l], [&] {
    all[l].emplace(Lexicon{locale::feelingForms(language), locale::emotions(language), {}});
    for (std::string_view form : locale::modifiers(language).intensifiers)
      if (form.ends_with('-'))
        all[l]->prefixes.push_back(text::fold(form.substr(0, form.size() - 1)));
  });
  return *all[l];
}

/// A piece of an entry: a form of the lexicon, or a word that is none.
struct Piece {
  Lexeme is;
  std::string_view word;  // the first one
  bool afterBreak = false;
  bool intense = false;  // it has an intensifier as a prefix
  bool alone = false;    // a feeling only where nothing else is said in its clause
  bool denied = false;   // by what stands before «that»: «I do not think that …»
  bool denies = false;   // a feeling whose form begins with a negator: «not bad», «niet blij»
};

std::vector<Piece> piecesOf(const text::Words& words, const Lexicon& lexicon) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < words.size();) {
    Piece piece{{}, words.at(at), words.words[at].afterBreak};
    std::size_t count = 0;
    if (lexicon.forms.anyBeginsWith(piece.word)) {
      count = 1;
      while (count < lexicon.forms.longest && at + count < words.size() &&
             !words.words[at + count].afterBreak)
        ++count;
      for (; count > 0; --count)
        if (const locale::FeelingForm* row = lexicon.forms.find(words.at(at, count))) {
          piece.is = lexicon.of(*row);
          piece.alone = row->role == Role::Alone;
          const locale::FeelingForm* first = count > 1 ? lexicon.forms.find(piece.word) : nullptr;
          piece.denies = first && first->role == Role::Negator;
          break;
        }
    }
    if (count == 0)
      for (const std::string& prefix : lexicon.prefixes) {
        if (!piece.word.starts_with(prefix)) continue;
        const locale::FeelingForm* rest = lexicon.forms.find(piece.word.substr(prefix.size()));
        if (!rest || rest->role != Role::Feeling) continue;
        piece.is = lexicon.of(*rest);
        piece.intense = true;
      }
    pieces.push_back(piece);
    at += std::max<std::size_t>(count, 1);
  }
  return pieces;
}

bool breaks(const Piece& piece) {
  return piece.is.role == Role::Break || piece.is.role == Role::Instead;
}

/// Nothing reaches across it.
bool parts(const Piece& piece) { return piece.afterBreak || breaks(piece); }

/// «Content», «very content», but not «irrelevant content».
void dropUnlessAlone(std::vector<Piece>& pieces) {
  for (auto at = pieces.begin(); at != pieces.end();) {
    auto end = std::find_if(at + 1, pieces.end(), parts);
    auto says = std::count_if(at, end, [](const Piece& piece) {
      return !piece.is.role || piece.is.role == Role::Feeling;
    });
    for (; at != end; ++at)
      if (at->alone && says > 1) at->is = {};
  }
}

constexpr std::size_t longWord = 8;  // bytes: shorter ones have words of their own one letter off

/// The feeling that a long word surely is, one letter off or with two that changed places:
/// «embarassed». Nothing if words of different signs are as near.
const locale::FeelingForm* misspelt(std::string_view word,
                                    const locale::FormTable<locale::FeelingForm>& forms) {
  if (word.size() < longWord) return nullptr;
  const locale::FeelingForm* found = nullptr;
  auto first = std::ranges::lower_bound(forms.rows, word.substr(0, 1), {},
                                        [&](const auto& row) { return forms.at(row); });
  for (; first != forms.rows.end() && forms.at(*first).front() == word.front(); ++first) {
    std::string_view form = forms.at(*first);
    if (first->role != Role::Feeling || form.size() + 1 < word.size() ||
        form.size() > word.size() + 1 || form.size() < longWord || form.find(' ') != form.npos ||
        (!text::isSwap(word, form) && text::editDistance(word, form, 1) != 1))
      continue;
    if (found && (found->valence > 0) != (first->valence > 0)) return nullptr;
    found = &*first;
  }
  return found;
}

/// Where no word is known, one may be misspelt.
void correct(std::vector<Piece>& pieces, const Lexicon& lexicon) {
  for (const Piece& piece : pieces)
    if (piece.is.role == Role::Feeling || piece.is.valence != 0) return;
  for (Piece& piece : pieces)
    if (!piece.is.role)
      if (const locale::FeelingForm* meant = misspelt(piece.word, lexicon.forms))
        piece.is = lexicon.of(*meant);
}

/// «I do not think that it is good», «jeg synes ikke, det er godt»: what is said behind is denied.
void carryDenials(std::vector<Piece>& pieces, const locale::Modifiers& modifiers) {
  bool negated = false;  // in this clause, and nothing felt
  bool opines = false;
  bool carries = false;
  for (Piece& piece : pieces) {
    bool that = isOneOf(modifiers.thats, piece.word);
    if (that || parts(piece)) {
      carries = negated && (that || (opines && !breaks(piece)));
      negated = opines = false;
    }
    piece.denied = carries;
    negated |= piece.is.role == Role::Negator;
    opines |= isOneOf(modifiers.opinions, piece.word);
    if (piece.is.role == Role::Feeling) negated = false;
  }
}

/// What is named but not felt: «joy instead of fear», «more tired than happy», «needs reassurance»,
/// and why something is felt: «glad that nobody is angry».
void dropUnfelt(std::vector<Piece>& pieces, const locale::Modifiers& modifiers) {
  bool felt = false;      // since the last comma, or before a cause
  bool compares = false;  // «more»
  bool drops = false;     // the next feeling
  bool wants = false;     // the next feeling, if it is good
  bool explains = false;  // every feeling until a comma or a «but»
  for (Piece& piece : pieces) {
    bool than = felt && compares && isOneOf(modifiers.thans, piece.word);
    bool cause = felt && isOneOf(modifiers.causes, piece.word);
    if (parts(piece)) compares = drops = explains = false;
    if (parts(piece) && !isOneOf(modifiers.thats, piece.word)) wants = false;
    if (parts(piece) && !cause) felt = false;
    explains |= cause;
    drops |= than || piece.is.role == Role::Instead;
    wants |= piece.is.role == Role::Want;
    compares |= isOneOf(modifiers.comparers, piece.word);
    if (piece.is.role != Role::Feeling) continue;
    bool wanted = std::exchange(wants, false) && piece.is.valence > 0;
    if (std::exchange(drops, false) || wanted || explains)
      piece.is = {};
    else
      felt = true;
  }
}

/// «inte arg utan glad»: a negator that stands behind another may mean «but».
void settleBreaks(std::vector<Piece>& pieces) {
  bool negated = false;
  for (Piece& piece : pieces) {
    if (parts(piece) && !piece.is.breaksToo) negated = false;
    negated |= piece.denies;
    if (piece.is.role != Role::Negator) continue;
    if (negated && piece.is.breaksToo) piece.is.role = Role::Break;
    negated = piece.is.role == Role::Negator;
  }
}

/// One step up or down in strength, never through 0.
int towards(int value, int by) {
  if (value == 0) return 0;
  int sign = value < 0 ? -1 : 1;
  return sign * std::clamp(std::abs(value) + by, 1, 2);
}

/// The feeling at `at`, as what stands before it and behind it makes it. `window` is how many
/// words that we do not know may stand between a negator and it.
Feeling readFeeling(const std::vector<Piece>& pieces, std::size_t at, std::size_t window,
                    bool negatesBehind, const Feeling* before) {
  const Piece& piece = pieces[at];
  int own = piece.is.valence;
  int value = piece.intense ? towards(own, 1) : own;
  bool negated = piece.denied;
  std::size_t unknown = 0;
  bool joined = false;
  for (std::size_t i = at; i-- > 0 && !parts(pieces[i + 1]) && !negated;) {
    std::optional<Role> role = pieces[i].is.role;
    if (breaks(pieces[i]) || (!role && ++unknown >= window)) break;
    if (role == Role::Negator) negated = true;
    if (role == Role::Joint) joined = true;
    if (role == Role::Feeling) {
      // «Neither happy nor unhappy», «not happy or calm».
      negated = before && before->negated && joined;
      break;
    }
    if (unknown > 0 || joined) continue;
    if (role == Role::Intensifier) value = towards(value, 1);
    if (role == Role::Downtoner) value = towards(value, -1);
  }
  // Behind it, where it ends the clause: «traut der Seite nicht». Not in English.
  bool ends = false;
  std::size_t end = negatesBehind && !negated ? pieces.size() : 0;
  for (std::size_t i = at + 1; i < end && !parts(pieces[i]); ++i) {
    std::optional<Role> role = pieces[i].is.role;
    if (role == Role::Negator) ends = true;
    if (role == Role::Feeling || role == Role::Joint || (ends && !role)) {
      ends = false;
      break;
    }
  }
  negated |= ends;
  if (negated) value = -std::clamp(value, -1, 1);
  std::string_view emoji = value == own ? piece.is.emoji : std::string_view{};
  if (piece.denies && !negated) return {value, -own, true, emoji};
  return {value, own, negated, emoji};
}

}  // namespace

std::vector<Feeling> readFeelings(std::string_view text, Language language) {
  // In Finnish the negation stands before the verb: «en ole tyytyväinen».
  std::size_t window = language == Language::Fi ? 3 : 2;
  text::Words words = text::wordsOf(text::fold(text));
  std::vector<Piece> pieces = piecesOf(words, lexicon(language));
  dropUnlessAlone(pieces);
  correct(pieces, lexicon(language));
  settleBreaks(pieces);
  carryDenials(pieces, locale::modifiers(language));
  dropUnfelt(pieces, locale::modifiers(language));
  std::vector<Feeling> feelings;
  for (std::size_t at = 0; at < pieces.size(); ++at)
    if (pieces[at].is.role == Role::Feeling)
      feelings.push_back(readFeeling(pieces, at, window, language != Language::En,
                                     feelings.empty() ? nullptr : &feelings.back()));
  if (feelings.empty())
    for (const Piece& piece : pieces)
      if (piece.is.valence != 0)
        feelings.push_back({piece.is.valence, piece.is.valence, false, {}});
  // What is only denied yields to what is felt: «not angry, just disappointed».
  if (std::ranges::any_of(feelings, [](const Feeling& f) { return !f.negated && f.own != 0; }))
    std::erase_if(feelings, [](const Feeling& f) { return f.negated && f.own < 0; });
  return feelings;
}

bool asksWhy(std::string_view text, Language language) {
  if (text.find('?') == text.npos) return false;
  text::Words words = text::wordsOf(text::fold(text));
  // «Why not?» is no despair.
  return words.size() > 2 && isOneOf(locale::modifiers(language).whys, words.at(0));
}

}  // namespace journey::model
