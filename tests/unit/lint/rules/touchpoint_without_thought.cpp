#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "touchpoint-without-thought";

TEST_CASE("touchpoint-without-thought: neither thought nor quote") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: Till      ⟵ touchpoint-without-thought "“Till”"
        Emotion: calm
      Touchpoint: Queue
        Quote: It takes ages
      Touchpoint: Seat
        Thought: At last
  )",
                 rule);
}

}  // namespace journey::test
