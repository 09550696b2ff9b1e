#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "opportunity-without-metric";

TEST_CASE("opportunity-without-metric: nothing says how success is measured") {
  expectFindings(R"(
    Fase: Betale
      Kontaktpunkt: Kø
        Mulighet: En kasse til      ⟵ opportunity-without-metric
          Ansvarlig: Kantinelaget
        Mulighet: En app
          Nøkkeltall: Minutter i kø
  )",
                 rule);
}

TEST_CASE("opportunity-without-metric: a metric of the touchpoint is not the opportunity's") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: Queue
        Metric: Minutes in the queue
        Opportunity: A second till      ⟵ opportunity-without-metric
  )",
                 rule);
}

TEST_CASE("opportunity-without-metric: the line is inserted below it") {
  expectFix(rule, "Insert “Metric” ★", R"(
    Phase: Pay
      Touchpoint: Queue
        Opportunity: A second till
          Votes: 3
        Note: soon
  )",
            R"(
    Phase: Pay
      Touchpoint: Queue
        Opportunity: A second till
          Votes: 3
        Note: soon
          Metric: …
  )");
}

}  // namespace journey::test
