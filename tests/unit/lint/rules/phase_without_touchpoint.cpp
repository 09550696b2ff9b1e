#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "phase-without-touchpoint";

TEST_CASE("phase-without-touchpoint: nothing happens in a phase, and that is all there is to say") {
  expectFindings(R"(
    Journey: Lunch
    Persona: Emma
    ⟦Phase: Pay
      | and wait⟧                    ⟵ phase-without-touchpoint "Nothing happens in “Pay"
      Note: soon
    Phase: Eat
      Touchpoint: Table
        Emotion: happy
  )");
}

TEST_CASE("phase-without-touchpoint: what is said otherwise is not said again") {
  expectFindings(R"(
    Journey: Lunch
    Persona: Emma
    Phase:                           ⟵ empty-entry
    Phase: ⟦…⟧                       ⟵ placeholder-text
    Phase: Pay
      ⟦Emotion⟧: happy               ⟵ misplaced-entry
  )");
}

TEST_CASE("phase-without-touchpoint: the touchpoint goes below what the phase has") {
  expectFix(rule, "Insert “Kontaktpunkt” ★", R"(
    Kundenreise: Essen
    Phase: Zahlen
      Notiz: bald
    # Danach
    Phase: Essen
      Kontaktpunkt: Tisch
  )",
            R"(
    Kundenreise: Essen
    Phase: Zahlen
      Notiz: bald
      Kontaktpunkt: …
    # Danach
    Phase: Essen
      Kontaktpunkt: Tisch
  )");
  expectFix(rule, "Insert “Kosketuspiste” ★", "Vaihe: Maksu", "Vaihe: Maksu\n  Kosketuspiste: …");
}

TEST_CASE("phase-without-touchpoint: it goes before an entry that ended the phase") {
  expectFix(rule, "Insert “Touchpoint” ★", R"(
    Phase: Pay
      Goal: be fast
  )",
            R"(
    Phase: Pay
      Touchpoint: …
      Goal: be fast
  )");
}

}  // namespace journey::test
