#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "flat-curve";

TEST_CASE("flat-curve: four alike") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: A
        Emotion: (+1)      ⟵ flat-curve "All 4 emotions"
      Touchpoint: B
        Emotion: (+1)
        Emotion: (+1)
      Touchpoint: C
        Emotion: (+1)
  )",
                 rule);
}

TEST_CASE("flat-curve: three are few, and one that differs is enough") {
  expectFindings(R"(
    Journey: A
    Phase: Pay
      Touchpoint: A
        Emotion: (+1)
        Emotion: (+1)
        Emotion: (+1)
        Emotion: odd somehow
    Journey: B
    Phase: Pay
      Touchpoint: A
        Emotion: (+1)
        Emotion: (+1)
        Emotion: (+1)
        Emotion: (-1)
    Journey: C
      State: future
    Phase: Pay
      Touchpoint: A
        Emotion: (+1)
        Emotion: (+2)
        Emotion: (+1)
        Emotion: (+2)
  )",
                 rule);
}

}  // namespace journey::test
