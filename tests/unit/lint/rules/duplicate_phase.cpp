#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "duplicate-phase";

TEST_CASE("duplicate-phase: one title twice, numbers and case aside") {
  constexpr std::string_view text = R"(
    Journey: Lunch
    Phase: 1. Pay
    Phase: Eat
    Phase: PAY                       ⟵ duplicate-phase "“PAY” is the same phase as “1. Pay”"
    Phase: Paying back
    Journey: Dinner
    Phase: Pay
  )";
  expectFindings(text, rule);
  auto snapshot = snapshotOf(marked(text).text);
  lint::PlacedFinding found = firstOf(*snapshot, rule);
  CHECK(found.finding->severity == lint::Severity::Warning);
  REQUIRE(found.finding->related.size() == 1);
  const lint::Related& first = found.finding->related.front();
  CHECK(snapshot->text.slice(snapshot->map.absolute(first.block, first.span)) == "Phase: 1. Pay");
}

TEST_CASE("duplicate-phase: two titles for one phase of the model the journey names") {
  expectFindings(R"(
    Klantreis: Koffie
      Model: purchase
    Fase: Bewustwording
    Fase: Overweging
    Fase: Overwegingsfase            ⟵ duplicate-phase
  )",
                 rule);
}

TEST_CASE("duplicate-phase: where the model is a guess it is only a remark") {
  constexpr std::string_view text = R"(
    Journey: Coffee
    Phase: Awareness
    Phase: Consideration
    Phase: Research                  ⟵ duplicate-phase
    Phase: Decision
    Phase: Loyalty
  )";
  expectFindings(text, rule);
  CHECK(firstOf(*snapshotOf(marked(text).text), rule).finding->severity ==
        lint::Severity::Information);
  CHECK(fixesOf(rule, text) == Titles{"Merge it into “Consideration”"});
}

TEST_CASE("duplicate-phase: right behind the first one only the head goes") {
  expectFix(rule, "Merge it into “Betale” ★", R"(
    Kundereise: Lunsj
    Fase: Betale
      Kontaktpunkt: Kø
    Fase: Betale
      Kontaktpunkt: Kasse)",
            R"(
    Kundereise: Lunsj
    Fase: Betale
      Kontaktpunkt: Kø
      Kontaktpunkt: Kasse)");
}

TEST_CASE(
    "duplicate-phase: touchpoints join the first one's, and the phase's own entries its own") {
  expectFix(rule, "Merge it into “Pay” ★", R"(
    Journey: Lunch
    Phase: Pay
      Note: first
      Touchpoint: Queue
        Opportunity: faster
          Owner: school

    # About eating.
    Phase: Eat
      Touchpoint: Table

    # About paying.
    Phase: Pay
      Metric: minutes
      Touchpoint: Till
        Opportunity: cheaper
          Votes: 3)",
            R"(
    Journey: Lunch
    Phase: Pay
      Note: first
      Metric: minutes
      Touchpoint: Queue
        Opportunity: faster
          Owner: school
    # About paying.
      Touchpoint: Till
        Opportunity: cheaper
          Votes: 3

    # About eating.
    Phase: Eat
      Touchpoint: Table)");
}

TEST_CASE("duplicate-phase: a phase in the middle leaves no gap") {
  expectFix(rule, "Merge it into “Betala” ★", R"(
    Kundresa: Lunch

    Fas: Betala

    Fas: Äta

    Fas: Betala
      Kontaktpunkt: Kö

    Fas: Gå
  )",
            R"(
    Kundresa: Lunch

    Fas: Betala
      Kontaktpunkt: Kö

    Fas: Äta

    Fas: Gå
  )");
}

TEST_CASE("duplicate-phase: nothing is moved over an entry that ended the phase") {
  CHECK(fixesOf(rule, "Phase: Pay\n  Goal: out\nPhase: Eat\nPhase: Pay\n") == Titles{});
}

}  // namespace journey::test
