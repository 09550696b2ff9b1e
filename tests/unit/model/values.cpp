#include "model/values.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace journey;
using locale::Language;

TEST_CASE("states in the document's language and in English", "[values]") {
  CHECK(model::readState("Nåværende", Language::Nb) == locale::State::Current);
  CHECK(model::readState("to-be", Language::Fi) == locale::State::Future);
  // As people write them: with words for «state», without hyphens.
  CHECK(model::readState("Current state", Language::En) == locale::State::Current);
  CHECK(model::readState("To Be", Language::En) == locale::State::Future);
  CHECK(model::readState("Ist-Situation", Language::De) == locale::State::Current);
  CHECK(model::readState("nåværende situasjon", Language::Nb) == locale::State::Current);
  CHECK(model::readState("nykytila", Language::Fi) == locale::State::Current);
  CHECK_FALSE(model::readState("state", Language::En));
  CHECK(model::readState("toteutunut", Language::Fi) == locale::State::Actual);
  CHECK_FALSE(model::readState("nykyinen", Language::Sv));
  CHECK_FALSE(model::readState("done", Language::En));
}

TEST_CASE("priorities", "[values]") {
  CHECK(model::readPriority("Hoch", Language::De) == model::Priority(locale::Priority::High));
  CHECK(model::readPriority("3", Language::En) == model::Priority(std::uint32_t{3}));
  CHECK_FALSE(model::readPriority("0", Language::En));
  CHECK_FALSE(model::readPriority("urgent", Language::En));
}

TEST_CASE("whole numbers", "[values]") {
  CHECK(model::readWholeNumber("12") == 12U);
  CHECK_FALSE(model::readWholeNumber("-1"));
  CHECK_FALSE(model::readWholeNumber("1.5"));
  CHECK_FALSE(model::readWholeNumber("99999999999"));
  CHECK_FALSE(model::readWholeNumber(""));
}

TEST_CASE("dates are ISO 8601; others are guessed", "[values]") {
  CHECK(model::readDate("2026-10-01").has_value());
  CHECK_FALSE(model::readDate("2026-02-30")->ok());
  CHECK_FALSE(model::readDate("1.10.2026"));
  auto guess = [](std::string_view text, locale::Language language = locale::Language::En) {
    std::string out;
    for (auto date : model::guessDates(text, language)) out += model::isoDate(date) + " ";
    return out;
  };
  CHECK(guess("1.10.2026") == "2026-10-01 ");
  CHECK(guess("03/04/2026") == "2026-04-03 2026-03-04 ");
  CHECK(guess("12/31/2026") == "2026-12-31 ");
  CHECK(guess("20261001") == "2026-10-01 ");
  CHECK(guess("2026/1/5") == "2026-01-05 ");
  CHECK(guess("31.2.2026").empty());
  CHECK(guess("October").empty());
  CHECK(guess("October 2026").empty());
  CHECK(guess("March 12th, 2026") == "2026-03-12 ");
  CHECK(guess("12 Sept. 2026") == "2026-09-12 ");
  CHECK(guess("31 June 2026").empty());
  CHECK(guess("12. mars 2026", locale::Language::Nb) == "2026-03-12 ");
  CHECK(guess("den 3 maj 2026", locale::Language::Sv) == "2026-05-03 ");
  CHECK(guess("12. maaliskuuta 2026", locale::Language::Fi) == "2026-03-12 ");
  CHECK(guess("12 mrt 2026", locale::Language::Nl) == "2026-03-12 ");
  CHECK(guess("1. maj 2026", locale::Language::Da) == "2026-05-01 ");
  CHECK(guess("3. MÄRZ 2026", locale::Language::De) == "2026-03-03 ");
  CHECK(guess("2026, 3 March", locale::Language::De) == "2026-03-03 ");
}
