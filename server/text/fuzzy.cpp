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

/// Into `out`, which is used again from name to name.
void read(std::string_view folded, std::vector<Letter>& out) {
  out.clear();
  bool starts = true;
  for (std::size_t at = 0; at < folded.size();) {
    CodePoint c{static_cast<unsigned char>(folded[at]), 1};
    if (c.value >= 0x80) c = decode(folded.substr(at));
    at += c.length;
    bool inWord = isWordCharacter(c.value);
    Letter letter{c.value, c.value, starts || !inWord};
    starts = !inWord;
    if (c.value >= 0x80) {
      std::u32string_view plain = plainOf(c.value);
      letter.plain = plain.empty() ? withoutMark(c.value) : plain[0];
      out.push_back(letter);
      if (plain.size() > 1) out.push_back({0, plain[1], false});
      continue;
    }
    out.push_back(letter);
  }
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
  // Most names do not fit at all: that is seen without any table.
  std::size_t found = 0;
  for (const Letter& letter : name)
    if (found < letters_.size() &&
        (letters_[found] == letter.written || letters_[found] == letter.plain))
      ++found;
  if (found < letters_.size()) return std::nullopt;

  // best[j]: the best way to put the letters so far, the last of them at j.
  thread_local std::vector<int> best;
  thread_local std::vector<int> next;
  best.assign(name.size(), none);
  for (std::size_t i = 0; i < letters_.size(); ++i) {
    next.assign(name.size(), none);
    int before = none;  // the best that ends before j − 1
    for (std::size_t j = i; j < name.size(); ++j) {
      const Letter& letter = name[j];
      bool exact = letters_[i] == letter.written;
      if (exact || letters_[i] == letter.plain) {
        int here = perLetter + (exact ? 0 : withoutMarks) +
                   (j == 0              ? atNameStart
                    : letter.startsWord ? atWordStart
                                        : 0);
        if (i == 0) {
          next[j] = here + (j == 0 ? 0 : perGap);
        } else {
          int neighbour = j > 0 && best[j - 1] > none ? best[j - 1] + afterNeighbour : none;
          int apart = before > none ? before + perGap : none;
          if (std::max(neighbour, apart) > none) next[j] = here + std::max(neighbour, apart);
        }
      }
      if (i > 0 && j > 0) before = std::max(before, best[j - 1]);
    }
    std::swap(best, next);
  }
  int most = std::ranges::max(best);
  if (most == none) return std::nullopt;
  return most - static_cast<int>(std::min<std::size_t>(name.size(), 100)) / 8;
}

}  // namespace journey::text
