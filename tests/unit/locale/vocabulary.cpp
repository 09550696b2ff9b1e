#include "locale/vocabulary.hpp"

#include <catch2/catch_test_macros.hpp>

#include <map>

#include "text/unicode.hpp"

using namespace journey;
using locale::Language;

TEST_CASE("no word is a keyword for two constructs", "[vocabulary]") {
  std::map<std::string, std::string_view> seen;
  for (std::size_t c = 0; c < syntax::constructCount; ++c)
    for (Language l : locale::allLanguages)
      for (std::string_view form : locale::keywords(static_cast<syntax::Construct>(c), l)) {
        auto [at, fresh] = seen.emplace(text::fold(form), syntax::constructNames[c]);
        INFO(form);
        CHECK(at->second == syntax::constructNames[c]);
      }
}

TEST_CASE("keywords know their languages", "[vocabulary]") {
  using enum syntax::Construct;
  CHECK(locale::keywordLanguages(Journey, "kundereise") == locale::only(Language::Nb));
  CHECK(locale::keywordLanguages(Phase, "fase") ==
        (locale::only(Language::Nb) | locale::only(Language::Nl) | locale::only(Language::Da)));
  CHECK(locale::keywordLanguages(Phase, "kundereise") == 0);
  for (Language l : locale::allLanguages) {
    CHECK(locale::contains(locale::keywordLanguages(Touchpoint, "touchpoint"), l));
    CHECK(locale::contains(locale::keywordLanguages(Persona, "persona"), l));
    CHECK(locale::contains(locale::keywordLanguages(Metric, "kpi"), l));
  }
}

TEST_CASE("languages by tag", "[vocabulary]") {
  CHECK(locale::languageFromTag("nb-NO") == Language::Nb);
  CHECK(locale::languageFromTag("no") == Language::Nb);
  CHECK(locale::languageFromTag("de_AT.UTF-8") == Language::De);
  CHECK(locale::languageFromTag("SV") == Language::Sv);
  CHECK_FALSE(locale::languageFromTag("fr"));
  CHECK_FALSE(locale::languageFromTag("C"));
}

TEST_CASE("no emotion form has two signs, in one language or across", "[vocabulary]") {
  std::map<std::string, int> signs;
  for (Language l : locale::allLanguages)
    for (const locale::Emotion& e : locale::emotions(l)) {
      CHECK(locale::emojiValence(e.emoji) == e.valence);
      auto check = [&](std::string_view form) {
        int sign = (e.valence > 0) - (e.valence < 0);
        INFO(form);
        CHECK(
            signs.emplace(std::string(locale::codeOf(l)) + text::fold(form), sign).first->second ==
            sign);
      };
      check(e.word);
      for (std::string_view form : e.forms) check(form);
    }
}

TEST_CASE("the forms of feelings are folded and in order", "[vocabulary]") {
  for (Language l : locale::allLanguages) {
    const auto& forms = locale::feelingForms(l);
    std::string_view before;
    for (const locale::FeelingForm& row : forms.rows) {
      std::string_view form = forms.at(row);
      INFO(form);
      CHECK(before < form);
      CHECK(text::fold(form) == form);
      CHECK(forms.find(form) == &row);
      CHECK(forms.anyBeginsWith(form.substr(0, form.find(' '))));
      before = form;
    }
    CHECK(forms.find("") == nullptr);
    CHECK(forms.find("qqqq qqqq") == nullptr);
    CHECK_FALSE(forms.anyBeginsWith("qqqq"));
  }
  CHECK(locale::emotionByWord("happy", Language::En)->concept_ == "happiness");
  CHECK(locale::emotionByWord("very", Language::En) == nullptr);
}
