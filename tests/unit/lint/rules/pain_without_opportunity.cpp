#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "pain-without-opportunity";

TEST_CASE("pain-without-opportunity: pains of a phase that plans nothing") {
  expectFindings(R"(
    Journey: Lunch
      Problem: nobody eats
    Persona: Emma
    Phase: Pay
      Touchpoint: Queue
        Emotion: neutral
        ⟦Pain point: slow
          | and loud⟧                ⟵ pain-without-opportunity "what could make this better?"
        Problem: cold                ⟵ pain-without-opportunity
        Pain:                        ⟵ empty-entry
    Phase: Eat
      Touchpoint: Table
        Emotion: happy
  )");
}

TEST_CASE("pain-without-opportunity: one opportunity in the phase will do") {
  expectFindings(R"(
    Kundenreise: Essen
    Phase: Zahlen
      Kontaktpunkt: Schlange
        Schmerzpunkt: langsam
      Kontaktpunkt: Kasse
        Chance: zweite Kasse
  )",
                 rule);
}

TEST_CASE("pain-without-opportunity: that of another phase will not") {
  expectFindings(R"(
    Kundresa: Lunch
    Fas: Betala
      Kontaktpunkt: Kö
        Smärtpunkt: långsam          ⟵ pain-without-opportunity
    Fas: Äta
      Kontaktpunkt: Bord
        Möjlighet: större
  )",
                 rule);
}

TEST_CASE(
    "pain-without-opportunity: it goes behind the pains, before an entry that ends the block") {
  expectFix(rule, "Insert “Opportunity” ★", R"(
    Phase: Pay
      Touchpoint: Queue
        Pain point: slow
        Pain point: loud
      Goal: out
        Note: after all
  )",
            R"(
    Phase: Pay
      Touchpoint: Queue
        Pain point: slow
        Pain point: loud
        Opportunity: …
      Goal: out
        Note: after all
  )");
}

TEST_CASE("pain-without-opportunity: an opportunity whose keyword is mistyped counts") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: Queue
        Emotion: (-2)
        Pain point: Slow
        ⟦Opportuniyt⟧: A second till      ⟵ unknown-keyword
  )");
}

TEST_CASE("pain-without-opportunity: at the lowest point another rule asks for the same") {
  std::string_view map = R"(
    Phase: Pay
      Touchpoint: Queue      ⟵ lowest-point-unaddressed
        Emotion: angry
        Pain point: slow
      Touchpoint: Till
        Emotion: sad
        Pain point: loud      ⟵ pain-without-opportunity
  )";
  expectFindings(map, RuleIds{rule, "lowest-point-unaddressed", "ends-low"});
}

}  // namespace journey::test
