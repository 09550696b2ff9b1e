#include "features/documentation.hpp"

#include <catch2/catch_test_macros.hpp>

#include "features/completion.hpp"
#include "locale/rule_text.hpp"
#include "support/fixture.hpp"

using namespace journey;
using features::documentation;
using locale::Language;
using model::Construct;

namespace {

const auto map = test::snapshotOf(
    "Journey: J\n  Model: service3\n\nPersona: Emma\n  Need: *Food*\n\nPhase: Before\n"
    "  Touchpoint: Long\n    | title\n    Channel: App\n    Emotion: glad\n");

std::string told(std::string_view about, Language language = Language::En) {
  return documentation(*map, about, language);
}

}  // namespace

TEST_CASE("a keyword is explained in the person's language", "[features][documentation]") {
  std::string about = features::about::keyword(Construct::Channel);
  CHECK(told(about) == locale::say(locale::Message::about_channel, Language::En));
  CHECK(told(about, Language::Nb) == locale::say(locale::Message::about_channel, Language::Nb));
}

TEST_CASE("a whole block is shown", "[features][documentation]") {
  CHECK(told(features::about::skeleton({Construct::Touchpoint, Language::Nb, nullptr})) ==
        "```journey\nKontaktpunkt: …\n  Kanal: …\n  Handling: …\n  Tanke: …\n  Følelse: …\n```");
  CHECK(told(features::about::skeleton(
                 {Construct::Journey, Language::En, locale::phaseModel("aida")}))
            .find("Phase: Attention\n  Touchpoint: …") != std::string::npos);
}

TEST_CASE("a phase is shown among those of its model, in the document's language",
          "[features][documentation]") {
  const locale::PhaseModel& model = *locale::phaseModel("service3");
  std::string text = told(features::about::phase(model, model.phases[1]), Language::De);
  CHECK(text.starts_with("Phase 2 von 3"));
  CHECK(text.ends_with("\n\n1. Before\n2. **During**\n3. After"));
  CHECK(told(features::about::model(model)) == "1. Before\n2. During\n3. After");
}

TEST_CASE("personas and touchpoints are shown as hover shows them", "[features][documentation]") {
  CHECK(told(features::about::block(Construct::Persona, "emma")).find("\\*Food\\*") !=
        std::string::npos);
  CHECK(told(features::about::block(Construct::Touchpoint, "Long title")).find("App") !=
        std::string::npos);
  // A title with colons is one name.
  auto colons = test::snapshotOf("Phase: P\n  Touchpoint: a: b\n    Channel: App\n");
  CHECK_FALSE(
      documentation(*colons, features::about::block(Construct::Touchpoint, "a: b"), Language::En)
          .empty());
}

TEST_CASE("a rule tells what it checks, and why", "[features][documentation]") {
  const locale::RuleText& text = *locale::ruleText("no-persona", Language::Nb);
  CHECK(told(features::about::rule("no-persona"), Language::Nb) ==
        std::string(text.what) + "\n\n" + std::string(text.why));
}

TEST_CASE("what is not there (any more) has no documentation", "[features][documentation]") {
  for (std::string_view about :
       {"", "keyword", "keyword:", "keyword:x", "keyword:unknown", "phase:", "phase:purchase",
        "phase:x:y", "phase:purchase:x", "model:x", "rule:x", "block:persona:Jonas", "block:x:Emma",
        "block:", "skeleton:", "skeleton:en", "skeleton:xx:phase", "skeleton:en:x:y",
        "what:ever"}) {
    INFO(about);
    CHECK(told(about).empty());
  }
}

TEST_CASE("without Markdown", "[features][documentation]") {
  auto plain = [](std::string_view about) {
    return documentation(*map, about, Language::En, features::Markup::Plain);
  };
  CHECK(plain(features::about::skeleton({Construct::Persona, Language::En, nullptr})) ==
        "Persona: …\n  Need: …\n  Goal: …");
  const locale::PhaseModel& model = *locale::phaseModel("service3");
  CHECK(plain(features::about::phase(model, model.phases[1]))
            .ends_with("\n1. Before\n2. During\n3. After"));
  CHECK(plain(features::about::block(Construct::Persona, "emma")).find("*Food*") !=
        std::string::npos);
}

TEST_CASE("models of the project's own", "[features][documentation]") {
  auto project = workspace::makeProject(
      *workspace::readProject(R"({"models": {"canteen": ["Choose", "Pay"]}})").settings);
  auto snapshot = test::snapshotOf("Journey: J\n", project);
  const locale::PhaseModel& model = *snapshot->map.conventions->modelNamed("canteen");
  CHECK(documentation(*snapshot, features::about::model(model), Language::En) ==
        "1. Choose\n2. Pay");
  CHECK(documentation(*snapshot, features::about::phase(model, model.phases[0]), Language::En)
            .ends_with("1. **Choose**\n2. Pay"));
  CHECK(documentation(*snapshot,
                      features::about::skeleton({Construct::Journey, Language::En, &model}),
                      Language::En)
            .find("Model: canteen") != std::string::npos);
}
