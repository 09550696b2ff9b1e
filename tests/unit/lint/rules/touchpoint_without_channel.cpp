#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "touchpoint-without-channel";

TEST_CASE("touchpoint-without-channel: nothing says where") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: Queue      ⟵ touchpoint-without-channel "“Queue”"
        Emotion: calm
      Touchpoint: Till
        Channel: Canteen
  )",
                 rule);
}

TEST_CASE(
    "touchpoint-without-channel: of one that has only a title, its feeling is asked for first") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: Queue
      Touchpoint: …
        Emotion: calm
  )",
                 rule);
}

TEST_CASE("touchpoint-without-channel: channels of the map are offered") {
  CHECK(fixesOf(rule,
                "Phase: P\n  Touchpoint: A\n    Emotion: calm\n  Touchpoint: B\n    Channel: "
                "Web, App\n  Touchpoint: C\n    Channel: App\n") ==
        Titles{"Insert “Channel” ★", "Insert “Channel: App”", "Insert “Channel: Web”"});
}

TEST_CASE("touchpoint-without-channel: a mistyped keyword is told of as that") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: Queue
        ⟦Channle⟧: Shop      ⟵ unknown-keyword
        Emotion: calm
        ⟦Actoin⟧: Waits      ⟵ unknown-keyword
        ⟦Thuoght⟧: Hm      ⟵ unknown-keyword
  )");
}

}  // namespace journey::test
