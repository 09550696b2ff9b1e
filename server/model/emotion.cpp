#include "model/emotion.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <numeric>

#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace journey::model {

namespace {

using locale::Valence;

struct Score {
  Span span;  // with the parentheses
  std::optional<Valence> value;
};

/// The last `(…)` that holds nothing but a number.
std::optional<Score> findScore(std::string_view text) {
  for (std::size_t close = text.rfind(')'); close != text.npos && close > 0;
       close = text.rfind(')', close - 1)) {
    std::size_t open = text.rfind('(', close);
    if (open == text.npos) return std::nullopt;
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
  return std::nullopt;
}

/// Mean, rounded away from 0.
Valence mean(const std::vector<int>& values) {
  int sum = std::accumulate(values.begin(), values.end(), 0);
  int count = static_cast<int>(values.size());
  int magnitude = (std::abs(sum) + count - 1) / count;
  return static_cast<Valence>(sum < 0 ? -magnitude : magnitude);
}

struct Word {
  std::string folded;
  bool afterBreak = false;  // punctuation stands between it and the word before
};

std::vector<Word> wordsOf(std::string_view text) {
  std::vector<Word> words;
  std::string current;
  bool broken = false;
  auto finish = [&] {
    if (!current.empty()) words.push_back({text::fold(current), std::exchange(broken, false)});
    current.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    text::CodePoint c = text::decode(text.substr(at));
    if (text::isWordCharacter(c.value) || c.value == '\'' || c.value == 0x2019) {
      current += text.substr(at, c.length);
    } else {
      finish();
      if (!text::isSpace(c.value) && c.value != '-') broken = true;
    }
    at += c.length;
  }
  finish();
  return words;
}

std::string joined(const std::vector<Word>& words, std::size_t first, std::size_t count) {
  std::string out = words[first].folded;
  for (std::size_t i = 1; i < count; ++i) out += ' ' + words[first + i].folded;
  return out;
}

/// True if one of `forms` ends right before, or within `window` words before, word `at`, with no
/// punctuation between.
bool standsBefore(locale::Words forms, const std::vector<Word>& words, std::size_t at,
                  std::size_t window) {
  for (std::size_t back = 1; back <= window && back <= at; ++back) {
    if (words[at - back + 1].afterBreak) return false;
    for (std::string_view form : forms) {
      std::string folded = text::fold(form);
      std::size_t count = 1 + static_cast<std::size_t>(std::ranges::count(folded, ' '));
      if (count <= at - back + 1 && joined(words, at - back + 1 - count, count) == folded)
        return true;
    }
  }
  return false;
}

int towards(int value, int by) {
  if (value == 0) return 0;
  int sign = value < 0 ? -1 : 1;
  return sign * std::clamp(std::abs(value) + by, 1, 2);
}

std::string_view withoutIntensifier(std::string_view word, locale::Words intensifiers) {
  for (std::string_view form : intensifiers)
    if (form.ends_with('-') && word.starts_with(form.substr(0, form.size() - 1)))
      return word.substr(form.size() - 1);
  return word;
}

struct Hit {
  int valence;
  std::string_view emoji;
};

std::vector<Hit> findWords(std::string_view text, locale::Language language) {
  const locale::Modifiers& modifiers = locale::modifiers(language);
  // In Finnish the negation stands before the verb: «en ole tyytyväinen».
  std::size_t negationWindow = language == locale::Language::Fi ? 3 : 2;
  std::vector<Word> words = wordsOf(text);
  std::vector<Hit> hits;
  for (std::size_t at = 0; at < words.size();) {
    const locale::Emotion* found = nullptr;
    bool prefixed = false;
    std::size_t count = std::min(locale::longestEmotion(language), words.size() - at);
    for (; count > 0 && !found; --count) {
      found = locale::emotionByWord(joined(words, at, count), language);
      if (found) break;
    }
    if (!found) {
      std::string_view rest = withoutIntensifier(words[at].folded, modifiers.intensifiers);
      if (rest.size() != words[at].folded.size()) found = locale::emotionByWord(rest, language);
      prefixed = found != nullptr;
      count = 1;
    }
    if (!found) {
      ++at;
      continue;
    }
    int valence = found->valence;
    if (prefixed || standsBefore(modifiers.intensifiers, words, at, 1))
      valence = towards(valence, 1);
    if (standsBefore(modifiers.downtoners, words, at, 1)) valence = towards(valence, -1);
    if (standsBefore(modifiers.negators, words, at, negationWindow))
      valence = -std::clamp(valence, -1, 1);
    hits.push_back({valence, valence == found->valence ? found->emoji : std::string_view{}});
    at += count;
  }
  return hits;
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

  std::vector<Hit> hits = findWords(emotion.words, language);
  if (emotion.emoji.empty())
    for (const Hit& hit : hits)
      if (emotion.emoji.empty()) emotion.emoji = hit.emoji;
  emotion.contradicting = std::ranges::any_of(hits, [](const Hit& h) { return h.valence > 0; }) &&
                          std::ranges::any_of(hits, [](const Hit& h) { return h.valence < 0; });

  if (score && score->value) {
    emotion.valence = score->value;
    emotion.source = ValenceSource::Score;
  } else if (!emojiValences.empty()) {
    emotion.valence = mean(emojiValences);
    emotion.source = ValenceSource::Emoji;
  } else if (!hits.empty()) {
    std::vector<int> values;
    for (const Hit& hit : hits) values.push_back(hit.valence);
    emotion.valence = mean(values);
    emotion.source = ValenceSource::Word;
  }
  return emotion;
}

}  // namespace journey::model
