#include "text/words.hpp"

#include <utility>

#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace journey::text {

namespace {

bool isHyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

void append(Words& words, std::string_view word, bool afterBreak, bool afterGap) {
  if (!words.text.empty()) words.text += ' ';
  std::size_t begin = words.text.size();
  words.text += word;
  words.words.push_back({begin, words.text.size(), afterBreak, afterGap});
}

}  // namespace

Words wordsOf(std::string_view folded) {
  Words out;
  bool broken = false;
  std::size_t begin = 0;  // of the word that is open, up to `at`
  char32_t before = ' ';
  auto finish = [&](std::size_t end) {
    std::string_view word = folded.substr(begin, end - begin);
    while (word.starts_with('\'')) word.remove_prefix(1);
    while (word.ends_with('\'')) word.remove_suffix(1);
    if (!word.empty()) append(out, word, std::exchange(broken, false), false);
  };
  for (std::size_t at = 0; at < folded.size();) {
    CodePoint c = decode(folded.substr(at));
    if (!isWordCharacter(c.value) && c.value != '\'') {
      finish(at);
      begin = at + c.length;
      if (!isSpace(c.value) && !(isHyphen(c.value) && !isSpace(before))) broken = true;
    }
    before = c.value;
    at += c.length;
  }
  finish(folded.size());
  return out;
}

Words without(const Words& words, const std::function<bool(std::string_view)>& leftOut) {
  Words out;
  bool broken = false;
  bool gap = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    broken |= words.words[i].afterBreak;
    if (leftOut(words.at(i)))
      gap = true;
    else
      append(out, words.at(i), std::exchange(broken, false), std::exchange(gap, false));
  }
  return out.words.empty() ? words : out;
}

}  // namespace journey::text
