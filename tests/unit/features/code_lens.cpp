#include "features/code_lens.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/fixture.hpp"

using namespace journey;

TEST_CASE("every journey's head line offers the map", "[features][code_lens]") {
  auto snapshot =
      test::snapshotOf("Journey: As is\n  | today\n  Goal: x\nJourney:\nPersona: Emma\n");
  auto lenses = features::previewLenses(*snapshot);
  REQUIRE(lenses.size() == 2);
  // On one line, as the protocol asks, also when the title goes on below.
  CHECK(snapshot->text.slice(lenses[0]) == "Journey: As is");
  CHECK(snapshot->text.slice(lenses[1]) == "Journey:");
}

TEST_CASE("a text without a journey offers none", "[features][code_lens]") {
  CHECK(features::previewLenses(*test::snapshotOf("")).empty());
  CHECK(features::previewLenses(*test::snapshotOf("Persona: Emma\n  Need: Sleep\n")).empty());
}

TEST_CASE("pain points that nobody has an answer to are counted", "[features][code_lens]") {
  auto snapshot = test::snapshotOf(
      "Journey: J\nPhase: P\nTouchpoint: A\nPain: one\nPain:\nProblem: two\nTouchpoint: B\n"
      "Pain: met\nOpportunity: o\nPhase: Q\nTouchpoint: C\nPain: met\nOpportunity: o\nPhase: R\n"
      "Touchpoint: D\nPain: three\n  | and more\nJourney: K\n");
  auto text = [&](text::Span span) { return snapshot->text.slice(span); };
  auto lenses = features::painLenses(*snapshot);
  REQUIRE(lenses.size() == 3);
  CHECK(text(lenses[0].line) == "Journey: J");
  REQUIRE(lenses[0].pains.size() == 3);
  CHECK(text(lenses[0].pains[2]) == "Pain: three\n  | and more");
  CHECK(text(lenses[1].line) == "Phase: P");
  REQUIRE(lenses[1].pains.size() == 2);
  CHECK(text(lenses[1].pains[0]) == "Pain: one");
  CHECK(text(lenses[1].pains[1]) == "Problem: two");
  CHECK(text(lenses[2].line) == "Phase: R");
}
