#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "ends-low";

TEST_CASE("ends-low: the last one is bad, and not the worst") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: Queue
        Emotion: (-2)
        Opportunity: O
      Touchpoint: Way home      ⟵ ends-low
        Emotion: (-1)
  )",
                 rule);
}

TEST_CASE("ends-low: if it is the lowest point, that is said once") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: Queue
        Emotion: (+1)
      Touchpoint: Way home
        Emotion: (-1)
  )",
                 rule);
}

TEST_CASE("ends-low: an idea for it, a good end, and no feeling") {
  expectFindings(R"(
    Journey: A
    Phase: Pay
      Touchpoint: Queue
        Emotion: (-2)
      Touchpoint: Way home
        Emotion: (-1)
        Opportunity: O
    Journey: B
    Phase: Pay
      Touchpoint: Queue
        Emotion: (-2)
      Touchpoint: Way home
        Emotion: (0)
    Journey: C
    Phase: Pay
      Touchpoint: Queue
        Emotion: (-2)
      Touchpoint: Way home
  )",
                 rule);
}

}  // namespace journey::test
