#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "crowded-map";

TEST_CASE("crowded-map: nine in a phase") {
  expectFindings(R"(
    Phase: Pay      ⟵ crowded-map "“Pay” has 9"
      Touchpoint: T0
      Touchpoint: T1
      Touchpoint: T2
      Touchpoint: T3
      Touchpoint: T4
      Touchpoint: T5
      Touchpoint: T6
      Touchpoint: T7
      Touchpoint: T8
  )",
                 rule);
}

TEST_CASE("crowded-map: eight are fine") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: T0
      Touchpoint: T1
      Touchpoint: T2
      Touchpoint: T3
      Touchpoint: T4
      Touchpoint: T5
      Touchpoint: T6
      Touchpoint: T7
  )",
                 rule);
}

TEST_CASE("crowded-map: more than forty in all") {
  std::string text = "Journey: J\n";
  for (int p = 0; p < 6; ++p) {
    text += "Phase: P" + std::to_string(p) + "\n";
    for (int t = 0; t < 7; ++t) text += "  Touchpoint: T\n";
  }
  auto findings = findingsOf(*snapshotOf(text), rule);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].says.find("42 touchpoints") != std::string::npos);
}

TEST_CASE("crowded-map: a new phase in the middle") {
  expectFix(rule, "Begin a new phase at “T4”", R"(
    Phase: Pay
      Touchpoint: T0
      Touchpoint: T1
      Touchpoint: T2
      Touchpoint: T3
      Touchpoint: T4
      Touchpoint: T5
      Touchpoint: T6
      Touchpoint: T7
      Touchpoint: T8
  )",
            R"(
    Phase: Pay
      Touchpoint: T0
      Touchpoint: T1
      Touchpoint: T2
      Touchpoint: T3

    Phase: …

      Touchpoint: T4
      Touchpoint: T5
      Touchpoint: T6
      Touchpoint: T7
      Touchpoint: T8
  )");
}

}  // namespace journey::test
