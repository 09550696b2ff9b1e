#include "features/symbols.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/fixture.hpp"

using namespace journey;

namespace {

/// The outline as lines: «name (detail)», indented.
std::string outline(const std::vector<features::Symbol>& symbols, int depth = 0) {
  std::string out;
  for (const features::Symbol& symbol : symbols)
    out += std::string(static_cast<std::size_t>(depth) * 2, ' ') + symbol.name + " (" +
           symbol.detail + ")\n" + outline(symbol.children, depth + 1);
  return out;
}

std::string outline(std::string_view text) {
  return outline(features::symbols(*test::snapshotOf(text)));
}

}  // namespace

TEST_CASE("the outline is nested like the map", "[features][symbols]") {
  CHECK(outline("Journey: Lunch\n  Goal: g\nPersona: Emma\n  Need: n\nPhase: Choose\n  Touchpoint: "
                "Menu\n    Emotion: 😖 glad\n"
                "    Opportunity: Home screen\n      Owner: w\n    Opportunity:\nPhase: Pay\n") ==
        "Lunch (Journey)\n  Emma (Persona)\n  Choose (Phase)\n    Menu (😖)\n      Home screen "
        "(Opportunity)\n"
        "      Opportunity (Opportunity)\n  Pay (Phase)\n");
}

TEST_CASE("two journeys, touchpoints without a phase, a persona in between",
          "[features][symbols]") {
  CHECK(outline("Touchpoint: Early\nJourney: A\nTouchpoint: T\nPhase: P\nTouchpoint: U\nPersona: "
                "E\nTouchpoint: V\nJourney: B\n") ==
        "Early (Touchpoint)\nA (Journey)\n  T (Touchpoint)\n  P (Phase)\n    U (Touchpoint)\n  E "
        "(Persona)\n  V (Touchpoint)\nB (Journey)\n");
}

TEST_CASE("a library of personas", "[features][symbols]") {
  CHECK(outline("# for all maps\nPersona: A\n  Need: n\n\nPersona: B\n") ==
        "A (Persona)\nB (Persona)\n");
  CHECK(outline("").empty());
  CHECK(outline("Goal: alone\nstray\n").empty());
}

TEST_CASE("spans hold all that belongs to a symbol and no more", "[features][symbols]") {
  auto snapshot = test::snapshotOf(
      "Journey: J\n  | in short\nPhase: P\n  Touchpoint: T\n    Note: n\n      | more\n  Goal: "
      "g\n\n# of Q\nPhase: Q\nstray\n\n");
  auto text = [&](text::Span span) { return snapshot->text.slice(span); };
  auto symbols = features::symbols(*snapshot);
  REQUIRE(symbols.size() == 1);
  const features::Symbol& j = symbols[0];
  CHECK(text(j.span).starts_with("Journey: J\n"));
  CHECK(text(j.span).ends_with("Phase: Q\nstray"));
  CHECK(text(j.title) == "J");
  REQUIRE(j.children.size() == 2);
  // The goal is the journey's: it ended phase and touchpoint.
  CHECK(text(j.children[0].span) == "Phase: P\n  Touchpoint: T\n    Note: n\n      | more");
  CHECK(text(j.children[0].children.at(0).span) == "Touchpoint: T\n    Note: n\n      | more");
  CHECK(text(j.children[1].span) == "Phase: Q\nstray");

  auto ended = test::snapshotOf("Journey: J\nPhase: P\nTouchpoint: T\nGoal: g\nOpportunity: o\n");
  CHECK(outline(features::symbols(*ended)) == "J (Journey)\n  P (Phase)\n    T (Touchpoint)\n");
  CHECK(ended->text.slice(features::symbols(*ended)[0].span).ends_with("Opportunity: o"));
}

TEST_CASE("a head without a title has a name all the same", "[features][symbols]") {
  auto snapshot = test::snapshotOf("Kundereise:\nFase:   \n");
  auto symbols = features::symbols(*snapshot);
  CHECK(outline(symbols) == "Kundereise (Kundereise)\n  Fase (Fase)\n");
  CHECK(snapshot->text.slice(symbols[0].children[0].title) == "Fase");
}
