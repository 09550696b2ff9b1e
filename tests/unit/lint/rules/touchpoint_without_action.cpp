#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "touchpoint-without-action";

TEST_CASE("touchpoint-without-action: nothing says what the customer does") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: Till      ⟵ touchpoint-without-action "“Till”"
        Emotion: calm
      Touchpoint: Queue
        Action: Waits
  )",
                 rule);
}

TEST_CASE(
    "touchpoint-without-action: a title alone, and an action that stands below an opportunity by "
    "mistake") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: Till
      Touchpoint: Queue
        Opportunity: O
          Action: Waits
  )",
                 rule);
}

}  // namespace journey::test
