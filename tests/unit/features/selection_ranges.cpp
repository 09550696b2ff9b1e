#include "features/selection_ranges.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/fixture.hpp"

using namespace journey;

namespace {

/// What is selected step by step, up to a number of steps.
std::vector<std::string> grown(std::string_view marked, std::size_t steps = 99) {
  test::Fixture f = test::fixture(marked);
  auto snapshot = test::snapshotOf(f.text);
  std::vector<std::string> out;
  for (text::Span span : features::selectionRanges(*snapshot, f.mark()))
    if (out.size() < steps) out.push_back(snapshot->text.slice(span));
  return out;
}

using Steps = std::vector<std::string>;

}  // namespace

TEST_CASE("a selection grows from the word to the file", "[features][selection_ranges]") {
  CHECK(grown("# c\nJourney: J\n\nPhase: P\n  Touchpoint: T\n    Opportunity: O\n"
              "      Owner: App te$0am\n    Note: n\n  Touchpoint: U\nPhase: Q\n\nJourney: K\n") ==
        Steps{"team", "App team", "Owner: App team",
              "Opportunity: O\n      Owner: App team\n    Note: n",
              "Touchpoint: T\n    Opportunity: O\n      Owner: App team\n    Note: n",
              "Phase: P\n  Touchpoint: T\n    Opportunity: O\n      Owner: App team\n    Note: n\n"
              "  Touchpoint: U",
              "Journey: J\n\nPhase: P\n  Touchpoint: T\n    Opportunity: O\n      Owner: App team\n"
              "    Note: n\n  Touchpoint: U\nPhase: Q",
              "# c\nJourney: J\n\nPhase: P\n  Touchpoint: T\n    Opportunity: O\n      Owner: App "
              "team\n    Note: n\n  Touchpoint: U\nPhase: Q\n\nJourney: K\n"});
}

TEST_CASE("the parts of a line", "[features][selection_ranges]") {
  CHECK(grown("Pain po$0int: x y", 3) == Steps{"point", "Pain point", "Pain point: x y"});
  CHECK(grown("Thought [Em$0ma B]: x y", 4) ==
        Steps{"Emma", "Emma B", "[Emma B]", "Thought [Emma B]: x y"});
  CHECK(grown("Emotion: sad $0(-2)", 3) == Steps{"sad (-2)", "Emotion: sad (-2)"});
  CHECK(grown("Emotion: sad (-$02)", 3) == Steps{"2", "sad (-2)", "Emotion: sad (-2)"});
  CHECK(grown("Goal: I don’t kn$0ow\n", 2) == Steps{"know", "I don’t know"});
  CHECK(grown("Goal: I do$0n’t know\n", 2) == Steps{"don’t", "I don’t know"});
}

TEST_CASE("continuation lines, comments, strays", "[features][selection_ranges]") {
  CHECK(grown("Goal: one\n  | two th$0ree\n  | four\n", 5) ==
        Steps{"three", "two three", "| two three", "one\n  | two three\n  | four",
              "Goal: one\n  | two three\n  | four"});
  CHECK(grown("Journey: J\n# a wo$0rd\n", 3) == Steps{"word", "a word", "# a word"});
  CHECK(grown("Journey: J\nask th$0em\n", 2) == Steps{"them", "ask them"});
}

TEST_CASE("where there is nothing, there is the file", "[features][selection_ranges]") {
  CHECK(grown("$0") == Steps{""});
  CHECK(grown("Persona: P\n$0\nPersona: Q\n") == Steps{"Persona: P\n\nPersona: Q\n"});
  CHECK(grown("Journey: J\n$0\nPhase: P\n") ==
        Steps{"Journey: J\n\nPhase: P", "Journey: J\n\nPhase: P\n"});
}
