#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "misplaced-entry";

TEST_CASE("misplaced-entry: the first of the lines that miss one parent is named") {
  expectFindings(R"(
    Journey: Lunch
    Persona: Emma
    Phase: Pay
      ⟦Channel⟧: Till                ⟵ misplaced-entry "“Channel” has no “Touchpoint” to belong to"
      Note: in between
      Emotion: bored
      Opportunity: faster
        Owner: the school
  )");
}

TEST_CASE("misplaced-entry: each parent has its own finding") {
  expectFindings(R"(
    Kundresa: Lunch
    ⟦Behov⟧: Mat                     ⟵ misplaced-entry "“Persona”"
    Fas: Betala
      ⟦Ansvarig⟧: Skolan             ⟵ misplaced-entry "“Möjlighet”"
      ⟦Känsla⟧: glad                 ⟵ misplaced-entry "“Kontaktpunkt”"
      ⟦Behov⟧: Mat                   ⟵ misplaced-entry "“Persona”"
  )",
                 rule);
}

TEST_CASE(
    "misplaced-entry: touchpoints without a phase miss it together, and no model is asked for") {
  expectFindings(R"(
    Journey: Lunch
      Model: purchase
    Persona: Emma
    ⟦Touchpoint⟧: Queue              ⟵ misplaced-entry "no “Phase”"
      Emotion: bored
      Opportunity: A second till
    Touchpoint: Till
      Emotion: relieved
  )");
}

TEST_CASE("misplaced-entry: what every block takes is at home everywhere") {
  expectFindings(R"(
    Note: before all
    Journey: Lunch
      Evidence: Interviews
    Persona: Emma
      Goal: eat
      Quote: Hurry!
      Note: she
    Phase: Pay
      Metric: minutes
      Touchpoint: Queue
        Problem: long
        Opportunity: short
          Metric: minutes
  )",
                 rule);
}

TEST_CASE("misplaced-entry: an entry that belongs further out ends a block, and is shown") {
  constexpr std::string_view text = R"(
    Journey: Lunch
    Phase: Pay
      Touchpoint: Queue
        Goal: be fast
        ⟦Emotion⟧: bored             ⟵ misplaced-entry
      ⟦Touchpoint⟧: Till             ⟵ misplaced-entry "“Touchpoint” has no “Phase”"
  )";
  expectFindings(text, rule);
  auto snapshot = snapshotOf(marked(text).text);
  for (const lint::PlacedFinding& placed : snapshot->findings()) {
    if (placed.finding->rule->id != rule) continue;
    REQUIRE(placed.finding->related.size() == 1);
    const lint::Related& related = placed.finding->related.front();
    CHECK(snapshot->text.slice(snapshot->map.absolute(related.block, related.span)) == "Goal");
    CHECK(related.message == lint::Message::misplaced_entry_ended_here);
  }
}

TEST_CASE("misplaced-entry: all parents that are missing are put before it") {
  expectFix(rule, "Insert “Touchpoint” before it ★", R"(
    Journey: Lunch
    Phase: Pay
      Opportunity: faster
        Owner: the school
  )",
            R"(
    Journey: Lunch
    Phase: Pay
      Touchpoint: …
      Opportunity: faster
        Owner: the school
  )");
  expectFix(rule, "Insert “Fase, Kontaktpunkt, Mulighet” before it ★", R"(
    Kundereise: Lunsj
      Ansvarlig: Skolen
      Stemmer: 3
  )",
            R"(
    Kundereise: Lunsj
    Fase: …
      Kontaktpunkt: …
        Mulighet: …
      Ansvarlig: Skolen
      Stemmer: 3
  )");
  expectFix(rule, "Insert “Opportunity” before it ★", R"(
    Phase: Pay
      Touchpoint: Queue
        Votes: 3
  )",
            R"(
    Phase: Pay
      Touchpoint: Queue
        Opportunity: …
        Votes: 3
  )");
}

TEST_CASE("misplaced-entry: one phase is enough for all touchpoints") {
  expectFix(rule, "Insert “Phase” before it ★", R"(
    Kundenreise: Essen
    Kontaktpunkt: Schlange
    Kontaktpunkt: Kasse)",
            R"(
    Kundenreise: Essen
    Phase: …
    Kontaktpunkt: Schlange
    Kontaktpunkt: Kasse)");
}

TEST_CASE("misplaced-entry: what an entry cut off moves back before that entry") {
  constexpr std::string_view before = R"(
    Phase: Pay
      Touchpoint: Queue
        Goal: be fast
        Emotion: bored
        Opportunity: faster
          Votes: 3
      Touchpoint: Till
  )";
  CHECK(fixesOf(rule, before) ==
        Titles{"Move it to “Queue” ★", "Insert “Phase, Touchpoint” before it"});
  expectFix(rule, "Move it to “Queue” ★", before, R"(
    Phase: Pay
      Touchpoint: Queue
        Emotion: bored
        Opportunity: faster
          Votes: 3
        Goal: be fast
      ⟦Touchpoint⟧: Till             ⟵ misplaced-entry
  )");
}

TEST_CASE("misplaced-entry: what a persona takes moves to the persona before it") {
  expectFix(rule, "Move it to “Emma” ★", R"(
    Journey: Lunch
    Persona: Emma
      Need: food

    Phase: Pay
      Touchpoint: Queue
        Need: be fast
        Behaviour: looks at the clock
        Emotion: bored
  )",
            R"(
    Journey: Lunch
    Persona: Emma
      Need: food
        Need: be fast
        Behaviour: looks at the clock

    Phase: Pay
      Touchpoint: Queue
        Emotion: bored
  )");
}

TEST_CASE("misplaced-entry: without a persona it moves to a new one, and no phase is split") {
  expectFix(rule, "Add the persona “…” ★", R"(
    Journey: Lunch
    Phase: Pay
      Need: be fast
      Touchpoint: Queue
  )",
            R"(
    Journey: Lunch

    Persona: …
      Need: be fast

    Phase: Pay
      Touchpoint: Queue
  )");
}

TEST_CASE("misplaced-entry: nothing is preferred that would split a persona") {
  CHECK(fixesOf(rule, "Persona: Emma\n  Emotion: bored\n  Need: food\n") ==
        Titles{"Insert “Phase, Touchpoint” before it"});
}

TEST_CASE("misplaced-entry: the block it stands in is shown") {
  CHECK(relatedOf(rule, "Phase: Pay\n  Emotion: glad\n") ==
        Titles{"1: “Phase: Pay” It stands in this block, which has no place for it."});
  CHECK(relatedOf(rule, "Emotion: glad\n") == Titles{});
}

TEST_CASE("misplaced-entry: below a parent that is mistyped") {
  std::string_view map = R"(
    Journey: Lunch
    Phase: Pay
      ⟦Tuchpoint⟧: Queue      ⟵ unknown-keyword "“Touchpoint”"
        Emotion: angry
        Channel: Shop
    Journey: Dinner
    ⟦Phse⟧: Pay      ⟵ unknown-keyword "“Phase”"
      Touchpoint: Queue
      Touchpoint: Till
  )";
  expectFindings(map, RuleIds{rule, "unknown-keyword"});
}

}  // namespace journey::test
