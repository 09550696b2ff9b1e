#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "placeholder-text";

TEST_CASE("placeholder-text: what is still to be filled in") {
  expectFindings(R"(
    Journey: ⟦[Name of the journey]⟧ ⟵ placeholder-text
    Persona: ⟦…⟧                     ⟵ placeholder-text "“…” is still to be filled in"
      Need: ⟦...⟧                    ⟵ placeholder-text
      Goal: ⟦todo⟧                   ⟵ placeholder-text
      Behaviour: ⟦<behaviour>⟧       ⟵ placeholder-text
      Note: ⟦TODO⟧: ask her          ⟵ placeholder-text
      Note: ask ⟦FIXME⟧ her          ⟵ placeholder-text
      Note: ⟦Lorem ipsum⟧ dolor      ⟵ placeholder-text
      Quote: ⟦???⟧                   ⟵ placeholder-text
  )",
                 rule);
}

TEST_CASE("placeholder-text: a macro that was left behind") {
  expectFindings(R"(
    Persona: Emma
      Note: How to ⟦{Microdata type="HowTo" id="10008"}⟧   ⟵ placeholder-text
      Note: {1} and ⟦{name}⟧         ⟵ placeholder-text
      Note: { just braces } and {2}
  )",
                 rule);
}

TEST_CASE("placeholder-text: words that only look like it") {
  expectFindings(R"(
    Persona: Emma
      Quote: Hm... what now?
      Quote: Hasta luego a todo el mundo
      Quote: Thanks, see you there xxx
      Quote: TODOS los XXXL
      Note: [1] and [2]
      Note: <b>bold</b>
      Note: Why?
  )",
                 rule);
}

TEST_CASE("placeholder-text: in continuation lines, too") {
  expectFindings(R"(
    Persona: Emma
      ⟦Note: Asked her
        | TBD⟧                       ⟵ placeholder-text "“TBD”"
  )",
                 rule);
}

TEST_CASE("placeholder-text: what has no value yet is not also wrong") {
  expectFindings(R"(
    Journey: Lunch
      State: ⟦TBD⟧                   ⟵ placeholder-text
      Model: ⟦…⟧                     ⟵ placeholder-text
      Reviewed: ⟦TODO⟧               ⟵ placeholder-text
    Persona: Emma
    Phase: Pay
      Touchpoint: Queue
        Emotion: ⟦…⟧                 ⟵ placeholder-text
        Opportunity: faster
          Votes: ⟦???⟧               ⟵ placeholder-text
  )");
}

TEST_CASE("placeholder-text: the line can go, or the word with its colon and space") {
  expectFix(rule, "Delete the line", "Persona: Emma\n  Need: …\n  Goal: eat\n",
            "Persona: Emma\n  Goal: eat\n");
  expectFix(rule, "Delete “TODO”", "Persona: Emma\n  Note: TODO: ask her\n",
            "Persona: Emma\n  Note: ask her\n");
  expectFix(rule, "Delete “TODO”", "Kundereise: Lunsj\n  Notat: Spør TODO henne",
            "Kundereise: Lunsj\n  Notat: Spør henne");
  expectFix(rule, "Delete “{Microdata x=1}”", "Persona: Ääsa\n  Note: Ää {Microdata x=1}\n",
            "Persona: Ääsa\n  Note: Ää\n");
}

TEST_CASE("placeholder-text: nothing is lost with the line") {
  CHECK(fixesOf(rule, "Phase: …\n  Touchpoint: Queue\n") == Titles{});
  CHECK(fixesOf(rule, "Touchpoint: Queue\n  Opportunity: …\n    Owner: school\n") == Titles{});
  CHECK(fixesOf(rule, "Persona: Emma\n  Note: …\n    | but this\n") == Titles{});
  CHECK(fixesOf(rule, "Touchpoint: Queue\n  Opportunity: …\n  Next: Queue\n") ==
        Titles{"Delete the line"});
}

TEST_CASE("placeholder-text: what only looks so") {
  expectFindings(R"(
    Persona: Emma
      Note: Press {Enter} at the XXX Games
      Note: ⟦todo⟧: ask Anna      ⟵ placeholder-text
      Note: ⟦tbc⟧      ⟵ placeholder-text
  )",
                 rule);
}

TEST_CASE("placeholder-text: what templates say") {
  expectFindings(R"(
    Journey: ⟦Untitled⟧      ⟵ placeholder-text
    Persona: ⟦Persona 1⟧      ⟵ placeholder-text
      Need: ⟦Fill in later⟧      ⟵ placeholder-text
    Phase: ⟦New phase⟧      ⟵ placeholder-text
      Touchpoint: ⟦Touchpoint 2⟧      ⟵ placeholder-text
        Quote: ⟦Insert quote here⟧      ⟵ placeholder-text
        Thought: ⟦To be filled in.⟧      ⟵ placeholder-text
    Phase: Stage 2 of the plan
      Touchpoint: New phase of life
        Action: Insert card
        Thought: Phase 1
        Quote: Here I insert the card here and there
  )",
                 rule);
  expectFindings(R"(
    Kundereise: Lunsj
    Fase: ⟦Ny fase⟧      ⟵ placeholder-text
      Kontaktpunkt: ⟦Uten tittel⟧      ⟵ placeholder-text
        Sitat: ⟦Skriv sitatet her⟧      ⟵ placeholder-text
        Handling: ⟦Insert action here⟧      ⟵ placeholder-text
    Fase: Nytt liv
      Kontaktpunkt: Skriver navnet sitt
  )",
                 rule);
  expectFindings(R"(
    Asiakaspolku: Lounas
    Vaihe: ⟦Uusi vaihe⟧      ⟵ placeholder-text
      Kosketuspiste: ⟦Kosketuspiste 3⟧      ⟵ placeholder-text
        Ajatus: ⟦Täydennetään myöhemmin⟧      ⟵ placeholder-text
  )",
                 rule);
}

}  // namespace journey::test
