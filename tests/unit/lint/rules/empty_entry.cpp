#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "empty-entry";

TEST_CASE("empty-entry: a keyword with nothing behind it") {
  expectFindings(R"(
    Journey:                         ⟵ empty-entry "“Journey” is empty"
    Persona: Emma
      ⟦Need:
        |⟧                           ⟵ empty-entry
      Quote [ ]:                     ⟵ empty-entry
  )",
                 rule);
}

TEST_CASE("empty-entry: text in a continuation line is text; a moment of truth needs none") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: Queue
        Thought:
          | Hm
        Moment of truth:
        Wibble:
  )",
                 rule);
}

TEST_CASE("empty-entry: the line goes, the last one with the line ending before it") {
  expectFix(rule, "Delete the line ★", "Persona: Emma\n  Behov:\n  Mål: äta\n",
            "Persona: Emma\n  Mål: äta\n");
  expectFix(rule, "Delete the line ★", "Persona: Emma\n  Need:", "Persona: Emma");
  expectFix(rule, "Delete the line ★", "Behoefte:", "");
}

TEST_CASE("empty-entry: a head that others stand under stays") {
  CHECK(fixesOf(rule, "Phase:\n  Touchpoint: Queue\n") == Titles{});
  CHECK(fixesOf(rule, "Persona:\n  Need: food\n") == Titles{});
  CHECK(fixesOf(rule, "Journey:\nPersona: Emma\n") == Titles{});
  CHECK(fixesOf(rule, "Touchpoint: Queue\n  Opportunity:\n    Owner: school\n") == Titles{});
  expectFix(rule, "Delete the line ★", "Touchpoint: Queue\n  Opportunity:\n  Next: Queue\n",
            "Touchpoint: Queue\n  Next: Queue\n");
}

}  // namespace journey::test
