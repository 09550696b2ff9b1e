#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "emotion-unrecognised";

TEST_CASE("emotion-unrecognised: nothing tells good from bad") {
  expectFindings(R"(
    Journey: Lunch
    Persona: Emma
    Phase: Pay
      Touchpoint: Queue
        Emotion: ⟦wibble⟧               ⟵ emotion-unrecognised "“wibble” is good or bad"
        Emotion: wibble (-1)
        Emotion: 😖
        Emotion: not happy
        Emotion: ⟦…⟧                 ⟵ placeholder-text
        Emotion: wibble ⟦(+7)⟧          ⟵ invalid-value
        Opportunity: say more
  )");
}

TEST_CASE("emotion-unrecognised: words are read in the document's language") {
  expectFindings(R"(
    # language: nl
    Contactpunt: Kassa
      Emotie: trots
      Emotie: ⟦iloinen⟧              ⟵ emotion-unrecognised
  )",
                 rule);
  expectFindings(R"(
    # language: en
    Touchpoint: Till
      Emotion: ⟦trots⟧               ⟵ emotion-unrecognised
      Emotion: furious
  )",
                 rule);
}

TEST_CASE("emotion-unrecognised: the nearest word, or a score") {
  constexpr std::string_view before =
      "Kundereise: Lunsj\nFase: Betale\n  Kontaktpunkt: Kø\n    Følelse: roilg\n";
  CHECK(fixesOf(rule, before) == Titles{"Change to “rolig” ★", "Add the score (+2)",
                                        "Add the score (+1)", "Add the score (0)",
                                        "Add the score (-1)", "Add the score (-2)"});
  expectFix(rule, "Change to “rolig” ★", before,
            "Kundereise: Lunsj\nFase: Betale\n  Kontaktpunkt: Kø\n    Følelse: rolig\n");
  expectFix(rule, "Add the score (-1)", "Touchpoint: Till\n  Emotion: wibble\n    | whatever",
            "Touchpoint: Till\n  Emotion: wibble (-1)\n    | whatever");
}

TEST_CASE("emotion-unrecognised: a feeling in another language is not turned into another one") {
  CHECK(fixesOf(rule, "# language: en\nTouchpoint: Till\n  Følelse: trist").front() ==
        "Change to “trust”");
  CHECK(fixesOf(rule, "# language: en\nTouchpoint: Till\n  Emotion: trist").front() ==
        "Change to “trust”");
}

TEST_CASE("emotion-unrecognised: a word that can mean either is not turned into one that cannot") {
  for (std::string_view two : {"Kundenreise: J\nPhase: P\n  Kontaktpunkt: T\n    Emotion: gespannt",
                               "Kunderejse: J\nFase: P\n  Kontaktpunkt: T\n    Følelse: spændt"})
    CHECK(fixesOf(rule, two).front() == "Add the score (+2)");
}

TEST_CASE("emotion-unrecognised: a number without a sign may be of any scale") {
  CHECK(fixesOf(rule, "Touchpoint: T\n  Emotion: 1\n").size() == 5);
  CHECK(fixesOf(rule, "Touchpoint: T\n  Emotion: 3/5\n").size() == 5);
}

}  // namespace journey::test
