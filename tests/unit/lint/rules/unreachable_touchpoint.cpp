#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "unreachable-touchpoint";

TEST_CASE("unreachable-touchpoint: the one before it goes elsewhere") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: A
        Next: C
      Touchpoint: B      ⟵ unreachable-touchpoint "“B”"
      Touchpoint: C
  )",
                 rule);
}

TEST_CASE(
    "unreachable-touchpoint: a condition leaves the way on open, and any way here is enough") {
  expectFindings(R"(
    Journey: A
    Phase: Pay
      Touchpoint: A
        Next [late]: C
      Touchpoint: B
      Touchpoint: C
    Journey: B
    Phase: Pay
      Touchpoint: A
        Next: C
      Touchpoint: B
      Touchpoint: C
        Next: B
  )",
                 rule);
}

TEST_CASE("unreachable-touchpoint: a way that names nothing may mean it") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: A
        Next: Bee
      Touchpoint: B
  )",
                 rule);
}

TEST_CASE("unreachable-touchpoint: a way from the one before") {
  expectFix(rule, "Add a way here from “A”", R"(
    Phase: Pay
      Touchpoint: A
        Next: C
      Touchpoint: B
      Touchpoint: C
  )",
            R"(
    Phase: Pay
      Touchpoint: A
        Next: C
        Next: B
      Touchpoint: B
      Touchpoint: C
  )");
}

TEST_CASE("unreachable-touchpoint: behind one that leads to itself, endless-loop speaks") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: A
        Next: A
      Touchpoint: B
  )",
                 rule);
}

TEST_CASE("unreachable-touchpoint: behind an endless loop, which asks for the same way") {
  std::string_view map = R"(
    Phase: Pay
      Touchpoint: A
      Touchpoint: B
        Next: A      ⟵ endless-loop
      Touchpoint: C
  )";
  expectFindings(map, RuleIds{rule, "endless-loop"});
}

}  // namespace journey::test
