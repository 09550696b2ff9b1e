#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "unknown-phase";

TEST_CASE("unknown-phase: a title that the named model does not know") {
  expectFindings(R"(
    Journey: Lunch
      Model: school-task
    Phase: Choose
    Phase: ⟦Football⟧      ⟵ unknown-phase "“school-task” has no phase “Football”"
    Phase: …
  )",
                 rule);
}

TEST_CASE("unknown-phase: without a named model any title is fine") {
  expectFindings(R"(
    Journey: Lunch
    Phase: Awareness
    Phase: Consideration
    Phase: Decision
    Phase: Football
  )",
                 rule);
}

TEST_CASE("unknown-phase: the nearest name that is still free, or no model at all") {
  expectFix(rule, "Delete the phase model", R"(
    Journey: Lunch
      Model: school-task
    Phase: Choose
    Phase: Football
  )",
            R"(
    Journey: Lunch
    Phase: Choose
    Phase: Football
  )");
  CHECK(fixesOf(rule, "Journey: L\n  Model: purchase\nPhase: Awarness\n").front() ==
        "Change to “Awareness” ★");
}

}  // namespace journey::test
