#include "text/words.hpp"

#include <catch2/catch_test_macros.hpp>

#include "text/unicode.hpp"

namespace journey::test {

namespace {

/// Words with | where something stands between them, and ~ where one was left out.
std::string shown(const text::Words& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += words.words[i].afterBreak ? " | " : " ";
    if (words.words[i].afterGap) out += "~";
    out += words.at(i);
  }
  return out;
}

std::string wordsOf(std::string_view text) { return shown(text::wordsOf(text::fold(text))); }

}  // namespace

TEST_CASE("words and what stands between them", "[words]") {
  CHECK(wordsOf("  Angry, then  CALM ") == "angry | then calm");
  CHECK(wordsOf("stress-free") == "stress free");
  CHECK(wordsOf("stress\u2011free") == "stress free");
  CHECK(wordsOf("Step 4 - Order") == "step 4 | order");
  CHECK(wordsOf("för- och nackdelar") == "för och nackdelar");
  CHECK(wordsOf("'t is o'clock'") == "t is o'clock");
  CHECK(wordsOf("un\u00ADhappy") == "unhappy");
  CHECK(wordsOf("") == "");
  CHECK(wordsOf("?! …") == "");
}

TEST_CASE("words without some of them", "[words]") {
  auto isArticle = [](std::string_view word) { return word == "the" || word == "a"; };
  auto without = [&](std::string_view text) {
    return shown(text::without(text::wordsOf(text::fold(text)), isArticle));
  };
  CHECK(without("The end of the, day") == "~end of | ~day");
  CHECK(without("the a") == "the a");
  text::Words words = text::without(text::wordsOf("pay the bill"), isArticle);
  CHECK(words.at(0, 2) == "pay bill");
}

}  // namespace journey::test
