#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "unknown-keyword";

TEST_CASE("unknown-keyword: a word that is none, and the one it resembles") {
  expectFindings(R"(
    Journey: Lunch
    Persona: Emma
    Phase: Pay
      ⟦Touch-point⟧: Queue           ⟵ unknown-keyword "Did you mean “Touchpoint”?"
      ⟦Emoiton⟧ [Emma]: bored        ⟵ unknown-keyword "Did you mean “Emotion”?"
      ⟦Wibble⟧: wobble               ⟵ unknown-keyword "“Wibble” is not a keyword, so"
  )",
                 rule);
}

TEST_CASE("unknown-keyword: short words must be nearer; swapped letters are near") {
  expectFindings(R"(
    Journey: Lunch
    ⟦Phsae⟧: Pay                    ⟵ unknown-keyword "Did you mean “Phase”?"
    ⟦Gaol⟧: eat                     ⟵ unknown-keyword "Did you mean “Goal”?"
    ⟦Place⟧: Kitchen                ⟵ unknown-keyword "“Place” is not a keyword, so"
    ⟦Cost⟧: high                    ⟵ unknown-keyword "“Cost” is not a keyword, so"
  )",
                 rule);
}

TEST_CASE("unknown-keyword: keywords are sought in the document's language") {
  expectFindings(R"(
    # language: sv
    Kundresa: Lunch
    ⟦Persna⟧: Emma                  ⟵ unknown-keyword "“Persona”"
    ⟦Käla⟧: glad                    ⟵ unknown-keyword "“Källa”"
    ⟦Känslla⟧: glad                 ⟵ unknown-keyword "“Känsla”"
  )",
                 rule);
}

TEST_CASE("unknown-keyword: a lane of the map is a keyword, in any case") {
  expectFindings(R"(
    Kunderejse: Frokost
      Række: Bag scenen
    Fase: Betale
      Kontaktpunkt: Kø
        Bag scenen: Kassen åbner
        BAG  SCENEN: Kassen lukker
        ⟦Bag scene⟧: Kassen          ⟵ unknown-keyword "“Bag scenen”"
  )",
                 rule);
}

TEST_CASE("unknown-keyword: a word for «step» may be a phase or a touchpoint, numbered or not") {
  expectFindings(R"(
    Kundereise: Lunsj
    ⟦Trinn 1⟧: Velge                ⟵ unknown-keyword "“Trinn 1” could be a phase or a touchpoint"
    ⟦Steg⟧: Betale                  ⟵ unknown-keyword "could be a phase or a touchpoint"
    ⟦Fase 12⟧: Spise                ⟵ unknown-keyword "“Fase”?"
  )",
                 rule);
}

TEST_CASE("unknown-keyword: the keyword and a note are offered") {
  constexpr std::string_view before = R"(
    Journey: Lunch
    Phase: Pay
      Touchpoint: Queue
        Toughts: Hm
  )";
  CHECK(fixesOf(rule, before) == Titles{"Change to “Thoughts” ★", "Make it a note"});
  expectFix(rule, "Change to “Thoughts” ★", before, R"(
    Journey: Lunch
    Phase: Pay
      Touchpoint: Queue
        Thoughts: Hm
  )");
  expectFix(rule, "Make it a note", before, R"(
    Journey: Lunch
    Phase: Pay
      Touchpoint: Queue
        Note: Toughts: Hm
  )");
}

TEST_CASE("unknown-keyword: a step can become either") {
  constexpr std::string_view before = "Klantreis: Lunch\nStap 1: Betalen";
  CHECK(fixesOf(rule, before) ==
        Titles{"Change to “Fase”", "Change to “Contactpunt”", "Make it a note"});
  expectFix(rule, "Change to “Fase”", before, "Klantreis: Lunch\nFase: 1. Betalen");
}

TEST_CASE("unknown-keyword: what stands beside the keyword begins the text") {
  expectFix(rule, "Change to “Phase” ★", "Journey: Lunch\nPhase Q: Pay",
            "Journey: Lunch\nPhase: Q: Pay");
  expectFix(rule, "Change to “Phase” ★", "Journey: Lunch\nPhase 2:", "Journey: Lunch\nPhase: 2.");
  expectFix(rule, "Change to “Pain point” ★", R"(
    Journey: Lunch
    Phase: Pay
      Touchpoint: Queue
        Pain piont: Slow
  )",
            R"(
    Journey: Lunch
    Phase: Pay
      Touchpoint: Queue
        Pain point: Slow
  )");
}

TEST_CASE("unknown-keyword: a number before the keyword, and a row that nobody declared") {
  expectFix(rule, "Change to “Phase” ★", "Journey: Lunch\n1. Phase: Pay",
            "Journey: Lunch\nPhase: 1. Pay");
  expectFix(rule, "Insert “Lane: Kitchen”", R"(
    Journey: Lunch
    Phase: Pay
      Touchpoint: Queue
        Kitchen: Cooks
  )",
            R"(
    Journey: Lunch
      Lane: Kitchen
    Phase: Pay
      Touchpoint: Queue
        Kitchen: Cooks
  )");
}

TEST_CASE("unknown-keyword: the beginning of a keyword of one kind") {
  expectFindings(R"(
    Kunderejse: Frokost
    Fase: Betale
      Kontaktpunkt: Kø
        ⟦Smerte⟧: langsom      ⟵ unknown-keyword "“Smertepunkt”?"
  )",
                 rule);
  CHECK(fixesOf(rule, "Kunderejse: F\nFase: B\n  Kontaktpunkt: K\n    Smerte: langsom\n").front() ==
        "Change to “Smertepunkt” ★");
  // «Customer persona» and «Customer journey».
  expectFindings(R"(
    Journey: Lunch
    ⟦Customer⟧: Emma      ⟵ unknown-keyword "is not a keyword, so"
  )",
                 rule);
}

}  // namespace journey::test
