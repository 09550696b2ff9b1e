#include "text/fuzzy.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <string>

#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace journey::text {

namespace {

constexpr int perLetter = 16;
constexpr int atNameStart = 14;
constexpr int atWordStart = 10;
constexpr int afterNeighbour = 12;
constexpr int withoutMarks = -6;
constexpr int perGap = -3;
constexpr int none = -1'000'000;

/// A letter of a name, and the one typed for it on a keyboard that does not have it.
struct Letter {
  char32_t written = 0;  // 0: the second half of a plain pair such as the e of æ
  char32_t plain = 0;
  bool startsWord = false;
};

std::u32string_view plainOf(char32_t c) {
  // Letters with strokes and ligatures, which Unicode does not take apart, and those that people
  // write as two.
  switch (c) {
    case U'æ':
    case U'ä':
      return U"ae";
    case U'ö':
      return U"oe";
    case U'ü':
      return U"ue";
    case U'å':
      return U"aa";
    case U'œ':
      return U"oe";
    case U'ø':
      return U"o";
    case U'đ':
    case U'ð':
      return U"d";
    case U'ł':
      return U"l";
    case U'þ':
      return U"th";
    default:
      return {};
  }
}

char32_t withoutMark(char32_t c) {
  std::array<utf8proc_int32_t, 8> parts{};
  int last = 0;
  utf8proc_ssize_t n = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(),
                                               parts.size(), UTF8PROC_DECOMPOSE, &last);
  return n > 0 && n <= static_cast<utf8proc_ssize_t>(parts.size()) ? static_cast<char32_t>(parts[0])
                                                                   : c;
}

/// What is known of a character.
struct Kind {
  std::array<char32_t, 2> plain{};  // as it is typed without marks; the second may be 0
  bool inWord = false;
};

Kind kindOf(char32_t c) {
  std::u32string_view pair = plainOf(c);
  if (pair.empty()) return {{withoutMark(c), 0}, isWordCharacter(c)};
  return {{pair[0], pair.size() > 1 ? pair[1] : 0}, true};
}

/// Thirty thousand names are read for each letter that somebody types: of the letters they mostly
/// consist of, all is known beforehand.
constexpr char32_t latin = 0x250;
const std::array<Kind, latin>& latinKinds() {
  static const auto kinds = [] {
    std::array<Kind, latin> table;
    for (char32_t c = 0; c < latin; ++c) table[c] = kindOf(c);
    return table;
  }();
  return kinds;
}

/// More of a name is not looked at.
constexpr std::size_t longest = 400;

/// Into `out`, which is used again from name to name.
void read(std::string_view folded, std::vector<Letter>& out) {
  const std::array<Kind, latin>& known = latinKinds();
  out.clear();
  bool starts = true;
  for (std::size_t at = 0; at < folded.size() && out.size() < longest;) {
    CodePoint c{static_cast<unsigned char>(folded[at]), 1};
    if (c.value >= 0x80) c = decode(folded.substr(at));
    at += c.length;
    Kind kind = c.value < latin ? known[c.value] : kindOf(c.value);
    out.push_back({c.value, kind.plain[0], starts || !kind.inWord});
    if (kind.plain[1] != 0) out.push_back({0, kind.plain[1], false});
    starts = !kind.inWord;
  }
}

bool matches(char32_t typed, const Letter& letter) {
  return typed == letter.written || typed == letter.plain;
}

}  // namespace

FuzzyQuery::FuzzyQuery(std::string_view query) {
  std::string folded = fold(query);
  for (std::size_t at = 0; at < folded.size();) {
    CodePoint c = decode(std::string_view(folded).substr(at));
    at += c.length;
    // Words of a query follow each other; what is between them does not matter.
    if (!isSpace(c.value)) letters_.push_back(c.value);
  }
}

std::optional<int> FuzzyQuery::score(std::string_view folded) const {
  if (letters_.empty()) return 0;
  thread_local std::vector<Letter> name;
  read(folded, name);
  if (name.size() < letters_.size()) return std::nullopt;
  // Where each letter of the query can stand at the earliest and, if it fits at all, at the latest.
  thread_local std::vector<std::size_t> first;
  thread_local std::vector<std::size_t> last;
  const std::size_t count = letters_.size();
  first.clear();
  for (std::size_t j = 0; j < name.size() && first.size() < count; ++j)
    if (matches(letters_[first.size()], name[j])) first.push_back(j);
  if (first.size() < count) return std::nullopt;
  last.resize(count);
  for (std::size_t i = count, j = name.size(); i-- > 0;) {
    while (!matches(letters_[i], name[--j])) continue;
    last[i] = j;
  }

  // best[j]: the best way to put the letters so far, the last of them at j.
  thread_local std::vector<int> best;
  thread_local std::vector<int> next;
  for (std::size_t i = 0; i < count; ++i) {
    next.assign(name.size(), none);
    int before = none;  // the best that ends before j − 1
    std::size_t seen = i > 0 ? first[i - 1] : 0;
    for (std::size_t j = first[i]; j <= last[i]; ++j) {
      for (; i > 0 && seen + 1 < j; ++seen) before = std::max(before, best[seen]);
      const Letter& letter = name[j];
      if (!matches(letters_[i], letter)) continue;
      int here = perLetter + (letters_[i] == letter.written ? 0 : withoutMarks) +
                 (j == 0              ? atNameStart
                  : letter.startsWord ? atWordStart
                                      : 0);
      if (i == 0) {
        next[j] = here + (j == 0 ? 0 : perGap);
        continue;
      }
      int neighbour = best[j - 1] > none ? best[j - 1] + afterNeighbour : none;
      int apart = before > none ? before + perGap : none;
      if (std::max(neighbour, apart) > none) next[j] = here + std::max(neighbour, apart);
    }
    std::swap(best, next);
  }
  int most = *std::max_element(best.begin() + static_cast<std::ptrdiff_t>(first.back()),
                               best.begin() + static_cast<std::ptrdiff_t>(last.back()) + 1);
  return most - static_cast<int>(std::min<std::size_t>(name.size(), 100)) / 8;
}

}  // namespace journey::text
