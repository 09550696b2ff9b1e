// The words of a text, as titles and feelings are read.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace journey::text {

struct Words {
  struct Word {
    std::size_t begin;  // bytes in `text`
    std::size_t end;
    bool afterBreak = false;  // punctuation stands between it and the word before
    bool afterGap = false;    // a word was left out before it
  };
  std::string text;  // one space between the words
  std::vector<Word> words;

  std::size_t size() const { return words.size(); }
  /// `count` words from `first`; both in range.
  std::string_view at(std::size_t first, std::size_t count = 1) const {
    return std::string_view(text).substr(words[first].begin,
                                         words[first + count - 1].end - words[first].begin);
  }
};

/// `folded` is a text as `fold` gives it. A hyphen joins («stress-free») or separates words, but
/// breaks nothing; one with a space before it does («Step 4 - Order»).
Words wordsOf(std::string_view folded);

/// Without some words, unless no others are left.
Words without(const Words& words, const std::function<bool(std::string_view)>& leftOut);

}  // namespace journey::text
