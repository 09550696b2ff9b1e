#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "misleading-indentation";

TEST_CASE("misleading-indentation: behind an opportunity, as if it were the touchpoint's") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: Queue
        Opportunity: A till
          Owner: Kim
        ⟦Note⟧: Soon      ⟵ misleading-indentation "belongs to “Opportunity: A till”"
  )",
                 rule);
}

TEST_CASE("misleading-indentation: the touchpoint's, as if it were the opportunity's") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: Queue
        Opportunity: A till
          Owner: Kim
          ⟦Channel⟧: Shop      ⟵ misleading-indentation "belonged to “Opportunity: A till”, but it belongs to “Touchpoint: Queue”"
  )",
                 rule);
}

TEST_CASE("misleading-indentation: people who do not indent mean nothing by it") {
  expectFindings(R"(
    Journey: J
    Phase: Pay
    Touchpoint: Queue
    Opportunity: A till
    Owner: Kim
    Note: Soon
    Touchpoint: Till
    Emotion: calm
  )",
                 rule);
  expectFindings(R"(
    Phase: Pay
      Touchpoint: Queue
          Emotion: calm
        Channel: Shop
              Action: Waits
  )",
                 rule);
}

TEST_CASE("misleading-indentation: tabs or spaces") {
  expectFindings(
      "Phase: P\n\tTouchpoint: T\n\t\tOpportunity: O\n\t\t\tOwner: Kim\n\t\t⟦Note⟧: "
      "n  ⟵ misleading-indentation\n",
      rule);
}

TEST_CASE("misleading-indentation: as its sisters stand") {
  expectFix(rule, "Indent it to where it belongs ★", R"(
    Phase: Pay
      Touchpoint: Queue
        Opportunity: A till
            Owner: Kim
        Note: Soon
          | or later
  )",
            R"(
    Phase: Pay
      Touchpoint: Queue
        Opportunity: A till
            Owner: Kim
            Note: Soon
              | or later
  )");
}

TEST_CASE("misleading-indentation: a row, and a keyword that is mistyped, mean nothing by it") {
  expectFindings(R"(
    Journey: J
      Lane: Backstage
    Phase: Pay
      Touchpoint: Queue
        Opportunity: A till
          Owner: Kim
        Backstage: Counts the coins
      Phase 2: Eat
        Touchpoint 2: Table
  )",
                 rule);
}

TEST_CASE("misleading-indentation: a heading inside another") {
  expectFindings(R"(
    Journey: Lunch
      Persona: Emma
        Phase: Pay
          Touchpoint: Queue
            ⟦Touchpoint⟧: Till      ⟵ misleading-indentation "belonged to “Touchpoint: Queue”, but it stands on its own"
              ⟦Phase⟧: Eat      ⟵ misleading-indentation "“Touchpoint: Till”"
      Phase: Pay again
        ⟦Phase⟧: Eat again      ⟵ misleading-indentation "“Phase: Pay again”"
  )",
                 rule);
}

TEST_CASE("misleading-indentation: the journey's, as if it were the touchpoint's") {
  expectFindings(R"(
    Journey: Lunch
      Goal: be full
    Phase: Pay
      Touchpoint: Queue
        ⟦Scenario⟧: Monday      ⟵ misleading-indentation "belonged to “Touchpoint: Queue”, but it belongs to the journey"
    Phase: Eat
      Scenario: Tuesday      ⟵ misleading-indentation
    Phase: Leave
    Scenario: Wednesday
  )",
                 rule);
  expectFix(rule, "Indent it to where it belongs ★",
            "Journey: L\n  Goal: g\nPhase: P\n  Touchpoint: T\n    Scenario: s\n",
            "Journey: L\n  Goal: g\nPhase: P\n  Touchpoint: T\n  Scenario: s\n");
}

}  // namespace journey::test
