#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "no-future-map";

TEST_CASE("no-future-map: today, with ideas") {
  expectFindings(R"(
    Journey: Lunch      ⟵ no-future-map
      State: current
    Phase: Pay
      Touchpoint: Queue
        Opportunity: A till
  )",
                 rule);
}

TEST_CASE("no-future-map: a future in the same file, a link to one, no state, no idea") {
  expectFindings(R"(
    Journey: A
      State: current
    Phase: Pay
      Touchpoint: Queue
        Opportunity: A till
    Journey: B
      State: future
  )",
                 rule);
  expectFindings(R"(
    Journey: A
      State: current
      Note: see lunch-future.journey
    Phase: Pay
      Touchpoint: Queue
        Opportunity: A till
  )",
                 rule);
  expectFindings(R"(
    Journey: A
    Phase: Pay
      Touchpoint: Queue
        Opportunity: A till
    Journey: B
      State: current
    Phase: Pay
      Touchpoint: Queue
  )",
                 rule);
}

TEST_CASE("no-future-map: a future in another file of the workspace") {
  auto library = std::make_shared<lint::Library>();
  library->futures.insert("lunch");
  auto snapshot = snapshotOf(
      "Journey: Lunch\n  State: current\nPhase: P\n  Touchpoint: T\n    "
      "Opportunity: O\n",
      nullptr, library);
  CHECK(findingsOf(*snapshot, rule).empty());
}

}  // namespace journey::test
