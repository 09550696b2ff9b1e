#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "contradicting-emotion";

TEST_CASE("contradicting-emotion: one persona, both ways") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: Queue
        Emotion [Emma]: happy
        Emotion [emma]: angry      ⟵ contradicting-emotion
        Emotion [Tom]: angry
  )",
                 rule);
}

TEST_CASE(
    "contradicting-emotion: two personas may feel differently, and neutral contradicts nobody") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: Queue
        Emotion [Emma]: happy
        Emotion [Tom]: angry
      Touchpoint: Till
        Emotion: happy
        Emotion: neutral
  )",
                 rule);
}

TEST_CASE("contradicting-emotion: both in one entry, unless a score weighs them") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: Queue
        Emotion: happy but angry      ⟵ contradicting-emotion
      Touchpoint: Till
        Emotion: happy but angry (-1)
  )",
                 rule);
}

TEST_CASE("contradicting-emotion: a pain point where everything feels good") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: Queue
        Emotion: happy
        Pain point: Slow      ⟵ contradicting-emotion "“Queue” feels good"
      Touchpoint: Till
        Emotion [Emma]: happy
        Emotion [Tom]: angry
        Pain point: Slow
      Touchpoint: Seat
        Pain point: Cold
  )",
                 rule);
}

}  // namespace journey::test
