// The formats of findings, from one outcome with everything in it that needs care.
#include "cli/check/formats.hpp"

#include <catch2/catch_test_macros.hpp>

#include <boost/json.hpp>

#include <cstdlib>
#include <fstream>

#include "support/files.hpp"

using namespace journey;
using cli::Outcome;
using lint::Severity;

namespace {

/// The span of some words in a text.
text::Span spanOf(std::string_view text, std::string_view words) {
  auto start = static_cast<std::uint32_t>(text.find(words));
  return {start, start + static_cast<std::uint32_t>(words.size())};
}

Outcome outcome() {
  std::string text = "\xEF\xBB\xBFJourney: 50 % <b>\n\tEmotion: 😖 お茶 (+9)\nFase: \"Pay\" & go\n";
  Outcome out;
  cli::CheckedFile& file = out.files.emplace_back();
  file.path = "maps/a, b:c & d.journey";
  file.language = locale::Language::Nb;
  file.text = text::Text(text);
  file.found = {
      {"no-persona",
       Severity::Warning,
       "Whose journey is “50 % <b>”?\nAdd: a persona, or two.",
       spanOf(text, "Journey: 50 % <b>"),
       {},
       {},
       ""},
      {"invalid-value",
       Severity::Error,
       "A score goes from (-2) to (+2).",
       spanOf(text, "😖 お茶 (+9)"),
       {{"Change to “2”", {{spanOf(text, "9"), "2"}}, true, false},
        {"Delete “(+9)”", {{spanOf(text, " (+9)"), ""}}, false, false}},
       {{spanOf(text, "Journey"), "The journey begins here."}},
       "(+9)"},
      {"mixed-language-keywords",
       Severity::Information,
       "“Fase” is not English.",
       spanOf(text, "Fase"),
       {{"Change to “Phase”", {{spanOf(text, "Fase"), "Phase"}}, true, true}},
       {},
       ""},
      {"emotion-unrecognised",
       Severity::Hint,
       "Two ways.",
       spanOf(text, "Emotion"),
       {{"One", {}, false, false}, {"Two", {}, false, false}},
       {},
       ""},
  };
  out.files.push_back({"clean.journey", locale::Language::En, text::Text("Journey: A\n"), {}});
  out.unread = {{"missing.journey", "No such file or directory"}};
  out.hidden = 2;
  out.stale = {{"a", "no-persona", "Journey: \"A\"", "", 3}};
  return out;
}

cli::FormatSettings settings() {
  cli::FormatSettings out;
  out.version = "1.2.3";
  out.workingFolder = "/work folder";
  return out;
}

}  // namespace

TEST_CASE("formats: all but SARIF, which changes with every rule's page, are as they were",
          "[formats]") {
  for (auto [name, ending] : {std::pair("text", "txt"), std::pair("json", "json"),
                              std::pair("github", "github"), std::pair("junit", "xml")}) {
    // JOURNEY_UPDATE_GOLDEN=1 accepts the new text: read it first.
    auto golden = test::source(std::string("tests/golden/check.") + ending);
    std::string now = cli::checkFormatNamed(name)->write(outcome(), settings());
    if (std::getenv("JOURNEY_UPDATE_GOLDEN")) std::ofstream(golden, std::ios::binary) << now;
    INFO(name);
    CHECK(test::readFile(golden) == now);
  }
}

TEST_CASE("formats: SARIF's results", "[formats]") {
  namespace json = boost::json;
  json::value log = json::parse(cli::asSarif(outcome(), settings()));
  const json::value& run = log.at_pointer("/runs/0");
  CHECK(run.at_pointer("/tool/driver/version") == "1.2.3");
  CHECK(run.at_pointer("/originalUriBaseIds/%SRCROOT%/uri") == "file:///work%20folder/");
  CHECK(run.at_pointer("/invocations/0/executionSuccessful") == false);
  const json::value& place = run.at_pointer("/results/1/locations/0/physicalLocation");
  CHECK(place.at_pointer("/artifactLocation/uri") == "maps/a,%20b:c%20&%20d.journey");
  CHECK(place.at("region") ==
        json::value{{"startLine", 2}, {"startColumn", 11}, {"endLine", 2}, {"endColumn", 21}});
  CHECK(run.at_pointer("/results/1/relatedLocations/0/message/text") == "The journey begins here.");
  // A deletion puts nothing in; the byte order mark of the first line is no column.
  CHECK_FALSE(run.at_pointer("/results/1/fixes/1/artifactChanges/0/replacements/0")
                  .as_object()
                  .contains("insertedContent"));
  CHECK(run.at_pointer("/results/0/locations/0/physicalLocation/region/startColumn") == 1);
  CHECK(run.at_pointer("/results/0/level") == "warning");
  CHECK(run.at_pointer("/results/2/level") == "note");
}

TEST_CASE("formats: what fails is what --fail-on says", "[formats]") {
  cli::FormatSettings all = settings();
  const cli::Found warning = outcome().files[0].found[0];
  CHECK_FALSE(cli::fails(warning, all));
  all.failOn = Severity::Warning;
  CHECK(cli::fails(warning, all));
  all.failOn = std::nullopt;
  CHECK_FALSE(cli::fails(warning, all));
}
