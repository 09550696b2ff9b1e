#include "features/place.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/fixture.hpp"

using namespace journey;
using features::Place;
using Kind = model::Block::Kind;
using model::Construct;

namespace {

Place place(std::string_view marked) {
  test::Fixture f = test::fixture(marked);
  return features::placeAt(*test::snapshotOf(f.text), f.mark());
}

std::string entry(std::string_view marked) {
  test::Fixture f = test::fixture(marked);
  auto snapshot = test::snapshotOf(f.text);
  auto ref = features::entryAt(*snapshot, f.mark());
  return ref ? snapshot->map.entry(*ref).word : std::string{};
}

}  // namespace

TEST_CASE("the blocks open at a place", "[features][place]") {
  CHECK(place("$0").open == Kind::Preamble);
  CHECK(place("Journey: J\n$0").open == Kind::Journey);
  CHECK(place("Journey: J\nPersona: P\n\n\n$0").open == Kind::Persona);
  CHECK(place("Phase: P\nTouchpoint: T\n$0Phase: Q\n").open == Kind::Touchpoint);
  CHECK(place("Phase: P\nTouchpoint: T\nPhase: Q$0\n").open == Kind::Touchpoint);
  CHECK(place("Phase: P\nTouchpoint: T\nGoal: g\n$0").open == Kind::Preamble);
  CHECK(place("Journey: J\nPhase: P\nTouchpoint: T\nGoal: g\n$0").open == Kind::Journey);
  CHECK(place("Persona: A\nJourney: J\nPhase: P\nTouchpoint: T\nGoal: g\n$0").open ==
        Kind::Journey);
}

TEST_CASE("what a block holds already", "[features][place]") {
  CHECK(place("Journey: J\nGoal: g\n$0\nState: s\n").present == std::set{Construct::Goal});
  CHECK(place("Phase: P\nTouchpoint: T\n$0").present.empty());
  Place opportunity =
      place("Phase: P\nTouchpoint: T\nOpportunity: o\nOwner: w\nOpportunity: p\n$0Votes: 3\n");
  CHECK(opportunity.inOpportunity);
  CHECK(opportunity.present == std::set{Construct::Opportunity});
  CHECK_FALSE(
      place("Phase: P\nTouchpoint: T\nOpportunity: o\nOwner: w\nEmotion: glad\n$0").inOpportunity);
}

TEST_CASE("the line around a place", "[features][place]") {
  Place p = place("Journey: J\r\n  Go$0al: g\r\n");
  CHECK(p.lineNumber == 1);
  CHECK(p.lineStart == 12);
  CHECK(p.line == "  Goal: g");
  CHECK(p.column == 4);
  CHECK(p.construct == Construct::Goal);
  CHECK_FALSE(place("ask $0me").construct);
  Place marked = place("\xEF\xBB\xBF$0Goal: g");
  CHECK(marked.lineStart == 3);
  CHECK(marked.line == "Goal: g");
  CHECK(marked.column == 0);
}

TEST_CASE("the entry at a place", "[features][place]") {
  CHECK(entry("Journey: J\n  Goal: g$0\n") == "Goal");
  CHECK(entry("Journey: J$0\nPhase: P\n") == "Journey");
  CHECK(entry("Journey: J\n$0Phase: P\n") == "Phase");
  CHECK(entry("Goal: g\n  | and mo$0re\n") == "Goal");
  CHECK(entry("Goal: g\n$0\n").empty());
  CHECK(entry("# com$0ment\nGoal: g\n").empty());
}
