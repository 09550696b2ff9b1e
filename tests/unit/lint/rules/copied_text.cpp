#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "copied-text";

TEST_CASE("copied-text: the same long text in one journey") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: A
        Thought: Will there be anything vegetarian left today?
      Touchpoint: B
        Action: ⟦Will there be anything vegetarian left today?⟧      ⟵ copied-text
  )",
                 rule);
}

TEST_CASE("copied-text: short texts, sources, and another journey") {
  expectFindings(R"(
    Journey: A
    Phase: Pay
      Touchpoint: A
        Thought: Is it done?
        Evidence: Interviews with twelve pupils in September
      Touchpoint: B
        Thought: Is it done?
        Evidence: Interviews with twelve pupils in September
        Action: Opens the app in the first break of the day
    Journey: B
    Phase: Pay
      Touchpoint: A
        Action: Opens the app in the first break of the day
  )",
                 rule);
}

TEST_CASE("copied-text: characters count, not bytes") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: A
        Thought: ääääääääääääääääääääääääääääääääääääääää
      Touchpoint: B
        Thought: ⟦ääääääääääääääääääääääääääääääääääääääää⟧      ⟵ copied-text
        Quote: äääääääääääääääääääääääääää
        Note: äääääääääääääääääääääääääää
  )",
                 rule);
}

}  // namespace journey::test
