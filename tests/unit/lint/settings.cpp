// How a project wants its maps judged: severities, models and rows of its own.
#include <catch2/catch_test_macros.hpp>

#include "support/files.hpp"
#include "support/findings.hpp"

namespace journey::test {

namespace {

workspace::ProjectPtr projectFrom(std::string_view json) {
  workspace::ReadSettings read = workspace::readProject(json);
  REQUIRE(read.faults.empty());
  return workspace::makeProject(*read.settings);
}

std::vector<std::string> severities(const workspace::Snapshot& snapshot) {
  std::vector<std::string> out;
  for (const lint::PlacedFinding& placed : snapshot.findings())
    if (!asksForMore(placed.finding->rule->id))
      out.push_back(std::string(placed.finding->rule->id) + " " +
                    std::to_string(static_cast<int>(placed.finding->severity)));
  return out;
}

/// `rule severity` of what is found, in order of the text.
std::vector<std::string> severities(std::string_view text, std::string_view json) {
  return severities(*snapshotOf(dedented(text), projectFrom(json)));
}

/// What the findings of a rule say.
std::vector<std::string> sayings(std::string_view rule, std::string_view text,
                                 std::string_view json) {
  std::vector<std::string> out;
  for (const Expectation& e : findingsOf(*snapshotOf(dedented(text), projectFrom(json)), rule))
    out.push_back(e.says);
  return out;
}

constexpr std::string_view queue = R"(
  Journey: Lunch
  Phase: Pay
    Touchpoint: Queue
  lost
)";

}  // namespace

TEST_CASE("severities: rules that are off say nothing, others as the project wants", "[lint]") {
  CHECK(severities(queue, "{}") ==
        std::vector<std::string>{"no-persona 2", "touchpoint-without-emotion 2", "stray-line 2"});
  CHECK(severities(queue, R"({"rules": {"no-persona": "off", "stray-line": "hint",
          "touchpoint-without-emotion": "error"}})") ==
        std::vector<std::string>{"touchpoint-without-emotion 1", "stray-line 4"});
  CHECK(severities(queue, R"({"rules": {"no-persona": "information", "stray-line": "off",
          "touchpoint-without-emotion": "off"}})") == std::vector<std::string>{"no-persona 3"});
}

TEST_CASE("severities: what a rule would say more quietly by itself is raised too", "[lint]") {
  constexpr std::string_view text = R"(
    Journey: Lunch
    Persona: Emma
    Phase: Consideration
      Touchpoint: A
        Emotion: happy
    Phase: Awareness
      Touchpoint: B
        Emotion: happy
    Phase: Decision
      Touchpoint: C
        Emotion: happy
    Phase: Deciding, the decision
      Touchpoint: D
        Emotion: happy
    # journey-ignore-file: missing-phase
  )";
  CHECK(severities(text, "{}") == std::vector<std::string>{"phase-order 3", "duplicate-phase 3"});
  CHECK(severities(text, R"({"rules": {"phase-order": "error", "duplicate-phase": "warning"}})") ==
        std::vector<std::string>{"phase-order 1", "duplicate-phase 2"});
  // Its fix stays a guess.
  auto snapshot =
      snapshotOf(dedented(text), projectFrom(R"({"rules": {"duplicate-phase": "warning"}})"));
  auto fixes = snapshot->fixes(firstOf(*snapshot, "duplicate-phase"));
  REQUIRE(fixes.size() == 1);
  CHECK_FALSE(fixes[0].preferred);
}

TEST_CASE("severities: nobody knows whether silencing a rule that is off is useless", "[lint]") {
  constexpr std::string_view text = R"(
    # journey-ignore-file: no-persona, empty-entry
    Persona: Emma
  )";
  CHECK(severities(text, "{}") ==
        std::vector<std::string>{"useless-suppression 2", "useless-suppression 2"});
  CHECK(severities(text, R"({"rules": {"no-persona": "off", "useless-suppression": "hint"}})") ==
        std::vector<std::string>{"useless-suppression 4"});
  CHECK(severities(text, R"({"rules": {"useless-suppression": "off"}})").empty());
}

TEST_CASE("severities stay through edits, and change with the project", "[lint]") {
  auto quiet = projectFrom(R"({"rules": {"no-persona": "off", "stray-line": "hint"}})");
  auto snapshot = snapshotOf(dedented(queue), quiet);
  workspace::EditedText edited(snapshot->text);
  edited.replace({0, 0}, "again\n");
  snapshot = workspace::update(snapshot, edited, 1, quiet);
  CHECK(severities(*snapshot) ==
        std::vector<std::string>{"stray-line 4", "touchpoint-without-emotion 2", "stray-line 4"});
  auto loud = workspace::update(snapshot, workspace::EditedText(snapshot->text), 2, nullptr);
  CHECK(severities(*loud) == std::vector<std::string>{"stray-line 2", "no-persona 2",
                                                      "touchpoint-without-emotion 2",
                                                      "stray-line 2"});
  workspace::EditedText shorter(snapshot->text);
  shorter.replace({0, 6}, "");
  loud = workspace::update(snapshot, shorter, 2, nullptr);
  CHECK(severities(*loud) == severities(*snapshotOf(dedented(queue))));
}

TEST_CASE("another library alone lets the rules run again", "[lint]") {
  auto before = snapshotOf(dedented(queue));
  auto library = std::make_shared<const lint::Library>(
      lint::Library{{{"emma", lint::LibraryPersona{"Emma", 0}}}, {}});
  auto after = workspace::update(before, workspace::EditedText(before->text), 1, nullptr, library);
  CHECK(after->context.library == library);
  CHECK(after->map.blocks[0].block == before->map.blocks[0].block);
  CHECK(severities(*after) == severities(*before));
}

TEST_CASE("models of one's own: phases are missed, ordered and offered", "[lint]") {
  constexpr std::string_view json =
      R"({"models": {"canteen": ["Choose", {"en": ["Pay", "Checkout"], "nb": "Betale"}, "Eat"]}})";
  constexpr std::string_view text = R"(
    Journey: Lunch
      Model: canteen
    Persona: Emma
    Phase: Checkout
    Phase: Choose
  )";
  CHECK(sayings("missing-phase", text, json) ==
        std::vector<std::string>{"The phase “Eat” of the model “canteen” is missing."});
  CHECK(sayings("phase-order", text, json).size() == 1);
  CHECK(sayings("invalid-value", text, json).empty());
  CHECK(sayings("invalid-value", text, "{}").size() == 1);
  // The near ones are offered first, the project's own among them.
  auto snapshot = snapshotOf("Journey: Lunch\n  Model: canten\n", projectFrom(json));
  CHECK(titleOf(snapshot->fixes(firstOf(*snapshot, "invalid-value")).front()) ==
        "Change to “canteen” ★");
  CHECK(sayings("missing-phase", "Kundereise: L\n  Modell: canteen\nFase: Eat\n", json).back() ==
        "The phase “Betale” of the model “canteen” is missing.");
}

TEST_CASE("a project's model holds for journeys that name none", "[lint]") {
  constexpr std::string_view json = R"({"model": "service3"})";
  CHECK(sayings("missing-phase", "Journey: L\nPhase: Before\nPhase: After\n", json) ==
        std::vector<std::string>{"The phase “During” of the model “service3” is missing."});
  auto snapshot = snapshotOf("Journey: L\n", projectFrom(json));
  CHECK(titleOf(snapshot->fixes(firstOf(*snapshot, "missing-phase")).front()) ==
        "Insert the phases of the model “service3” ★");
}

TEST_CASE("rows of the project are keywords, and near misses know them", "[lint]") {
  constexpr std::string_view text = "Phase: P\n  Touchpoint: T\n    Backstage: kitchen\n";
  CHECK(sayings("unknown-keyword", text, "{}").size() == 1);
  CHECK(sayings("unknown-keyword", text, R"({"lanes": ["Backstage"]})").empty());
  CHECK(sayings("unknown-keyword", "Phase: P\n  Touchpoint: T\n    Bakstage: kitchen\n",
                R"({"lanes": ["Backstage"]})") ==
        std::vector<std::string>{"“Bakstage” is not a keyword. Did you mean “Backstage”?"});
}

}  // namespace journey::test
