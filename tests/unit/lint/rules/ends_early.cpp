#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "ends-early";

TEST_CASE("ends-early: it ends with the purchase") {
  expectFindings(R"(
    Phase: Awareness
      Touchpoint: Till
    Phase: Purchase      ⟵ ends-early "“Purchase”"
  )",
                 rule);
}

TEST_CASE("ends-early: something after it, and models that end with the use") {
  expectFindings(R"(
    Journey: A
    Phase: Awareness
      Touchpoint: T
    Phase: Follow-up
    Journey: B
      Model: school-task
    Phase: Choose
      Touchpoint: T
    Phase: Pay
    Phase: Use
  )",
                 rule);
}

}  // namespace journey::test
