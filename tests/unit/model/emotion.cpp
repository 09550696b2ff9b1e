#include "model/emotion.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace journey;
using locale::Language;
using model::readEmotion;
using model::ValenceSource;

namespace {

int valence(std::string_view text, Language language) {
  return readEmotion(text, language).valence.value_or(99);
}

}  // namespace

TEST_CASE("a score wins over emoji, emoji over words", "[emotion]") {
  auto e = readEmotion("😖 happy (+1)", Language::En);
  CHECK(e.valence == 1);
  CHECK(e.source == ValenceSource::Score);
  CHECK(e.emoji == "😖");
  CHECK(e.words == "happy");
  CHECK(valence("😖 happy", Language::En) == -2);
  CHECK(readEmotion("😖 happy", Language::En).source == ValenceSource::Emoji);
  CHECK(valence("happy", Language::En) == 2);
}

TEST_CASE("scores", "[emotion]") {
  CHECK(valence("x (-2)", Language::En) == -2);
  CHECK(valence("x (−2)", Language::En) == -2);
  CHECK(valence("x ( +2 )", Language::En) == 2);
  CHECK(valence("x (0) later", Language::En) == 0);
  CHECK(readEmotion("x (+7)", Language::En).invalidScore == text::Span{2, 6});
  CHECK(readEmotion("x (1.5)", Language::En).invalidScore.has_value());
  CHECK_FALSE(readEmotion("glad (for now)", Language::En).invalidScore.has_value());
}

TEST_CASE("emoji alone, with skin tones and variation selectors", "[emotion]") {
  CHECK(valence("👍🏽", Language::En) == 1);
  CHECK(valence("☹️", Language::En) == -1);
  CHECK(valence("🤷‍♀️", Language::En) == 0);
  CHECK(valence("😀😖", Language::En) == 0);
  CHECK(valence("🦄", Language::En) == 99);
}

TEST_CASE("words of the document's language only", "[emotion]") {
  CHECK(valence("rolig", Language::Nb) == 1);
  CHECK(valence("rolig", Language::Sv) == 99);
  CHECK(valence("anger", Language::En) == -2);
  CHECK(valence("arg", Language::Sv) == -2);
  CHECK(valence("arg", Language::De) == 99);
}

TEST_CASE("negation flips and caps, in each language's way", "[emotion]") {
  CHECK(valence("ikke fornøyd", Language::Nb) == -1);
  CHECK(valence("not very happy", Language::En) == -1);
  CHECK(valence("en ole tyytyväinen", Language::Fi) == -1);
  CHECK(valence("en ole kovin tyytyväinen", Language::Fi) == -1);
  CHECK(valence("nicht enttäuscht", Language::De) == 1);
  CHECK(valence("inte nöjd", Language::Sv) == -1);
  CHECK(valence("niet boos", Language::Nl) == 1);
  CHECK(valence("ikke sur", Language::Da) == 1);
  // Not across punctuation.
  CHECK(valence("not now, happy", Language::En) == 2);
}

TEST_CASE("intensifiers and downtoners", "[emotion]") {
  CHECK(valence("very satisfied", Language::En) == 2);
  CHECK(valence("a bit frustrated", Language::En) == -1);
  CHECK(valence("slightly worried", Language::En) == -1);
  CHECK(valence("jätteglad", Language::Sv) == 2);
  CHECK(valence("jättenöjd", Language::Sv) == 2);
  CHECK(valence("sehr zufrieden", Language::De) == 2);
}

TEST_CASE("several emotions give their mean, away from 0", "[emotion]") {
  CHECK(valence("satisfied, happy", Language::En) == 2);
  auto mixed = readEmotion("happy but worried", Language::En);
  CHECK(mixed.valence == 1);
  CHECK(mixed.contradicting);
  CHECK_FALSE(readEmotion("happy", Language::En).contradicting);
}

TEST_CASE("phrases, decomposed letters, capitals", "[emotion]") {
  CHECK(valence("kjeder seg", Language::Nb) == -1);
  CHECK(valence("onder de indruk", Language::Nl) == 2);
  CHECK(valence("LYCKLIG", Language::Sv) == 2);
  CHECK(valence("no\xCC\x88jd", Language::Sv) == 1);
  CHECK(valence("", Language::En) == 99);
  CHECK(valence("whatever", Language::En) == 99);
}

TEST_CASE("an emoji is lent to words that have none", "[emotion]") {
  CHECK(readEmotion("curious", Language::En).emoji == "🧐");
  CHECK(readEmotion("not curious", Language::En).emoji.empty());
}
