#include "support/refactor.hpp"

namespace journey::test {

static const auto& turn = features::refactorings::painToOpportunity;

TEST_CASE("pain to opportunity: a question in the map's language, the pain stays", "[refactor]") {
  constexpr std::string_view before = R"(
    Phase: Bezahlen
      Kontaktpunkt: Schlange
        Schmerz$0punkt: Zwölf Minuten warten
          | jeden Tag
        Chance: Vorbestellen
          Verantwortlich: Mensa
        Weiter: Kasse
      Kontaktpunkt: Kasse
  )";
  CHECK(RefactorFixture(before).offers(turn) == Titles{"Add an opportunity for this pain point"});
  expectRefactored(turn, "", before, R"(
    Phase: Bezahlen
      Kontaktpunkt: Schlange
        Schmerzpunkt: Zwölf Minuten warten
          | jeden Tag
        Chance: Vorbestellen
          Verantwortlich: Mensa
        Chance: Wie könnten wir das lösen: Zwölf Minuten warten jeden Tag
        Weiter: Kasse
      Kontaktpunkt: Kasse
  )");
}

TEST_CASE("pain to opportunity: a problem under a touchpoint is a pain", "[refactor]") {
  expectRefactored(turn, "", "Phase: P\n  Touchpoint: T\n    Problem: slow$0",
                   "Phase: P\n  Touchpoint: T\n    Problem: slow\n"
                   "    Opportunity: How might we solve this: slow");
}

TEST_CASE("pain to opportunity: only for a pain that says something", "[refactor]") {
  for (std::string_view text :
       {"Touchpoint: T\n  Pain point: $0\n", "Touchpoint: T\n  Pain point: …$0\n",
        "Touchpoint: T\n  Emotion: sad$0\n", "Journey: J\n  Problem: slow$0\n",
        "Phase: P\n  Pain point: slow$0\n", "Touchpoint: T$0\n  Pain point: slow\n"}) {
    INFO(text);
    CHECK(RefactorFixture(text).offers(turn).empty());
  }
}

}  // namespace journey::test
