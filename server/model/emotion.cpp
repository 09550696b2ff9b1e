#include "model/emotion.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <mutex>
#include <numeric>
#include <ranges>
#include <span>
#include <unordered_map>
#include <utility>

#include "text/encoding.hpp"
#include "text/unicode.hpp"
#include "text/words.hpp"

namespace journey::model {

namespace {

using locale::Language;
using locale::Role;
using locale::Valence;

struct Score {
  Span span;  // with the parentheses
  std::optional<Valence> value;
};

/// «irritated -2»: a number at the end with its sign, as people write who forget the parentheses.
std::optional<Score> findSigned(std::string_view text) {
  std::string_view rest = text::trimmed(text);
  std::size_t space = rest.find_last_of(" \t");
  std::string_view last = space == rest.npos ? rest : rest.substr(space + 1);
  int sign = last.starts_with('+') ? 1 : 0;
  std::string_view digits = last.substr(last.empty() ? 0 : 1);
  for (std::string_view minus : {"-", "−", "–"})
    if (last.starts_with(minus)) {
      sign = -1;
      digits = last.substr(minus.size());
    }
  if (sign == 0 || digits.size() != 1 || digits[0] < '0' || digits[0] > '2') return std::nullopt;
  auto start = static_cast<std::uint32_t>(last.data() - text.data());
  return Score{{start, start + static_cast<std::uint32_t>(last.size())},
               static_cast<Valence>(sign * (digits[0] - '0'))};
}

/// The last `(…)` that holds nothing but a number.
std::optional<Score> findScore(std::string_view text) {
  constexpr std::size_t longest = 16;  // bytes between the parentheses: no number is longer
  for (std::size_t close = text.rfind(')'); close != text.npos && close > 0;
       close = text.rfind(')', close - 1)) {
    std::size_t from = close - std::min(close, longest);
    std::size_t open = text.substr(from, close - from).rfind('(');
    if (open == text.npos) continue;
    open += from;
    std::string number;
    for (std::string_view rest = text::trimmed(text.substr(open + 1, close - open - 1));
         !rest.empty();) {
      text::CodePoint c = text::decode(rest);
      if (c.value == 0x2212 || c.value == 0x2013)
        number += '-';
      else
        number += rest.substr(0, c.length);
      rest.remove_prefix(c.length);
    }
    if (number.find_first_of("0123456789") == number.npos ||
        number.find_first_not_of("+-.,0123456789") != number.npos)
      continue;
    Score score{{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close + 1)},
                std::nullopt};
    std::string_view digits = number;
    if (digits.starts_with('+')) digits.remove_prefix(1);
    int value = 0;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error == std::errc{} && end == digits.data() + digits.size() && value >= -2 && value <= 2)
      score.value = static_cast<Valence>(value);
    return score;
  }
  return findSigned(text);
}

/// Of one sign the mean, rounded away from 0. Of both signs it is rounded towards 0: a feeling that
/// is mixed is not made a good one by a half.
Valence mean(const std::vector<int>& values) {
  int sum = std::accumulate(values.begin(), values.end(), 0);
  int count = static_cast<int>(values.size());
  auto [least, most] = std::ranges::minmax(values);
  bool mixed = least < 0 && most > 0;
  int magnitude = (std::abs(sum) + (mixed ? 0 : count - 1)) / count;
  return static_cast<Valence>(sum < 0 ? -magnitude : magnitude);
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

bool isOneOf(locale::Words words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
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

struct Hit {
  int valence;
  int own;  // before modifiers
  bool negated;
  std::string_view emoji;
};

/// The feeling at `at`, as what stands before it and behind it makes it. `window` is how many
/// words that we do not know may stand between a negator and it.
Hit readFeeling(const std::vector<Piece>& pieces, std::size_t at, std::size_t window,
                bool negatesBehind, const Hit* before) {
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

std::vector<Hit> findWords(std::string_view text, Language language) {
  // In Finnish the negation stands before the verb: «en ole tyytyväinen».
  std::size_t window = language == Language::Fi ? 3 : 2;
  text::Words words = text::wordsOf(text::fold(text));
  std::vector<Piece> pieces = piecesOf(words, lexicon(language));
  dropUnlessAlone(pieces);
  correct(pieces, lexicon(language));
  settleBreaks(pieces);
  carryDenials(pieces, locale::modifiers(language));
  dropUnfelt(pieces, locale::modifiers(language));
  std::vector<Hit> hits;
  for (std::size_t at = 0; at < pieces.size(); ++at)
    if (pieces[at].is.role == Role::Feeling)
      hits.push_back(readFeeling(pieces, at, window, language != Language::En,
                                 hits.empty() ? nullptr : &hits.back()));
  if (hits.empty())
    for (const Piece& piece : pieces)
      if (piece.is.valence != 0) hits.push_back({piece.is.valence, piece.is.valence, false, {}});
  // What is only denied yields to what is felt: «not angry, just disappointed».
  if (std::ranges::any_of(hits, [](const Hit& h) { return !h.negated && h.own != 0; }))
    std::erase_if(hits, [](const Hit& h) { return h.negated && h.own < 0; });
  return hits;
}

/// Emoji as they are typed without a keyboard for them; at least a space stands around one.
std::optional<Valence> emoticonValence(std::string_view word) {
  static const std::unordered_map<std::string_view, Valence> known = {
      {":)", 1},   {":-)", 1},  {"=)", 1},   {"(:", 1},   {":D", 2},   {":-D", 2},
      {"xD", 2},   {"XD", 2},   {";)", 1},   {";-)", 1},  {"<3", 2},   {"^^", 1},
      {"^_^", 1},  {":P", 1},   {":p", 1},   {":|", 0},   {":-|", 0},  {":(", -1},
      {":-(", -1}, {"=(", -1},  {":/", -1},  {":-/", -1}, {":\\", -1}, {":'(", -2},
      {"D:", -2},  {">:(", -2}, {"</3", -2}, {"T_T", -2}, {":')", 1}};
  auto found = known.find(word);
  return found == known.end() ? std::nullopt : std::optional(found->second);
}

/// «Why do I have to fill this in?», «Where is it now??»
bool asksInDespair(std::string_view text, Language language) {
  text = text::trimmed(text);
  if (text.find('?') != text.npos) {
    text::Words words = text::wordsOf(text::fold(text));
    // «Why not?» is no despair.
    if (words.size() > 2 && isOneOf(locale::modifiers(language).whys, words.at(0))) return true;
  }
  std::size_t end = text.find_last_not_of("?!");
  if (end == text.npos) return false;
  std::string_view marks = text.substr(end + 1);
  return marks.size() > 1 && marks.find('?') != marks.npos;
}

}  // namespace

std::optional<Span> scoreSpan(std::string_view text) {
  auto score = findScore(text.substr(0, text.find('\n')));
  return score ? std::optional(score->span) : std::nullopt;
}

Emotion readEmotion(std::string_view text, locale::Language language) {
  Emotion emotion;
  std::optional<Score> score = findScore(text.substr(0, text.find('\n')));
  std::string rest(text);
  if (score) {
    rest.replace(score->span.start, score->span.size(), " ");
    if (!score->value) emotion.invalidScore = score->span;
  }

  std::vector<int> emojiValences;
  for (std::string_view grapheme : text::graphemes(rest)) {
    text::CodePoint first = text::decode(grapheme);
    if (!text::isEmoji(first.value)) {
      emotion.words += grapheme;
      continue;
    }
    emotion.emoji += grapheme;
    if (auto valence = locale::emojiValence(grapheme.substr(0, first.length)))
      emojiValences.push_back(*valence);
  }
  emotion.words = text::trimmed(emotion.words);
  for (std::string_view word : std::views::split(std::string_view(emotion.words), ' ') |
                                   std::views::transform([](auto part) {
                                     return std::string_view(part.begin(), part.end());
                                   }))
    if (auto valence = emoticonValence(word)) emojiValences.push_back(*valence);

  std::vector<Hit> hits = findWords(emotion.words, language);
  // «Will they be friendly?» does not say so.
  if (emotion.words.ends_with('?'))
    std::erase_if(hits, [](const Hit& hit) { return hit.valence > 0; });
  if (emotion.emoji.empty())
    for (const Hit& hit : hits)
      if (emotion.emoji.empty()) emotion.emoji = hit.emoji;
  emotion.contradicting = std::ranges::any_of(hits, [](const Hit& h) { return h.valence > 0; }) &&
                          std::ranges::any_of(hits, [](const Hit& h) { return h.valence < 0; });

  if (score && score->value) {
    emotion.valence = score->value;
    emotion.source = ValenceSource::Score;
    return emotion;
  }
  if (!emojiValences.empty()) {
    emotion.valence = mean(emojiValences);
    emotion.source = ValenceSource::Emoji;
    // «🤔 confused»: a face that says nothing leaves it to the words.
    if (std::ranges::any_of(emojiValences, [](int v) { return v != 0; })) return emotion;
  }
  if (!hits.empty()) {
    std::vector<int> values;
    for (const Hit& hit : hits) values.push_back(hit.valence);
    emotion.valence = mean(values);
    emotion.source = ValenceSource::Word;
  } else if (emojiValences.empty() && asksInDespair(rest, language)) {
    emotion.valence = Valence{-1};
    emotion.source = ValenceSource::Word;
  }
  return emotion;
}

}  // namespace journey::model
