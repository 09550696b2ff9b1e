#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "missing-phase";

TEST_CASE("missing-phase: phases of the model that the journey names") {
  expectFindings(R"(
    ⟦Kundereise: Kaffe⟧              ⟵ missing-phase "“Vurdering”" ⟵ missing-phase "“Handling”"
      Modell: purchase
    Fase: Bevissthet
    Fase: Beslutning
    Fase: Lojalitet
    Fase: Noe annet
  )",
                 rule);
}

TEST_CASE("missing-phase: a model most of whose phases are there is recognised") {
  expectFindings(R"(
    Klantreis: Koffie                ⟵ missing-phase "“Overweging”"
    Fase: Bewustwordingsfase
    Fase: 2. Beslissing
    Fase: Actie
    Fase: Loyaliteit
  )",
                 rule);
}

TEST_CASE("missing-phase: phases of one's own need no model") {
  expectFindings(R"(
    Journey: Coffee
    Phase: Pay
    Phase: Eat
    Phase: Grind
    Phase: Brew
    Phase: Loyalty
    Journey: Tea
      Model: none such
    Phase: Awareness
  )",
                 rule);
}

TEST_CASE("missing-phase: a journey without phases is one finding, a fragment none") {
  expectFindings(
      "Journey: Coffee            ⟵ missing-phase \"no phases yet\"\n  Model: purchase\n", rule);
  expectFindings("Persona: Emma\n", rule);
}

TEST_CASE(
    "missing-phase: it goes behind the phase before it, comments of the next stay with that") {
  expectFix(rule, "Insert “Phase: During” ★", R"(
    Journey: Visit
      Model: service3
    Phase: Before
      Touchpoint: Letter
        Opportunity: Clearer
          Owner: Ward
    # The best part.
    Phase: After
  )",
            R"(
    Journey: Visit
      Model: service3
    Phase: Before
      Touchpoint: Letter
        Opportunity: Clearer
          Owner: Ward

    Phase: During

    # The best part.
    Phase: After
  )");
}

TEST_CASE("missing-phase: the first one goes before all others, the last one behind them") {
  expectFix(rule, "Insert “Vaihe: Ennen” ★", R"(
    Asiakaspolku: Käynti
      Malli: service3

    # Tästä alkaen
    Vaihe: Aikana

    Vaihe: Jälkeen
  )",
            R"(
    Asiakaspolku: Käynti
      Malli: service3

    Vaihe: Ennen

    # Tästä alkaen
    Vaihe: Aikana

    Vaihe: Jälkeen
  )");
  expectFix(rule, "Insert “Phase: After” ★",
            "Journey: V\n  Model: service3\n\nPhase: Before\n\nPhase: During",
            "Journey: V\n  Model: service3\n\nPhase: Before\n\nPhase: During\n\nPhase: After");
}

TEST_CASE("missing-phase: all phases of the model at once") {
  expectFix(rule, "Insert the phases of the model “aida” ★", R"(
    Journey: Coffee
      Model: aida

    Persona: Emma
      Need: coffee
  )",
            R"(
    Journey: Coffee
      Model: aida

    Persona: Emma
      Need: coffee

    Phase: Attention

    Phase: Interest

    Phase: Desire

    Phase: Action
  )");
}

TEST_CASE("missing-phase: the phase beside it is shown") {
  constexpr std::string_view head = "Journey: Visit\n  Model: service3\n";
  auto of = [&](std::string_view phases) {
    return relatedOf(rule, std::string(head) + std::string(phases));
  };
  CHECK(of("Phase: Before\nPhase: After\n") ==
        Titles{"3: “Phase: Before” In the model it comes after this phase."});
  CHECK(of("Phase: After\nPhase: During\n") ==
        Titles{"4: “Phase: During” In the model it comes before this phase."});
  CHECK(of("Phase: Something else\n") == Titles{});
}

TEST_CASE("missing-phase: a model that fits no phase is named once") {
  std::string_view map = R"(
    Journey: Lunch
      ⟦Model: aida⟧      ⟵ missing-phase "None of these phases is one of the model “aida” (Attention"
    Phase: Monday
      Touchpoint: A
    Phase: Tuesday
      Touchpoint: B
  )";
  expectFindings(map, RuleIds{rule, "unknown-phase"});
  expectFix(rule, "Delete the phase model",
            "Journey: Lunch\n  Model: aida\nPhase: Monday\nPhase: Tuesday\n",
            "Journey: Lunch\nPhase: Monday\nPhase: Tuesday\n");
}

}  // namespace journey::test
