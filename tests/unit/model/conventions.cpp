// What a project settles about how maps are read.
#include "model/conventions.hpp"

#include <catch2/catch_test_macros.hpp>

#include "model/phase_model.hpp"
#include "support/fixture.hpp"

namespace journey::test {

namespace {

using locale::Language;

workspace::ProjectPtr projectFrom(std::string_view json) {
  workspace::ReadSettings read = workspace::readProject(json);
  REQUIRE(read.faults.empty());
  return workspace::makeProject(*read.settings);
}

const std::string ours = R"({"models": {"Kantine": ["Velge", {"nb": ["Betale", "Kasse"],
  "en": "Pay"}, "Spise"]}})";

/// The model of the first journey, `!` if it is declared, and the phases' places in it.
std::string modelIn(std::string_view text, const workspace::ProjectPtr& project) {
  auto snapshot = workspace::read(text::Text(text), 0, project);
  auto use = model::phaseModelOf(snapshot->map, snapshot->map.journeys.front());
  if (!use) return "none";
  std::string out = std::string(use->model->id) + (use->declared ? "!" : "");
  for (const auto& place : use->places) out += place ? " " + std::to_string(*place) : " -";
  return out;
}

}  // namespace

TEST_CASE("a project's language is that of maps that do not show theirs", "[conventions]") {
  auto language = [](std::string_view text, std::string_view json) {
    return workspace::read(text::Text(text), 0, projectFrom(json))->map.language;
  };
  CHECK(language("", R"({"language": "fi"})") == Language::Fi);
  CHECK(language("Persona: Emma\n", R"({"language": "de"})") == Language::De);
  CHECK(language("Kundereise: Lunsj\nFølelse: glad\n", R"({"language": "de"})") == Language::Nb);
  CHECK(language("# language: sv\n", R"({"language": "de"})") == Language::Sv);
  CHECK(language("", "{}") == Language::En);
}

TEST_CASE("a model of the project's own is named and recognised as the built-in ones are",
          "[conventions]") {
  auto project = projectFrom(ours);
  CHECK(modelIn("Kundereise: L\nModell: kantine\nFase: 1. Velge\nFase: Kasse\nFase: X\n",
                project) == "Kantine! 0 1 -");
  CHECK(modelIn("Kundereise: L\nFase: Velge\nFase: Betale\n", project) == "Kantine 0 1");
  CHECK(modelIn("Journey: L\nPhase: Pay\nPhase: Velge\n", project) == "Kantine 1 0");
  // A language without names of its own takes the English ones.
  CHECK(modelIn("Kundenreise: L\nPhase: Pay\nPhase: Spise\n", project) == "Kantine 1 2");
  CHECK(modelIn("Journey: L\nPhase: Awareness\nPhase: Consideration\nPhase: Decision\n", project) ==
        "purchase 0 1 2");
  CHECK(modelIn("Journey: L\nModel: Kantine\nPhase: Pay\n", workspace::defaultProject()) == "none");
}

TEST_CASE("a project's own model wins over a built-in one that fits as well", "[conventions]") {
  auto project = projectFrom(R"({"models": {"funnel": ["Attention", "Interest", "Desire"]}})");
  CHECK(modelIn("Journey: J\nPhase: Attention\nPhase: Interest\nPhase: Desire\n", project) ==
        "funnel 0 1 2");
  CHECK(modelIn("Journey: J\nPhase: Attention\nPhase: Interest\nPhase: Desire\nPhase: Action\n",
                project) == "aida 0 1 2 3");
}

TEST_CASE("journeys that name no model follow the project's", "[conventions]") {
  auto project = projectFrom(R"({"model": "service3"})");
  CHECK(modelIn("Journey: L\nPhase: Before\n", project) == "service3! 0");
  CHECK(modelIn("Journey: L\nModel: aida\nPhase: Before\n", project) == "aida! -");
  CHECK(modelIn("Journey: L\nModel: no such\nPhase: Before\n", project) == "none");
  // An editor may name a model that this project does not have.
  workspace::Settings editor;
  editor.model = "Kantine";
  CHECK(modelIn("Journey: L\nPhase: Before\n", workspace::makeProject(editor)) == "none");
}

TEST_CASE("rows of the project are rows of every map", "[conventions]") {
  auto project = projectFrom(R"({"lanes": ["Back  stage"]})");
  auto lanes = [&](std::string_view text) {
    return workspace::read(text::Text(text), 0, project)->map.lanes;
  };
  CHECK(lanes("") == std::vector<std::string>{"back stage"});
  CHECK(lanes("Journey: J\nLane: Systems\n") == std::vector<std::string>{"back stage", "systems"});
}

TEST_CASE("phases that have no name, and models without phases, are left out", "[conventions]") {
  model::OwnModel empty{"empty", {model::OwnPhase{}}};
  model::OwnModel half{"half", {model::OwnPhase{}, model::OwnPhase{}}};
  half.phases[1].names[static_cast<std::size_t>(Language::Da)] = {"Spise"};
  model::PhaseModels models({empty, half});
  CHECK_FALSE(models.find("empty"));
  REQUIRE(models.find("HALF"));
  CHECK(models.find("half")->phases.size() == 1);
  CHECK(models.find("half")->phases[0].in(Language::En).front() == "Spise");
  CHECK(models.all().size() == locale::phaseModels().size() + 1);
  // Copies share what the views look at.
  model::PhaseModels copy = models;
  models = model::PhaseModels();
  CHECK(copy.find("half")->phases[0].id == "Spise");
}

TEST_CASE("another project makes the map anew, the same one shares it", "[conventions]") {
  auto before =
      workspace::read(text::Text("Kundereise: L\nFase: Velge\nFase: Spise\n"), 0, nullptr);
  auto project = projectFrom(ours);
  workspace::EditedText untouched(before->text);
  auto after = workspace::update(before, untouched, 1, project);
  CHECK(after->map.conventions == project->conventions);
  CHECK(model::phaseModelOf(after->map, after->map.journeys.front()));
  workspace::EditedText edited(before->text);
  edited.replace({12, 13}, "Mat");
  auto both = workspace::update(before, edited, 1, project);
  CHECK(model::phaseModelOf(both->map, both->map.journeys.front()));
  CHECK(both->map.block(1).title() == "Mat");
  auto again = workspace::update(after, workspace::EditedText(after->text), 2, project);
  CHECK(again->map.blocks[1].block == after->map.blocks[1].block);
}

}  // namespace journey::test
