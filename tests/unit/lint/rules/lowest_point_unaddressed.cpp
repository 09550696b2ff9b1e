#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "lowest-point-unaddressed";

TEST_CASE("lowest-point-unaddressed: the lowest touchpoint and nothing planned") {
  expectFindings(R"(
    Journey: Lunch
    Persona: Emma
    Phase: Pay
      Touchpoint: Queue
        Emotion: bored
      ⟦Touchpoint: Till⟧             ⟵ lowest-point-unaddressed "“Till” is the lowest point"
        Emotion: angry
    Phase: Eat
      Touchpoint: Table
        Emotion: happy
        Opportunity: Bigger tables
  )");
}

TEST_CASE("lowest-point-unaddressed: an opportunity there is what was asked for") {
  expectFindings(R"(
    Kundereise: Lunsj
    Fase: Betale
      Kontaktpunkt: Kø
        Følelse: lei
      Kontaktpunkt: Kasse
        Følelse: sint
        Mulighet: Flere kasser
  )",
                 rule);
}

TEST_CASE("lowest-point-unaddressed: where nobody feels bad there is nothing to better") {
  expectFindings(R"(
    Journey: Lunch
    Phase: Pay
      Touchpoint: Queue
        Emotion: (0)
      Touchpoint: Till
        Emotion: wibble
      Touchpoint: Door
  )",
                 rule);
}

TEST_CASE("lowest-point-unaddressed: several personas are averaged; of two low points both count") {
  expectFindings(R"(
    Journey: Lunch
    Phase: Pay
      Touchpoint: Queue
        Emotion [Emma]: (-2)
        Emotion [Jonas]: (+2)
      Touchpoint: Till
        Emotion: (-1)
        Opportunity: Smile
      Touchpoint: Door               ⟵ lowest-point-unaddressed
        Emotion: (-1)
  )",
                 rule);
}

TEST_CASE("lowest-point-unaddressed: each journey has its own") {
  expectFindings(R"(
    Journey: Now
    Phase: Pay
      Touchpoint: Queue              ⟵ lowest-point-unaddressed
        Emotion: angry
    Journey: Later
    Phase: Pay
      Touchpoint: App                ⟵ lowest-point-unaddressed
        Emotion: bored
  )",
                 rule);
}

TEST_CASE("lowest-point-unaddressed: the opportunity comes before where the journey goes on") {
  expectFix(rule, "Insert “Mahdollisuus” ★", R"(
    Vaihe: Maksu
      Kosketuspiste: Jono
        Tunne: vihainen
        Muistiinpano: iltapäivä
        Seuraava: Jono
  )",
            R"(
    Vaihe: Maksu
      Kosketuspiste: Jono
        Tunne: vihainen
        Muistiinpano: iltapäivä
        Mahdollisuus: …
        Seuraava: Jono
  )");
}

TEST_CASE("lowest-point-unaddressed: the feelings that make it so are shown") {
  CHECK(relatedOf(rule,
                  "Phase: Pay\n  Touchpoint: Till\n    Emotion: calm\n    Emotion: 😖 angry\n") ==
        Titles{"4: “Emotion: 😖 angry” This feeling makes it the lowest point."});
}

}  // namespace journey::test
