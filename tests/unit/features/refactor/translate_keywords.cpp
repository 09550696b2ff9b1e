#include "support/files.hpp"
#include "support/refactor.hpp"
#include "support/same.hpp"

namespace journey::test {

static const auto& translate = features::refactorings::translateKeywords;

namespace {

std::string translated(std::string_view text, std::string_view language) {
  RefactorFixture map("$0");
  map.snapshot = snapshotOf(text);
  map.selection = {0, 0};
  return map.take(translate, language).text;
}

/// A map without the words of states and priorities.
std::vector<std::string> model(const workspace::Snapshot& snapshot) {
  auto out = entriesUnderHeads(snapshot);
  std::erase_if(out, [](const std::string& e) {
    return e.find("state [") != e.npos || e.find("priority [") != e.npos;
  });
  return out;
}

}  // namespace

TEST_CASE("translate keywords: all other languages are offered", "[refactor]") {
  CHECK(RefactorFixture("Kundenreise: A$0\n").offers(translate).size() == 6);
  CHECK(RefactorFixture("only words$0\nFoo: bar\n").offers(translate).empty());
}

TEST_CASE("translate keywords: keywords, states and priorities change, and nothing else",
          "[refactor]") {
  expectRefactored(translate, "fi", R"(
    # A comment about the Journey: stays$0
    Journey: Journey: to lunch
      State : current
      Lane: Backstage
    Persona: Emma
    PHASE: Action
      Touchpoint: Emotion
        Emotion [Emma]: happy
          | very
        Backstage: Phase: one
        stray Emotion
        Opportunity: High
          Priority: high
        Opportunity: Low
          Priority: 2
  )",
                   R"(
    # A comment about the Journey: stays
    Asiakaspolku: Journey: to lunch
      Tila : nykyinen
      Rivi: Backstage
    Persoona: Emma
    Vaihe: Action
      Kosketuspiste: Emotion
        Tunne [Emma]: happy
          | very
        Backstage: Phase: one
        stray Emotion
        Mahdollisuus: High
          Prioriteetti: korkea
        Mahdollisuus: Low
          Prioriteetti: 2
  )");
}

TEST_CASE("translate keywords: a word that both languages have may stay", "[refactor]") {
  expectRefactored(translate, "nb", "Journey: A$0\nPhase: P\nTouchpoint: T\nKPI: x\n",
                   "Kundereise: A\nFase: P\nKontaktpunkt: T\nKPI: x\n");
}

TEST_CASE("translate keywords: the line that declares the language follows", "[refactor]") {
  expectRefactored(translate, "da", "# language: no\nKundereise: A$0\n",
                   "# language: da\nKunderejse: A\n");
  // Where no keyword is of that language only, a line must say it.
  expectRefactored(translate, "nb", "Phase: A$0\n", "# language: nb\nFase: A\n");
  expectRefactored(translate, "da", "Fas: A$0\r\n  Kontaktpunkt: B\r\n",
                   "# language: da\r\nFase: A\r\n  Kontaktpunkt: B\r\n");
  expectRefactored(translate, "da",
                   "\xEF\xBB\xBF"
                   "Fas: A$0",
                   "\xEF\xBB\xBF# language: da\nFase: A");
}

TEST_CASE("translate keywords: every example to every language, and back", "[refactor]") {
  for (const auto& path : examples()) {
    INFO(path);
    std::string text = readFile(path);
    auto before = snapshotOf(text);
    std::string_view own = locale::codeOf(before->map.language);
    std::string usual;  // with the preferred keywords of its language
    for (locale::Language language : locale::allLanguages) {
      if (language == before->map.language) continue;
      INFO(locale::codeOf(language));
      std::string there = translated(text, locale::codeOf(language));
      auto after = snapshotOf(there);
      CHECK(after->map.language == language);
      CHECK(model(*after) == model(*before));
      CHECK(after->map.misplaced == before->map.misplaced);
      CHECK(findingsOf(*after, "mixed-language-keywords").empty());
      CHECK(findingsOf(*after, "invalid-value").size() ==
            findingsOf(*before, "invalid-value").size());
      std::string back = translated(there, own);
      CHECK(model(*snapshotOf(back)) == model(*before));
      // Once its keywords are the preferred ones, a map comes back as it was.
      CHECK(translated(translated(back, locale::codeOf(language)), own) == back);
    }
  }
  std::string lunch = readFile(source("grammar/examples/onboarding.en.journey"));
  CHECK(translated(translated(lunch, "fi"), "en") == lunch);
}

}  // namespace journey::test
