#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "touchpoint-without-emotion";

TEST_CASE("touchpoint-without-emotion: nobody feels anything") {
  expectFindings(R"(
    Journey: Lunch
    Persona: Emma
    Phase: Pay
      Touchpoint: Queue              ⟵ touchpoint-without-emotion "How does the customer feel at “Queue”?"
        Thought: Hm
      Touchpoint: Till
        Emotion: relieved
      Touchpoint: Door
        Emotion [Emma]: 😐
  )");
}

TEST_CASE("touchpoint-without-emotion: an emotion that is empty or misplaced is another matter") {
  expectFindings(R"(
    Journey: Lunch
    Persona: Emma
    Phase: Pay
      Touchpoint: Queue
        Emotion:                     ⟵ empty-entry
      Touchpoint:                    ⟵ empty-entry
      Touchpoint: ⟦[Name]⟧           ⟵ placeholder-text
      Touchpoint: Till
        Goal: out
        ⟦Emotion⟧: glad              ⟵ misplaced-entry
  )");
}

TEST_CASE("touchpoint-without-emotion: three words, none preferred") {
  CHECK(fixesOf(rule, "Kundereise: Lunsj\nFase: Betale\n  Kontaktpunkt: Kasse") ==
        Titles{"Insert “Følelse: 😊 tilfredshet”", "Insert “Følelse: 😐 nøytral”",
               "Insert “Følelse: 😖 frustrasjon”"});
}

TEST_CASE(
    "touchpoint-without-emotion: it goes between the thought and the pain, indented like them") {
  expectFix(rule, "Insert “Emotion: 😖 frustration”", R"(
    Phase: Pay
      Touchpoint: Queue
          Channel: Till
          Thought: Why?
            | Why me?
          Pain point: slow
          Opportunity: faster
            Owner: school
          Next: Queue
  )",
            R"(
    Phase: Pay
      Touchpoint: Queue
          Channel: Till
          Thought: Why?
            | Why me?
          Emotion: 😖 frustration
          Pain point: slow
          Opportunity: faster
            Owner: school
          Next: Queue
  )");
  expectFix(rule, "Insert “Emotie: 😐 neutraal”", "Fase: Kopen\n  Contactpunt: Winkel",
            "Fase: Kopen\n  Contactpunt: Winkel\n    Emotie: 😐 neutraal");
}

}  // namespace journey::test
