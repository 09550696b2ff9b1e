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
