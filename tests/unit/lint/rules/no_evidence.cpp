#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "no-evidence";

TEST_CASE("no-evidence: an assumption map that does not say so") {
  expectFindings(R"(
    Klantreis: Lunch      ⟵ no-evidence
    Fase: Betalen
      Contactpunt: Kassa
  )",
                 rule);
}

TEST_CASE(
    "no-evidence: evidence anywhere is enough: of the journey, a persona, a phase, a touchpoint, "
    "an idea") {
  for (std::string_view place :
       {"Journey: J\n  Evidence: Survey\nPhase: P\n  Touchpoint: T\n",
        "Journey: J\nPersona: Emma\n  Source: Interviews\nPhase: P\n  Touchpoint: T\n",
        "Journey: J\nPhase: P\n  Evidence: Survey\n  Touchpoint: T\n",
        "Journey: J\nPhase: P\n  Touchpoint: T\n    Research: Survey\n",
        "Journey: J\nPhase: P\n  Touchpoint: T\n    Opportunity: O\n      Evidence: Survey\n",
        "Persona: Emma\n  Evidence: Survey\nJourney: J\nPhase: P\n  Touchpoint: T\n"})
    expectFindings(place, rule);
}

TEST_CASE("no-evidence: a map just begun, a fragment and a library have nothing to prove") {
  expectFindings(R"(
    Journey: Begun
    Phase: Pay
  )",
                 rule);
  expectFindings(R"(
    Phase: Pay
      Touchpoint: Till
  )",
                 rule);
  expectFindings(R"(
    Persona: Emma
      Need: Peace
  )",
                 rule);
}

TEST_CASE("no-evidence: evidence, or the word that it is an assumption") {
  constexpr std::string_view before = "Kundenreise: Mittag\nPhase: P\n  Kontaktpunkt: T";
  CHECK(fixesOf(rule, before).size() == 2);
  expectFix(
      rule, fixesOf(rule, before)[1], before,
      "Kundenreise: Mittag\n  Quelle: Annahme, noch nicht überprüft\nPhase: P\n  Kontaktpunkt: T");
}

TEST_CASE("no-evidence: how things will be nobody can know, and a persona brings its sources") {
  expectFindings(R"(
    Journey: Soon
      State: future
    Phase: Pay
      Touchpoint: Till
  )",
                 rule);
  expectFindings(R"(
    Journey: Today
    Persona: Emma
      Evidence: Interviews
    Phase: Pay
      Touchpoint: Till
    Journey: Another
    Persona: Emma
    Phase: Pay
      Touchpoint: Till
  )",
                 rule);
}

}  // namespace journey::test
