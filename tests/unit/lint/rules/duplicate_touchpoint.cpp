#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "duplicate-touchpoint";

TEST_CASE("duplicate-touchpoint: in one phase") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: Waits
      Touchpoint: ⟦WAITS⟧      ⟵ duplicate-touchpoint "in this phase twice"
  )",
                 rule);
}

TEST_CASE("duplicate-touchpoint: in another phase it is a hint") {
  constexpr std::string_view text = R"(
    Phase: Pay
      Touchpoint: Waits
    Phase: Eat
      Touchpoint: ⟦Waits⟧      ⟵ duplicate-touchpoint "another phase"
        Next: Waits
  )";
  expectFindings(text, rule);
  CHECK(firstOf(*snapshotOf(marked(text).text), rule).finding->severity == lint::Severity::Hint);
}

TEST_CASE(
    "duplicate-touchpoint: another journey is another matter, and so are titles still to come") {
  expectFindings(R"(
    Journey: A
    Phase: Pay
      Touchpoint: Waits
      Touchpoint: …
      Touchpoint: …
    Journey: B
    Phase: Pay
      Touchpoint: Waits
  )",
                 rule);
}

TEST_CASE("duplicate-touchpoint: a number, or one of both") {
  expectFix(rule, "Change to “Waits (2)”", R"(
    Phase: Pay
      Touchpoint: Waits
      Touchpoint: Waits
  )",
            R"(
    Phase: Pay
      Touchpoint: Waits
      Touchpoint: Waits (2)
  )");
  expectFix(rule, "Merge it into “Waits”", R"(
    Phase: Pay
      Touchpoint: Waits
        Emotion: calm

      Touchpoint: Waits
        Channel: Shop
  )",
            R"(
    Phase: Pay
      Touchpoint: Waits
        Emotion: calm
        Channel: Shop
  )");
}

}  // namespace journey::test
