#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "endless-loop";

TEST_CASE("endless-loop: two touchpoints that lead to each other") {
  constexpr std::string_view text = R"(
    Phase: P
      Touchpoint: Calls
      Touchpoint: Is put through
        Next: Waits
      Touchpoint: Waits
        Next: calls                  ⟵ endless-loop "“Waits”"
      Touchpoint: Gets an answer
  )";
  expectFindings(text, rule);
  auto snapshot = snapshotOf(marked(text).text);
  const lint::Related first = firstOf(*snapshot, rule).finding->related.at(0);
  CHECK(snapshot->text.slice(snapshot->map.absolute(first.block, first.span)) ==
        "Touchpoint: Calls");
}

TEST_CASE("endless-loop: a touchpoint that leads to itself") {
  expectFindings(R"(
    Vaihe: Odotus
      Kosketuspiste: Odottaa
        Seuraava: Odottaa            ⟵ endless-loop "“Odottaa”"
  )",
                 rule);
}

TEST_CASE("endless-loop: each circle is told once, not what leads into it") {
  expectFindings(R"(
    Phase: P
      Touchpoint: A
        Next [one]: C
      Touchpoint: B
        Next: B                      ⟵ endless-loop "“B”"
      Touchpoint: C
        Next: D
      Touchpoint: D
        Next: C                      ⟵ endless-loop "“D”"
  )",
                 rule);
}

TEST_CASE("endless-loop: a condition, a second way or an unknown one is a way out") {
  expectFindings(R"(
    Phase: P
      Touchpoint: A
      Touchpoint: B
        Next [not yet]: A
      Touchpoint: C
        Next: A
        Next: D
      Touchpoint: D
  )",
                 rule);
  expectFindings(R"(
    Phase: P
      Touchpoint: A
        Next: Somewhere
        Next: A
  )",
                 rule);
  // The last touchpoint ends the journey, however one came there.
  expectFindings(R"(
    Phase: P
      Touchpoint: A
        Next: B
      Touchpoint: B
  )",
                 rule);
}

TEST_CASE("endless-loop: a journey of its own has ways of its own") {
  expectFindings(R"(
    Journey: One
    Phase: P
      Touchpoint: A
        Next: B
      Touchpoint: B

    Journey: Two
    Phase: P
      Touchpoint: B
        Next: A
      Touchpoint: A
        Next: B                      ⟵ endless-loop
  )",
                 rule);
}

TEST_CASE("endless-loop: a way out to what follows") {
  expectFix(rule, "Add a way out to “Gets an answer”", R"(
    Phase: P
      Touchpoint: Calls
      Touchpoint: Waits
        Next: Calls
      Touchpoint: Gets an answer
  )",
            R"(
    Phase: P
      Touchpoint: Calls
      Touchpoint: Waits
        Next: Calls
        Next: Gets an answer
      Touchpoint: Gets an answer
  )");
}

}  // namespace journey::test
