#include "model/emotion.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <numeric>
#include <ranges>
#include <unordered_map>
#include <utility>

#include "model/feelings.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace journey::model {

namespace {

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

/// «Where is it now??»
bool asksInDespair(std::string_view text) {
  text = text::trimmed(text);
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

  std::vector<Feeling> feelings = readFeelings(emotion.words, language);
  // «Will they be friendly?» does not say so.
  if (emotion.words.ends_with('?'))
    std::erase_if(feelings, [](const Feeling& feeling) { return feeling.valence > 0; });
  if (emotion.emoji.empty())
    for (const Feeling& feeling : feelings)
      if (emotion.emoji.empty()) emotion.emoji = feeling.emoji;
  emotion.contradicting =
      std::ranges::any_of(feelings, [](const Feeling& f) { return f.valence > 0; }) &&
      std::ranges::any_of(feelings, [](const Feeling& f) { return f.valence < 0; });

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
  if (!feelings.empty()) {
    std::vector<int> values;
    for (const Feeling& feeling : feelings) values.push_back(feeling.valence);
    emotion.valence = mean(values);
    emotion.source = ValenceSource::Word;
  } else if (emojiValences.empty() && (asksWhy(rest, language) || asksInDespair(rest))) {
    emotion.valence = Valence{-1};
    emotion.source = ValenceSource::Word;
  }
  return emotion;
}

}  // namespace journey::model
