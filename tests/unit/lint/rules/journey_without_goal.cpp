#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "journey-without-goal";

TEST_CASE("journey-without-goal: nothing says what the map is for") {
  expectFindings(R"(
    Journey: J      ⟵ journey-without-goal
    Phase: P
      Touchpoint: T
  )",
                 rule);
}

TEST_CASE(
    "journey-without-goal: a goal, a scenario or a problem; a persona's goal is not the map's") {
  expectFindings(R"(
    Journey: A
      Scenario: Lunch
    Phase: P
      Touchpoint: T
    Journey: B
      Problem: The queue
    Phase: P
      Touchpoint: T
    Journey: C      ⟵ journey-without-goal
    Persona: Emma
      Goal: To eat
    Phase: P
      Touchpoint: T
  )",
                 rule);
}

}  // namespace journey::test
