#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "no-persona";

TEST_CASE("no-persona: a journey that nobody travels") {
  expectFindings(R"(
    ⟦Journey: Lunch
      | at school⟧                   ⟵ no-persona "Whose journey is this?"
      State: current
    Journey: Dinner
    Persona: Emma
  )",
                 rule);
}

TEST_CASE("no-persona: personas of the library above, and fragments, are fine") {
  expectFindings("Persona: Emma\nJourney: Lunch\n", rule);
  expectFindings("Phase: Pay\n  Touchpoint: Queue\n", rule);
  expectFindings("", rule);
}

TEST_CASE("no-persona: a journey's personas are its own") {
  expectFindings(R"(
    Kundereise: Lunsj
    Persona: Emma
    Kundereise: Middag               ⟵ no-persona
  )",
                 rule);
}

TEST_CASE("no-persona: a skeleton is put behind the journey's entries") {
  expectFix(rule, "Insert “Persona” ★", R"(
    Kundresa: Lunch
      Mål: Äta
      # om alla

    Fas: Betala
  )",
            R"(
    Kundresa: Lunch
      Mål: Äta

    Persona: …
      Demografi: …
      Mål: …
      Behov: …

      # om alla

    Fas: Betala
  )");
  expectFix(rule, "Insert “Persona” ★", "Journey: Lunch",
            "Journey: Lunch\n\nPersona: …\n  Demographics: …\n  Goal: …\n  Need: …");
}

TEST_CASE("no-persona: a mistyped keyword is told of as that") {
  expectFindings(R"(
    Journey: Lunch
    ⟦Persoan⟧: Emma      ⟵ unknown-keyword
    Phase: Pay
      Touchpoint: Queue
        Emotion: calm
  )");
}

}  // namespace journey::test
