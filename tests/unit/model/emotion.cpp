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

TEST_CASE("a score wins over emoji, emoji over words", "[model][emotion]") {
  auto e = readEmotion("😖 happy (+1)", Language::En);
  CHECK(e.valence == 1);
  CHECK(e.source == ValenceSource::Score);
  CHECK(e.emoji == "😖");
  CHECK(e.words == "happy");
  CHECK(valence("😖 happy", Language::En) == -2);
  CHECK(readEmotion("😖 happy", Language::En).source == ValenceSource::Emoji);
  CHECK(valence("happy", Language::En) == 2);
}

TEST_CASE("scores", "[model][emotion]") {
  CHECK(valence("x (-2)", Language::En) == -2);
  CHECK(valence("x (−2)", Language::En) == -2);
  CHECK(valence("x ( +2 )", Language::En) == 2);
  CHECK(valence("x (0) later", Language::En) == 0);
  CHECK(readEmotion("x (+7)", Language::En).invalidScore == text::Span{2, 6});
  CHECK(readEmotion("x (1.5)", Language::En).invalidScore.has_value());
  CHECK_FALSE(readEmotion("glad (for now)", Language::En).invalidScore.has_value());
  CHECK(valence("irritated -2", Language::En) == -2);
  CHECK(valence("+1", Language::En) == 1);
  CHECK(valence("−1", Language::En) == -1);
  CHECK(readEmotion("happy +1", Language::En).words == "happy");
  CHECK(valence("1", Language::En) == 99);
  CHECK(valence("happy, 1 of 2", Language::En) == 2);
  CHECK(valence("-20 degrees", Language::En) == 99);
}

TEST_CASE("emoji alone, with skin tones and variation selectors", "[model][emotion]") {
  CHECK(valence("👍🏽", Language::En) == 1);
  CHECK(valence("☹️", Language::En) == -1);
  CHECK(valence("🤷‍♀️", Language::En) == 0);
  CHECK(valence("😀😖", Language::En) == 0);
  CHECK(valence("🦄", Language::En) == 99);
}

TEST_CASE("words of the document's language only", "[model][emotion]") {
  CHECK(valence("rolig", Language::Nb) == 1);
  CHECK(valence("rolig", Language::De) == 99);
  CHECK(valence("trots", Language::Nl) == 2);
  CHECK(valence("trots", Language::Sv) == 99);
  CHECK(valence("anger", Language::En) == -2);
  CHECK(valence("arg", Language::Sv) == -2);
  CHECK(valence("arg", Language::De) == 99);
}

TEST_CASE("negation flips and caps, in each language's way", "[model][emotion]") {
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

TEST_CASE("intensifiers and downtoners", "[model][emotion]") {
  CHECK(valence("very satisfied", Language::En) == 2);
  CHECK(valence("a bit frustrated", Language::En) == -1);
  CHECK(valence("slightly worried", Language::En) == -1);
  CHECK(valence("jätteglad", Language::Sv) == 2);
  CHECK(valence("jättenöjd", Language::Sv) == 2);
  CHECK(valence("sehr zufrieden", Language::De) == 2);
}

TEST_CASE("what is denied, and what is not", "[model][emotion]") {
  CHECK(valence("isn’t happy", Language::En) == -1);
  CHECK(valence("doesn't trust the website", Language::En) == -1);
  CHECK(valence("no longer afraid", Language::En) == 1);
  CHECK(valence("not bad at all", Language::En) == 1);
  CHECK(valence("never felt so welcome", Language::En) == 2);
  CHECK(valence("without any worries", Language::En) == 1);
  CHECK(valence("afraid they will say no", Language::En) == -2);
  CHECK(valence("traut dem Braten nicht", Language::De) < 0);
  CHECK(valence("keine Angst mehr", Language::De) == 1);
  CHECK(valence("Angst, es nicht zu schaffen", Language::De) == -2);
  CHECK(valence("helemaal niet teleurgesteld", Language::Nl) == 1);
  CHECK(valence("bang om het niet te halen", Language::Nl) == -2);
  CHECK(valence("inte alls besviken", Language::Sv) == 1);
  CHECK(valence("ikke så fornøyd", Language::Nb) == -1);
  CHECK(valence("ikke så verst", Language::Nb) == 1);
  CHECK(valence("enää ei pelota", Language::Fi) == 1);
  // The denied feeling yields to the one that is there.
  CHECK(valence("not angry, just disappointed", Language::En) == -2);
  // Neither is one, both are none.
  CHECK(valence("neither happy nor unhappy", Language::En) == 0);
  CHECK(valence("verken fornøyd eller misfornøyd", Language::Nb) == 0);
}

TEST_CASE("idioms and inflected forms", "[model][emotion]") {
  CHECK(valence("can't wait", Language::En) == 2);
  CHECK(valence("waiting", Language::En) == 99);
  CHECK(valence("hat die Nase voll", Language::De) == -2);
  CHECK(valence("die Nase", Language::De) == 99);
  CHECK(valence("gleder meg", Language::Nb) == 2);
  CHECK(valence("heeft er zin in", Language::Nl) == 2);
  CHECK(valence("saa tarpeekseen", Language::Fi) == -2);
  CHECK(valence("turhautuneena", Language::Fi) == -2);
  CHECK(valence("frustrerat", Language::Sv) == -2);
  CHECK(valence("føler mig set og hørt", Language::Da) == 1);
  CHECK(valence("har hørt om det", Language::Da) == 99);
}

TEST_CASE("misspelt words, where no other is known", "[model][emotion]") {
  CHECK(valence("embarassed to ask again", Language::En) < 0);
  CHECK(valence("not disapointed", Language::En) == 1);
  CHECK(valence("irritreet over alt", Language::Nb) == 99);  // two letters off
  CHECK(valence("enttaeuscht", Language::De) == -2);
  CHECK(valence("forvirrret", Language::Nb) == -1);
  // Short words have others one letter off, and a prefix may turn a word round.
  CHECK(valence("sat", Language::En) == 99);
  CHECK(valence("onöjdx", Language::Sv) == 99);
}

TEST_CASE("a but behind a negation", "[model][emotion]") {
  CHECK(valence("inte arg utan glad", Language::Sv) > 0);
  CHECK(valence("inte nöjd utan besviken", Language::Sv) < 0);
  CHECK(valence("utan oro", Language::Sv) > 0);
  CHECK(valence("nicht ruhig, sondern gestresst", Language::De) < 0);
}

TEST_CASE("a question does not say that it is good", "[model][emotion]") {
  CHECK(valence("Is it good?", Language::En) == 99);
  CHECK(valence("er det trygt?", Language::Nb) == 99);
  CHECK(valence("worried?", Language::En) < 0);
}

TEST_CASE("marks that say it all", "[model][emotion]") {
  CHECK(valence("Where is the door??", Language::En) == -1);
  CHECK(valence("Was soll das denn jetzt?!", Language::De) == -1);
  CHECK(valence("Is this the way?", Language::En) == 99);
  CHECK(valence("What a day!!", Language::En) == 99);
}

TEST_CASE("a line of parentheses is read in no time", "[model][emotion]") {
  std::string text = "(" + std::string(200000, ')');
  CHECK(readEmotion(text, Language::En).valence == std::nullopt);
}

TEST_CASE("modifiers alone, emoticons", "[model][emotion]") {
  CHECK(valence("super", Language::Nl) == 2);
  CHECK(valence("super boos", Language::Nl) == -2);
  CHECK(valence("done :)", Language::En) == 1);
  CHECK(valence("(see :below)", Language::En) == 99);
}

TEST_CASE("several emotions give their mean, away from 0", "[model][emotion]") {
  CHECK(valence("satisfied, happy", Language::En) == 2);
  auto mixed = readEmotion("happy but worried", Language::En);
  CHECK(mixed.valence == 0);
  CHECK(mixed.contradicting);
  CHECK_FALSE(readEmotion("happy", Language::En).contradicting);
}

TEST_CASE("what a feeling is compared with is not felt", "[model][emotion]") {
  CHECK(valence("more anxious than excited", Language::En) == -1);
  CHECK(valence("relief instead of fear", Language::En) > 0);
  CHECK(valence("mer sliten enn glad", Language::Nb) < 0);
  CHECK(valence("snarare lugn än orolig", Language::Sv) > 0);
  CHECK(valence("enemmän helpottunut kuin pettynyt", Language::Fi) > 0);
  CHECK(valence("eerder opgelucht dan blij", Language::Nl) > 0);
  CHECK(valence("vred i stedet for glad", Language::Da) < 0);
  CHECK(valence("eher genervt als begeistert", Language::De) < 0);
  // Nothing is compared here.
  CHECK(valence("erst froh, dann genervt", Language::De) == 0);
  CHECK(valence("froh als Kunde, aber genervt", Language::De) == 0);
  CHECK(valence("eerst blij dan boos", Language::Nl) == 0);
}

TEST_CASE("what a feeling is about is not felt itself", "[model][emotion]") {
  CHECK(valence("glad that nobody was angry", Language::En) > 0);
  CHECK(valence("frustrert fordi det virket så enkelt", Language::Nb) < 0);
  CHECK(valence("zweifelt, ob das Angebot seriös ist", Language::De) == -1);
  CHECK(valence("gefrustreerd dat het niet beter is", Language::Nl) < 0);
  // Behind a comma or a «but» something else is felt.
  CHECK(valence("worried that it is late, but hopeful", Language::En) == 0);
  // Where nothing was felt before, what stands behind is what is said.
  CHECK(valence("I think that it is good", Language::En) == 1);
  CHECK(valence("jag tycker att det är bra", Language::Sv) == 1);
}

TEST_CASE("what is wanted is not there yet", "[model][emotion]") {
  CHECK(valence("anxious, seeking reassurance", Language::En) == -1);
  CHECK(valence("unsicher, braucht Sicherheit", Language::De) == -1);
  CHECK(valence("vill ha lugn", Language::Sv) == 99);
  CHECK(valence("I wish it was easier", Language::En) == -1);
  CHECK(valence("ville ønske det var lettere", Language::Da) == -1);
  // What is wanted again was good.
  CHECK(valence("would love to come back", Language::En) > 0);
  CHECK(valence("haluan suositella tätä", Language::Fi) > 0);
}

TEST_CASE("what is not thought is denied", "[model][emotion]") {
  CHECK(valence("jag tycker inte att det är bra", Language::Sv) == -1);
  CHECK(valence("føler ikke at jeg er trygg", Language::Nb) == -1);
  CHECK(valence("Jeg synes ikke, det er i orden", Language::Da) == -1);
  CHECK(valence("ich glaube nicht, dass es gut ist", Language::De) == -1);
  CHECK(valence("ik vind niet dat het goed is", Language::Nl) == -1);
  CHECK(valence("en koe, että olen turvassa", Language::Fi) == -1);
  CHECK(valence("I don't feel that I am safe", Language::En) == -1);
  // A comma alone ends what is denied.
  CHECK(valence("kein Problem, alles gut", Language::De) == 1);
  CHECK(valence("inte arg, utan glad", Language::Sv) > 0);
}

TEST_CASE("a face that says nothing leaves it to the words", "[model][emotion]") {
  CHECK(valence("🤔 confused", Language::En) < 0);
  CHECK(valence("🤔", Language::En) == 0);
  CHECK(valence("😖 happy", Language::En) < 0);
}

TEST_CASE("words of two senses are feelings where they stand alone", "[model][emotion]") {
  CHECK(valence("Content", Language::En) == 1);
  CHECK(valence("tired, but quite content", Language::En) == 0);
  CHECK(valence("irrelevant content", Language::En) != 1);
  CHECK(valence("strong pain", Language::En) < 0);
  CHECK(valence("verlichting", Language::Nl) == 1);
  CHECK(valence("verlichting van de parkeerplaats", Language::Nl) == 99);
}

TEST_CASE("what is good in a question is no praise", "[model][emotion]") {
  CHECK(valence("Will they be friendly?", Language::En) == 99);
  CHECK(valence("doubtful, will they be friendly?", Language::En) == -1);
  CHECK_FALSE(readEmotion("doubtful, will they be friendly?", Language::En).contradicting);
}

TEST_CASE("why is asked where something is wrong", "[model][emotion]") {
  CHECK(valence("Waarom moet ik dit allemaal invullen?", Language::Nl) == -1);
  CHECK(valence("Varför använder ni inte vårt nätverk?", Language::Sv) == -1);
  CHECK(valence("Why not?", Language::En) == 99);
}

TEST_CASE("phrases, decomposed letters, capitals", "[model][emotion]") {
  CHECK(valence("kjeder seg", Language::Nb) == -1);
  CHECK(valence("onder de indruk", Language::Nl) == 2);
  CHECK(valence("LYCKLIG", Language::Sv) == 2);
  CHECK(valence("no\xCC\x88jd", Language::Sv) == 1);
  CHECK(valence("", Language::En) == 99);
  CHECK(valence("whatever", Language::En) == 99);
}

TEST_CASE("an emoji is lent to words that have none", "[model][emotion]") {
  CHECK(readEmotion("curious", Language::En).emoji == "🧐");
  CHECK(readEmotion("not curious", Language::En).emoji.empty());
}
