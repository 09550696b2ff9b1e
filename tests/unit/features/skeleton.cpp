#include "features/skeleton.hpp"

#include <catch2/catch_test_macros.hpp>

#include <regex>

#include "features/format.hpp"
#include "support/findings.hpp"
#include "support/fixture.hpp"

using namespace journey;
using features::Skeleton;
using locale::Language;
using model::Construct;

namespace {

/// With words where an editor would stop for them.
std::string filled(const std::string& snippet) {
  static const std::regex stop("\\$[0-9]+");
  return std::regex_replace(snippet, stop, "x");
}

}  // namespace

TEST_CASE("a skeleton's stops are numbered, the last one ends it", "[features][skeleton]") {
  CHECK(features::snippetOf({Construct::Touchpoint, Language::Nb, nullptr}, "\t") ==
        "Kontaktpunkt: $1\n\tKanal: $2\n\tHandling: $3\n\tTanke: $4\n\tFølelse: $0");
  CHECK(features::plainTextOf({Construct::Persona, Language::De, nullptr}) ==
        "Persona: …\n  Bedürfnis: …\n  Ziel: …");
}

TEST_CASE("every skeleton, filled in, is a well formatted map of that language",
          "[features][skeleton]") {
  for (Language language : locale::allLanguages) {
    for (const locale::PhaseModel& model : locale::phaseModels()) {
      std::string text =
          filled(features::snippetOf({Construct::Journey, language, &model}, "  ")) + "\n";
      INFO(text);
      // The language is told by the words, whatever the project speaks.
      auto snapshot =
          test::snapshotOf(text, language == Language::En ? Language::En : Language::Sv);
      CHECK(snapshot->map.language == language);
      CHECK(snapshot->map.misplaced.empty());
      CHECK(features::format(*snapshot).empty());
      REQUIRE(snapshot->map.journeys.size() == 1);
      const model::Journey& journey = snapshot->map.journeys[0];
      CHECK(journey.personas.size() == 1);
      REQUIRE(journey.phases.size() == model.phases.size());
      for (std::size_t p = 0; p < model.phases.size(); ++p) {
        CHECK(snapshot->map.block(journey.phases[p].head).title() ==
              model.phases[p].in(language).front());
        CHECK(journey.phases[p].touchpoints.size() == 1);
      }
      for (const lint::PlacedFinding& finding : snapshot->findings()) {
        std::string_view rule = finding.finding->rule->id;
        // All titles were filled in alike.
        CHECK((rule == "touchpoint-without-emotion" || rule == "duplicate-touchpoint" ||
               test::asksForMore(rule)));
      }
    }
    std::string rest =
        "# language: " + std::string(locale::codeOf(language)) + "\n\n" +
        filled(features::snippetOf({Construct::Persona, language, nullptr}, "  ")) + "\n\n" +
        filled(features::snippetOf({Construct::Phase, language, nullptr}, "  ")) + "\n";
    INFO(rest);
    auto snapshot = test::snapshotOf(rest);
    CHECK(snapshot->map.misplaced.size() == 0);
    CHECK(features::format(*snapshot).empty());
    REQUIRE(snapshot->map.blocks.size() == 4);
    CHECK(snapshot->map.block(3).has(Construct::Emotion));
  }
}
