#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "mixed-language-keywords";

TEST_CASE("mixed-language-keywords: a keyword of another language") {
  expectFindings(R"(
    Kundereise: Lunsj
    Persona: Emma
    Fase: Betale
      ⟦Contactpunt⟧: Kø              ⟵ mixed-language-keywords "“Contactpunt” is from another language"
        ⟦Känsla⟧: glad               ⟵ mixed-language-keywords "write “Følelse”"
        Handling: venter
  )",
                 rule);
}

TEST_CASE("mixed-language-keywords: words that languages share belong to each; a comment decides") {
  expectFindings(R"(
    Kunderejse: Frokost
    Persona: Emma
    Fase: Betale
      Kontaktpunkt: Kø
  )",
                 rule);
  expectFindings(R"(
    # language: de
    ⟦Journey⟧: Essen                 ⟵ mixed-language-keywords "“Kundenreise”"
    Phase: Zahlen
  )",
                 rule);
}

TEST_CASE("mixed-language-keywords: a lane is a word of one's own") {
  expectFindings(
      "Journey: Lunch\n  Lane: Backstage\nPhase: Pay\n  Touchpoint: Till\n    Backstage: opens\n",
      rule);
}

TEST_CASE("mixed-language-keywords: the document's word for it") {
  constexpr std::string_view before = R"(
    Asiakaspolku: Lounas
    Phase: Maksu
      Contactpunt: Jono
        Tunne: iloinen
  )";
  CHECK(fixesOf(rule, before) == Titles{"Change to “Vaihe” ★"});
  expectFix(rule, "Change to “Vaihe” ★", before, R"(
    Asiakaspolku: Lounas
    Vaihe: Maksu
      ⟦Contactpunt⟧: Jono            ⟵ mixed-language-keywords
        Tunne: iloinen
  )");
}

TEST_CASE("mixed-language-keywords: what decided the language is shown") {
  constexpr std::string_view decides = " This decides the language of the document.";
  auto shown = [&](std::string_view at) { return Titles{std::string(at) + std::string(decides)}; };
  CHECK(relatedOf(rule, "# language: de\nJourney: Essen\n") == shown("1: “de”"));
  CHECK(relatedOf(rule, "Persona: Emma\nKundereise: Lunsj\nPhase: Pay\n") ==
        shown("2: “Kundereise”"));
  // A comment that came too late decided nothing.
  CHECK(relatedOf(rule, "Kundereise: Lunsj\n# language: nb\nPhase: Pay\n") ==
        shown("1: “Kundereise”"));
}

}  // namespace journey::test
