#include "support/refactor.hpp"

namespace journey::test {

static const auto& split = features::refactorings::splitPhase;

TEST_CASE("split a phase: the touchpoint and all behind it get a phase that asks for its name",
          "[refactor]") {
  constexpr std::string_view before = R"(
    Fase: Betale
      Notat: travelt
      Kontaktpunkt: Kø
        Handling: Venter

      # Selve betalingen
      Kontaktpunkt: Kasse
        Hand$0ling: Betaler
      Kontaktpunkt: Bord
  )";
  CHECK(RefactorFixture(before).offers(split) == Titles{"Split the phase “Betale” here"});
  expectRefactored(split, "", before, R"(
    Fase: Betale
      Notat: travelt
      Kontaktpunkt: Kø
        Handling: Venter

    Fase: …
      # Selve betalingen
      Kontaktpunkt: Kasse
        Handling: Betaler
      Kontaktpunkt: Bord
  )");
}

TEST_CASE("split a phase: a blank line where there is none", "[refactor]") {
  expectRefactored(split, "", "Phase: P\r\nTouchpoint: A\r\nTouchpoint: B$0",
                   "Phase: P\r\nTouchpoint: A\r\n\r\nPhase: …\r\nTouchpoint: B");
}

TEST_CASE("split a phase: not before its first touchpoint, and not where there is none",
          "[refactor]") {
  CHECK(RefactorFixture("Phase: P\nTouchpoint: $0A\nTouchpoint: B\n").offers(split) ==
        Titles{"Split the phase “P” here ✗ “A” is already the first touchpoint of its phase."});
  CHECK(RefactorFixture("Phase: P\nTouchpoint: $0A\n").offers(split).empty());
  CHECK(RefactorFixture("Touchpoint: A\nTouchpoint: B$0\n").offers(split).empty());
  CHECK(RefactorFixture("Phase: P$0\nTouchpoint: A\nTouchpoint: B\n").offers(split).empty());
}

}  // namespace journey::test
