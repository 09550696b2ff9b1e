#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "phase-order";

TEST_CASE("phase-order: the first phase out of order, and the one that comes too early") {
  constexpr std::string_view text = R"(
    Asiakaspolku: Käynti
      Malli: service3
    Vaihe: Aikana
    Vaihe: Jälkeen
    Vaihe: Ennen                     ⟵ phase-order "“Ennen” comes before “Jälkeen” in the model “service3”"
  )";
  expectFindings(text, rule);
  auto snapshot = snapshotOf(marked(text).text);
  const lint::Related first = firstOf(*snapshot, rule).finding->related.at(0);
  CHECK(snapshot->text.slice(snapshot->map.absolute(first.block, first.span)) == "Vaihe: Jälkeen");
}

TEST_CASE("phase-order: phases of one's own may stand anywhere; a phase twice is another matter") {
  expectFindings(R"(
    Journey: Visit
      Model: service3
    Phase: Queueing
    Phase: Before
    Phase: Parking
    Phase: During
    Phase: During the night
    Phase: After
  )",
                 rule);
}

TEST_CASE("phase-order: the pirate metrics vary, so it is a hint") {
  constexpr std::string_view text = R"(
    Journey: App
    Phase: Acquisition
    Phase: Activation
    Phase: Revenue
    Phase: Referral                  ⟵ phase-order
  )";
  expectFindings(text, rule);
  CHECK(firstOf(*snapshotOf(marked(text).text), rule).finding->severity == lint::Severity::Hint);
}

TEST_CASE("phase-order: phases move with their touchpoints and comments, blank lines stay") {
  expectFix(rule, "Put the phases in the order of the model “service3” ★", R"(
    Journey: Visit
      Model: service3

    Phase: During
      Touchpoint: Desk
        Opportunity: faster
          Owner: ward

    # It begins here.
    Phase: Before
      Touchpoint: Letter

    # Nobody had time for this one.
    # journey-ignore: phase-without-touchpoint
    Phase: After)",
            R"(
    Journey: Visit
      Model: service3

    # It begins here.
    Phase: Before
      Touchpoint: Letter

    Phase: During
      Touchpoint: Desk
        Opportunity: faster
          Owner: ward

    # Nobody had time for this one.
    # journey-ignore: phase-without-touchpoint
    Phase: After)");
}

TEST_CASE("phase-order: the last phase moves up without a line ending of its own") {
  expectFix(rule, "Put the phases in the order of the model “service3” ★",
            "Kundresa: B\n  Modell: service3\nFas: Under\n\nFas: Efter\n\nFas: Före\n  "
            "Kontaktpunkt: Brev",
            "Kundresa: B\n  Modell: service3\nFas: Före\n  Kontaktpunkt: Brev\n\nFas: "
            "Under\n\nFas: Efter");
}

TEST_CASE("phase-order: where a persona stands between, nothing is moved") {
  CHECK(fixesOf(rule,
                "Journey: V\n  Model: service3\nPhase: During\nPersona: Emma\nPhase: Before\n") ==
        Titles{});
}

}  // namespace journey::test
