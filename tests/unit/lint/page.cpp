// What is written about each rule, in all languages, and the pages made of it.
#include "lint/page.hpp"

#include <catch2/catch_test_macros.hpp>

#include "locale/rule_text.hpp"
#include "support/findings.hpp"

namespace journey::test {

namespace {

using locale::Language;

/// Calls `check` for each rule in each language.
template <typename Check>
void forEachText(Check check) {
  for (const lint::Rule* rule : lint::allRules())
    for (Language language : locale::allLanguages) {
      INFO(rule->id << " in " << locale::codeOf(language));
      const locale::RuleText* text = locale::ruleText(rule->id, language);
      REQUIRE(text);
      check(*rule, language, *text);
    }
}

}  // namespace

TEST_CASE("every rule is explained in every language, and nothing else is", "[page]") {
  forEachText([](const lint::Rule&, Language language, const locale::RuleText& text) {
    for (std::string_view words : {text.what, text.why}) {
      CHECK_FALSE(words.empty());
      CHECK(words.ends_with('.'));
      CHECK(words.find('\n') == words.npos);
    }
    CHECK(text.what.size() < 200);
    CHECK(text.why.size() < 250);
    if (language == Language::En) return;
    const locale::RuleText* english = nullptr;
    for (std::string_view id : locale::ruleTextIds())
      if (locale::ruleText(id, language) == &text) english = locale::ruleText(id, Language::En);
    REQUIRE(english);
    CHECK(text.what != english->what);
    CHECK(text.why != english->why);
  });
  for (std::string_view id : locale::ruleTextIds()) {
    INFO(id);
    CHECK(lint::ruleNamed(id) != nullptr);
  }
  CHECK(locale::ruleText("no-such-rule", Language::En) == nullptr);
}

TEST_CASE("an example fires its rule, its twin does not, and neither is wrong otherwise",
          "[page]") {
  forEachText([](const lint::Rule& rule, Language language, const locale::RuleText& text) {
    auto surroundings = std::make_shared<lint::Surroundings>();
    surroundings->isFile = [](const std::string&) { return false; };
    surroundings->images = [](const std::string&) { return std::vector<std::string>{}; };
    lint::Context context{std::chrono::year(2026) / 10 / 15, lint::defaultSettings(),
                          std::make_shared<const lint::Library>(), surroundings};
    // Few lines leave much unsaid: only what they say counts, and whether it is well formed.
    auto rulesIn = [&](std::string_view example) {
      workspace::Settings settings;
      settings.language = language;
      auto snapshot = snapshotOf(example, workspace::makeProject(settings));
      CHECK(snapshot->map.language == language);
      lint::Report report = lint::check(snapshot->map, context);
      int own = 0;
      for (const lint::PlacedFinding& placed : lint::findings(snapshot->map, report, context)) {
        const lint::Rule& fired = *placed.finding->rule;
        own += &fired == &rule;
        INFO(fired.id << ": " << said(*placed.finding));
        CHECK(
            (&fired == &rule || lint::groupOf(fired) != "text" || fired.id == "placeholder-text"));
      }
      return own;
    };
    CHECK(rulesIn(text.fires) > 0);
    CHECK(rulesIn(text.fine) == 0);
  });
}

TEST_CASE("an example is formatted, and its twin differs in little", "[page]") {
  forEachText([](const lint::Rule&, Language, const locale::RuleText& text) {
    CHECK(text.fires.ends_with('\n'));
    CHECK(text.fine.ends_with('\n'));
    CHECK(text.fires != text.fine);
    auto lines = [](std::string_view s) { return std::ranges::count(s, '\n'); };
    CHECK(lines(text.fires) <= 16);
    CHECK(std::abs(lines(text.fires) - lines(text.fine)) <= 6);
  });
}

TEST_CASE("a page says what, why, how severe, shows examples, and how it is configured", "[page]") {
  forEachText([](const lint::Rule& rule, Language language, const locale::RuleText& text) {
    std::string page = lint::rulePage(rule, language);
    std::string id(rule.id);
    CHECK(page.starts_with("# " + id + "\n\n"));
    auto fenced = [](std::string_view kind, std::string_view lines) {
      return "\n```" + std::string(kind) + "\n" + std::string(lines) + "```\n";
    };
    for (const std::string& part :
         {locale::say(lint::nameOf(rule.severity), language), std::string(text.what),
          std::string(text.why), fenced("journey", text.fires), fenced("journey", text.fine),
          fenced("json", "{ \"rules\": { \"" + id + "\": \"off\" } }\n"),
          fenced("journey", "# journey-ignore: " + id + "\n"),
          fenced("journey", "# journey-ignore-file: " + id + "\n")}) {
      INFO(part);
      CHECK(page.find(part) != page.npos);
    }
    CHECK(page.find("\n\n\n") == page.npos);
    CHECK(page.ends_with("```\n"));
  });
}

}  // namespace journey::test
