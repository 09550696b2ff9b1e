#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "unprioritised-opportunities";

TEST_CASE("unprioritised-opportunities: three, and nothing says which comes first") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: Queue
        Opportunity: A      ⟵ unprioritised-opportunities "3 opportunities"
        Opportunity: B
      Touchpoint: Till
        Opportunity: C
  )",
                 rule);
}

TEST_CASE("unprioritised-opportunities: two are few, and one vote is enough to begin") {
  expectFindings(R"(
    Journey: One
    Phase: Pay
      Touchpoint: Queue
        Opportunity: A
        Opportunity: B
    Journey: Two
    Phase: Pay
      Touchpoint: Queue
        Opportunity: A
        Opportunity: B
        Opportunity: C
          Priority: high
  )",
                 rule);
}

TEST_CASE("unprioritised-opportunities: votes for all") {
  expectFix(rule, "Insert “Votes: 0” everywhere ★", R"(
    Phase: Pay
      Touchpoint: Queue
        Opportunity: A
          Owner: Kim
        Opportunity: B
      Touchpoint: Till
        Opportunity: C
  )",
            R"(
    Phase: Pay
      Touchpoint: Queue
        Opportunity: A
          Owner: Kim
          Votes: 0
        Opportunity: B
          Votes: 0
      Touchpoint: Till
        Opportunity: C
          Votes: 0
  )");
}

}  // namespace journey::test
