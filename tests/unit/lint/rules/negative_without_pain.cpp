#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "negative-without-pain";

TEST_CASE("negative-without-pain: a bad feeling, and nothing says why") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: Queue
        Emotion: annoyed      ⟵ negative-without-pain "“Queue”"
        Emotion: angry
  )",
                 rule);
}

TEST_CASE("negative-without-pain: a pain point, a problem, or a feeling that is not bad") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: A
        Emotion: annoyed
        Pain point: Slow
      Touchpoint: B
        Emotion: annoyed
        Problem: Slow
      Touchpoint: C
        Emotion: calm
      Touchpoint: D
        Emotion: odd somehow
      Touchpoint: E
        Emotion: (0)
  )",
                 rule);
}

TEST_CASE("negative-without-pain: whether it is negative must be settled first") {
  std::string_view map = R"(
    Phase: Pay
      Touchpoint: Queue
        Emotion: happy
        Emotion: angry      ⟵ contradicting-emotion
      Touchpoint: Till
        Emotion [Emma]: happy
        Emotion [Ola]: angry      ⟵ negative-without-pain
  )";
  expectFindings(map, RuleIds{rule, "contradicting-emotion"});
}

}  // namespace journey::test
