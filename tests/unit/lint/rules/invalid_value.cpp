#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "invalid-value";

TEST_CASE("invalid-value: values that are none") {
  expectFindings(R"(
    Journey: Lunch
      State: ⟦tomorrow⟧              ⟵ invalid-value "“tomorrow” is no value for “State”. Use one of: current, future, planned, actual."
      Model: ⟦my own⟧                ⟵ invalid-value "purchase, lifecycle"
    Touchpoint: Queue
      Emotion: bored ⟦(-3)⟧          ⟵ invalid-value "A score goes from"
      Opportunity: faster
        Votes: ⟦five⟧                ⟵ invalid-value "“five” is not a number of votes"
        Priority: ⟦urgent⟧           ⟵ invalid-value "high, medium, low"
        Priority: ⟦0⟧                ⟵ invalid-value "a number from 1"
  )",
                 rule);
}

TEST_CASE("invalid-value: values that are some, in the document's language or in English") {
  expectFindings(R"(
    Kundenreise: Essen
      Zustand: geplant
      Zustand: CURRENT
      Modell: School-Task
    Kontaktpunkt: Schlange
      Emotion: genervt (−2)
      Emotion: genervt (siehe oben)
      Chance: schneller
        Stimmen: 0
        Priorität: hoch
        Priorität: 17
  )",
                 rule);
}

TEST_CASE("invalid-value: the values are offered, the nearest first and preferred") {
  CHECK(fixesOf(rule, "Kundresa: Lunch\n  Tillstånd: framtda\n") ==
        Titles{"Change to “framtida” ★", "Change to “nuvarande”", "Change to “planerad”",
               "Change to “faktisk”"});
  CHECK(fixesOf(rule, "Journey: Lunch\n  State: soon\n") ==
        Titles{"Change to “current”", "Change to “future”", "Change to “planned”",
               "Change to “actual”"});
  expectFix(rule, "Change to “school-task” ★", "Journey: Lunch\n  Model: schooltask\n",
            "Journey: Lunch\n  Model: school-task\n");
}

TEST_CASE(
    "invalid-value: one number in it is the number of votes; of several the author knows which") {
  expectFix(rule, "Change to “5” ★", "Touchpoint: Q\n  Opportunity: O\n    Votes: 5 people\n",
            "Touchpoint: Q\n  Opportunity: O\n    Votes: 5\n");
  CHECK(fixesOf(rule, "Touchpoint: Q\n  Opportunity: O\n    Votes: 3 of 12\n") ==
        Titles{"Change to “3”", "Change to “12”"});
  CHECK(fixesOf(rule, "Touchpoint: Q\n  Opportunity: O\n    Votes: many\n") ==
        Titles{"Change to “0”"});
  CHECK(fixesOf(rule, "Touchpoint: Q\n  Opportunity: O\n    Votes: 5\n      | or so\n") ==
        Titles{});
}

TEST_CASE("invalid-value: a score is replaced where it stands") {
  expectFix(rule, "Change to “(-2)”", "Kontaktpunkt: Kø\n  Følelse: sint (-5) da\n",
            "Kontaktpunkt: Kø\n  Følelse: sint (-2) da\n");
}

TEST_CASE("invalid-value: thousands and halves of votes") {
  CHECK(fixesOf(rule, "Touchpoint: T\n  Opportunity: O\n    Votes: 1 000\n") ==
        Titles{"Change to “1000” ★"});
  CHECK(fixesOf(rule, "Touchpoint: T\n  Opportunity: O\n    Votes: 5.5\n") ==
        Titles{"Change to “5” ★"});
  CHECK(fixesOf(rule, "Touchpoint: T\n  Opportunity: O\n    Votes: 3-12\n") ==
        Titles{"Change to “12”", "Change to “3”"});
}

}  // namespace journey::test
