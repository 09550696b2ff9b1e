#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "opportunity-without-owner";

TEST_CASE("opportunity-without-owner: nobody takes care of it") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: Queue
        Opportunity: A second till      ⟵ opportunity-without-owner "takes care"
          Votes: 3
        Opportunity: An app
          Owner: App team
  )",
                 rule);
}

TEST_CASE(
    "opportunity-without-owner: an owner may be written in any form, and a placeholder is told of "
    "elsewhere") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: Queue
        Opportunity: A
          Responsible: Kim
        Opportunity: B
          Owner: TODO
        Opportunity: …
        Opportunity:
  )",
                 rule);
}

TEST_CASE(
    "opportunity-without-owner: an opportunity that nothing takes is misplaced, and only that") {
  expectFindings(R"(
    Phase: Pay
      Opportunity: A second till
  )",
                 rule);
}

TEST_CASE("opportunity-without-owner: owners that the map and the project know are offered") {
  constexpr std::string_view before = R"(
    Phase: Pay
      Touchpoint: Queue
        Opportunity: A
        Opportunity: B
          Owner: App team
  )";
  CHECK(fixesOf(rule, before) == Titles{"Insert “Owner” ★", "Insert “Owner: App team”"});
  expectFix(rule, "Insert “Owner: App team”", R"(
    Phase: Pay
      Touchpoint: Queue
        Opportunity: A
          | and more of it
        Opportunity: B
          Owner: App team
  )",
            R"(
    Phase: Pay
      Touchpoint: Queue
        Opportunity: A
          | and more of it
          Owner: App team
        Opportunity: B
          Owner: App team
  )");
}

}  // namespace journey::test
