#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "broken-reference";

TEST_CASE("broken-reference: Next names no touchpoint") {
  expectFindings(R"(
    Journey: Lunch
    Persona: Emma
    Phase: Pay
      Touchpoint: Queue
        Emotion: bored
        Opportunity: A second till
        Next: Till
        Next: tILL
        Next [too long]: ⟦Home⟧      ⟵ broken-reference "There is no touchpoint “Home”"
        Next: ⟦…⟧                    ⟵ placeholder-text
        Next:                        ⟵ empty-entry
      Touchpoint: Till
        Emotion: relieved
  )");
}

TEST_CASE("broken-reference: a touchpoint of another journey is none of this one") {
  expectFindings(R"(
    Journey: Now
    Phase: Pay
      Touchpoint: Queue
        Next: ⟦Till⟧                 ⟵ broken-reference
    Journey: Later
    Phase: Pay
      Touchpoint: Till
  )",
                 rule);
}

TEST_CASE("broken-reference: a [persona] that is none") {
  expectFindings(R"(
    Kundereise: Lunsj
    Persona: Åse
    Fase: Betale
      Kontaktpunkt: Kø
        Følelse [åse]: glad
        Tanke [ ⟦Åsa⟧ ]: Hvorfor?      ⟵ broken-reference "“Åsa”"
        Sitat [⟦Jonas⟧]: Nei           ⟵ broken-reference "“Jonas”"
        Sitat [⟦Jonas⟧]: Jo            ⟵ broken-reference
        Kanal [Jonas]: Kassa
        Neste [Jonas]: Kø
  )",
                 rule);
}

TEST_CASE("broken-reference: personas above all journeys are there for each of them") {
  expectFindings(R"(
    Persona: Emma
    Journey: Now
    Phase: Pay
      Touchpoint: Queue
        Thought [Emma]: Hm
    Journey: Later
    Persona: Jonas
    Phase: Pay
      Touchpoint: Till
        Thought [Emma]: Hm
        Thought [Jonas]: Hm
  )",
                 rule);
}

TEST_CASE("broken-reference: without any persona each name is missed once") {
  expectFindings(R"(
    Journey: Lunch
    Phase: Pay
      Touchpoint: Queue
        Thought [⟦Emma⟧]: Hm           ⟵ broken-reference
        Emotion [emma]: bored
        Thought [⟦Jonas⟧]: Hm          ⟵ broken-reference
      Touchpoint: Till
        Thought [Emma]: Hm
  )",
                 rule);
}

TEST_CASE("broken-reference: the nearest title, or the touchpoint, is offered") {
  constexpr std::string_view before = R"(
    Asiakaspolku: Lounas
    Vaihe: Maksu
      Kosketuspiste: Odottaa jonossa
        Seuraava: Maksa kortila
        Tunne: iloinen
      # Sitten
      Kosketuspiste: Maksaa kortilla
        Tunne: iloinen
  )";
  CHECK(fixesOf(rule, before) ==
        Titles{"Change to “Maksaa kortilla” ★", "Add the touchpoint “Maksa kortila”"});
  expectFix(rule, "Change to “Maksaa kortilla” ★", before, R"(
    Asiakaspolku: Lounas
    Vaihe: Maksu
      Kosketuspiste: Odottaa jonossa
        Seuraava: Maksaa kortilla
        Tunne: iloinen
      # Sitten
      Kosketuspiste: Maksaa kortilla
        Tunne: iloinen
  )");
  expectFix(rule, "Add the touchpoint “Maksa kortila”", before, R"(
    Asiakaspolku: Lounas
    Vaihe: Maksu
      Kosketuspiste: Odottaa jonossa
        Seuraava: Maksa kortila
        Tunne: iloinen

      Kosketuspiste: Maksa kortila

      # Sitten
      Kosketuspiste: Maksaa kortilla
        Tunne: iloinen
  )");
}

TEST_CASE("broken-reference: a persona is added behind the others, or behind the journey's head") {
  expectFix(rule, "Add the persona “Jonas”", R"(
    Journey: Lunch
      State: current

    Persona: Emma
      Need: food

    Phase: Pay
      Touchpoint: Queue
        Emotion [Jonas]: bored
  )",
            R"(
    Journey: Lunch
      State: current

    Persona: Emma
      Need: food

    Persona: Jonas

    Phase: Pay
      Touchpoint: Queue
        Emotion [Jonas]: bored
  )");
  expectFix(rule, "Add the persona “Jonas”", R"(
    Journey: Lunch
    Phase: Pay
      Touchpoint: Queue
        Emotion [Jonas]: bored)",
            R"(
    Journey: Lunch

    Persona: Jonas

    Phase: Pay
      Touchpoint: Queue
        Emotion [Jonas]: bored)");
}

TEST_CASE("broken-reference: in a fragment the persona comes first, and splits no phase") {
  expectFix(rule, "Add the persona “Jonas”", R"(
    # language: en
    Phase: Pay
      Touchpoint: Queue
        Emotion [Jonas]: bored
  )",
            R"(
    # language: en
    Persona: Jonas

    Phase: Pay
      Touchpoint: Queue
        Emotion [Jonas]: bored
  )");
}

TEST_CASE("broken-reference: the persona that a first name means") {
  constexpr std::string_view before =
      "Journey: L\nPersona: Ola Nordmann\nPersona: Emma\nPhase: P\n  Touchpoint: T\n"
      "    Emotion [Ola]: angry\n";
  CHECK(fixesOf(rule, before).front() == "Change to “Ola Nordmann” ★");
}

TEST_CASE("broken-reference: two personas in one pair of brackets") {
  expectFindings(R"(
    Journey: Lunch
    Persona: Emma
    Persona: Ola Nordmann
    Phase: Pay
      Touchpoint: Queue
        Emotion [⟦Emma, Ola Nordmann⟧]: angry      ⟵ broken-reference "one persona to a line"
        Thought [⟦Emma and Ola Nordmann⟧]: why      ⟵ broken-reference "one persona to a line"
        Thought [⟦Emma and Kim⟧]: why      ⟵ broken-reference "There is no persona"
  )",
                 rule);
  expectFix(rule, "Write a line for each persona ★",
            "Journey: L\nPersona: Emma\nPersona: Ola\nPhase: P\n  Touchpoint: T\n"
            "    Emotion [Emma & Ola]: angry\n      | very\n    Note: n\n",
            "Journey: L\nPersona: Emma\nPersona: Ola\nPhase: P\n  Touchpoint: T\n"
            "    Emotion [Emma]: angry\n      | very\n    Emotion [Ola]: angry\n      | very\n"
            "    Note: n\n");
}

}  // namespace journey::test
