#include "features/rename.hpp"

#include "features/names.hpp"
#include "support/files.hpp"
#include "support/workspace_fixture.hpp"

using namespace journey;

namespace {

using Result = std::variant<features::WorkspaceEdit, features::RenameProblem>;

/// The files as they are afterwards, or «! what is wrong».
std::string renamed(std::string_view raw, std::string_view name) {
  test::WorkspaceFixture f = test::workspaceOf(raw);
  Result result = features::rename(f.view, *f.file, f.cursor, name);
  if (auto* problem = std::get_if<features::RenameProblem>(&result))
    return "! " + std::string(locale::keyOf(problem->message)) +
           (problem->arguments.empty() ? "" : " " + problem->arguments[0].second);
  return test::applied(f, std::get<features::WorkspaceEdit>(result));
}

void expectRename(std::string_view before, std::string_view name, std::string_view after) {
  INFO(before);
  CHECK(renamed(before, name) == test::dedented(after));
}

std::string prepared(std::string_view raw) {
  test::WorkspaceFixture f = test::workspaceOf(raw);
  auto found = features::prepareRename(*f.file, f.cursor);
  return found ? f.file->text.slice(found->span) + " = " + found->name : "";
}

}  // namespace

TEST_CASE("a touchpoint is renamed with every Next of its journey", "[features][rename]") {
  expectRename(R"(
    Journey: A
      Touchpoint: Queue
        Next [again]: Que$0ue
      Touchpoint: Eat
        Next: queue
    Journey: B
      Touchpoint: Queue
        Next: Queue
  )",
               "  Waits in line ", R"(
    //- /map.journey
    Journey: A
      Touchpoint: Waits in line
        Next [again]: Waits in line
      Touchpoint: Eat
        Next: Waits in line
    Journey: B
      Touchpoint: Queue
        Next: Queue
  )");
}

TEST_CASE("of two touchpoints with one title the one at the cursor is renamed",
          "[features][rename]") {
  expectRename("Touchpoint: Q\nNext: Q\nTouchpoint: Q$0\n", "R",
               "//- /map.journey\nTouchpoint: Q\nNext: Q\nTouchpoint: R\n");
  expectRename("Touchpoint: $0Q\nNext: Q\nTouchpoint: Q\n", "R",
               "//- /map.journey\nTouchpoint: R\nNext: R\nTouchpoint: Q\n");
}

TEST_CASE("a persona is renamed in all files that mean it", "[features][rename]") {
  expectRename(R"(
    //- /a.journey
    Journey: A
    Persona: Emma
    Touchpoint: T
      Emotion [ Emma ]: glad
    //- /b.journey open
    Journey: B
    Touchpoint: T
      Emotion [Em$0ma]: glad
    Journey: C
    Persona: Emma
      Need: her own
    Touchpoint: T
      Emotion [Emma]: glad
    //- /library.journey
    Persona: emma
      Need: n
    //- /other.journey
    Journey: Emma
  )",
               "Emma Ås [1", R"(
    //- /a.journey
    Journey: A
    Persona: Emma Ås [1
    Touchpoint: T
      Emotion [ Emma Ås [1 ]: glad
    //- /b.journey
    Journey: B
    Touchpoint: T
      Emotion [Emma Ås [1]: glad
    Journey: C
    Persona: Emma
      Need: her own
    Touchpoint: T
      Emotion [Emma]: glad
    //- /library.journey
    Persona: Emma Ås [1
      Need: n
  )");
}

TEST_CASE("channels and owners are renamed everywhere, alone in their lists",
          "[features][rename]") {
  expectRename(R"(
    //- /a.journey
    Touchpoint: T
      Channel: App, Till
    //- /b.journey
    Touchpoint: App
      Channel: Till,ap$0p ,App store
  )",
               "School app: new", R"(
    //- /a.journey
    Touchpoint: T
      Channel: School app: new, Till
    //- /b.journey
    Touchpoint: App
      Channel: Till,School app: new ,App store
  )");
  // Two words for one thing are made one.
  expectRename("Touchpoint: T\nOpportunity: o\nOwner: I$0T\nOpportunity: p\nOwner: Data\n", "Data",
               "//- /map.journey\nTouchpoint: T\nOpportunity: o\nOwner: Data\nOpportunity: "
               "p\nOwner: Data\n");
}

TEST_CASE("a lane is renamed with the lines it is the keyword of", "[features][rename]") {
  expectRename(R"(
    Journey: J
      Lane: Backstage
    Touchpoint: T
      backstage [x]: a
      Back$0stage: b
  )",
               "Behind the scenes", R"(
    //- /map.journey
    Journey: J
      Lane: Behind the scenes
    Touchpoint: T
      Behind the scenes [x]: a
      Behind the scenes: b
  )");
}

TEST_CASE("journeys, phases and opportunities", "[features][rename]") {
  expectRename("Journey: $0J\nPhase: J\n", "K", "//- /map.journey\nJourney: K\nPhase: J\n");
  expectRename("Phase: P$0\nPhase: P\n", "Q", "//- /map.journey\nPhase: Q\nPhase: P\n");
  expectRename("Touchpoint: T\nOpportunity: $0o\n", "# | p",
               "//- /map.journey\nTouchpoint: T\nOpportunity: # | p\n");
}

TEST_CASE("a title over several lines becomes one line; what stands between them stays",
          "[features][rename]") {
  expectRename("Touchpoint: Looks\n  # really\n  | up\n\n  | it\nNext: Looks u$0p\n  | it", "Reads",
               "//- /map.journey\nTouchpoint: Reads\n  # really\n\nNext: Reads");
  expectRename("Touchpoint:\n  | Lo$0oks\nNote: n\n", "Reads",
               "//- /map.journey\nTouchpoint: Reads\nNote: n\n");
  expectRename("Touchpoint:  \r\n  | Lo$0oks\r\nNote: n\r\n", "Reads",
               "//- /map.journey\nTouchpoint: Reads\r\nNote: n\r\n");
}

TEST_CASE("another case and another form of the same letters", "[features][rename]") {
  expectRename("Touchpoint: q$0ueue\nNext: Queue\n", "Queue",
               "//- /map.journey\nTouchpoint: Queue\nNext: Queue\n");
  expectRename("Touchpoint: A\xCC\x8A$0\n", "Å", "//- /map.journey\nTouchpoint: Å\n");
  expectRename("//- /l.journey\nPersona: $0emma\n Need: n\n", "Emma",
               "//- /l.journey\nPersona: Emma\n Need: n\n");
}

TEST_CASE("names that cannot be", "[features][rename]") {
  CHECK(renamed("Touchpoint: $0T\n", " \t ") == "! rename-empty");
  CHECK(renamed("Touchpoint: $0T\n", "a\nb") == "! rename-line-break");
  CHECK(renamed("Touchpoint: $0T\n", "a\rb") == "! rename-line-break");
  CHECK(renamed("Touchpoint: $0T\nNext: T\n", "T") == "! rename-unchanged");
  CHECK(renamed("Touch$0point: T\n", "U") == "! rename-impossible");
  CHECK(renamed("Note: $0n\n", "U") == "! rename-impossible");
  CHECK(renamed("", "U") == "! rename-impossible");
  CHECK(renamed("Journey: J\nPersona: $0E\n", "E]") == "! rename-character ]");
  CHECK(renamed("Touchpoint: T\nChannel: $0App\n", "App, web") == "! rename-character ,");
  CHECK(renamed("Touchpoint: T\nOpportunity: o\nOwner: I$0T\n", "a;b") == "! rename-character ;");
}

TEST_CASE("names of rows are keywords", "[features][rename]") {
  std::string lane = "Journey: J\n  Lane: Back$0stage\nTouchpoint: T\n  Backstage: b\n";
  CHECK(renamed(lane, "Emotion") == "! rename-keyword Emotion");
  CHECK(renamed(lane, "smärtpunkter") == "! rename-keyword smärtpunkter");
  CHECK(renamed(lane, "a: b") == "! rename-character :");
  CHECK(renamed(lane, "a [b]") == "! rename-character [");
  CHECK(renamed(lane, "#a") == "! rename-character #");
  CHECK(renamed(lane, "|a") == "! rename-character |");
  CHECK(renamed(lane, "Emotions at work").starts_with("//- "));
  CHECK(renamed("Journey: J\n Lane: $0A\n Lane: B\n", "b") == "! rename-taken b");
}

TEST_CASE("what a project lists is renamed in its settings", "[features][rename]") {
  std::string settings = R"(//- /journey.json
{
  "channels": ["App", "Till"],
  "lanes": ["Backstage", "Systems"],
  "owners": ["app"]
}
)";
  expectRename(settings + "//- /a.journey\nTouchpoint: T\n  Channel: app$0\n", "The \"app\"",
               "//- /a.journey\nTouchpoint: T\n  Channel: The \"app\"\n//- /journey.json\n{\n  "
               "\"channels\": [\"The \\\"app\\\"\", \"Till\"],\n  \"lanes\": [\"Backstage\", "
               "\"Systems\"],\n  \"owners\": [\"app\"]\n}\n");
  // A row of all the project's files but those that have one of their own of that name.
  std::string files =
      settings +
      "//- /a.journey\nTouchpoint: T\n  Back$0stage: b\n"
      "//- /b.journey\nTouchpoint: T\n  backstage: b\n"
      "//- /c.journey\nJourney: C\n  Lane: Backstage\nTouchpoint: T\n  backstage: b\n";
  expectRename(files, "Kitchen",
               "//- /a.journey\nTouchpoint: T\n  Kitchen: b\n//- /b.journey\nTouchpoint: T\n  "
               "Kitchen: b\n//- /journey.json\n{\n  \"channels\": [\"App\", \"Till\"],\n  "
               "\"lanes\": [\"Kitchen\", \"Systems\"],\n  \"owners\": [\"app\"]\n}\n");
  CHECK(renamed(files, "systems") == "! rename-taken systems");
  CHECK(renamed(settings + "//- /c.journey\nJourney: C\n  Lane: $0Own\n", "Backstage") ==
        "! rename-taken Backstage");
}

TEST_CASE("a row of the editor's settings is not ours to rename", "[features][rename]") {
  workspace::Settings settings;
  settings.lanes = {"Backstage"};
  workspace::View view;
  view.files = {test::fileOf("file:///a.journey", "Touchpoint: T\nBackstage: b\n", true,
                             workspace::makeProject(settings))};
  Result result = features::rename(view, *view.files[0], 16, "Kitchen");
  CHECK(std::get<features::RenameProblem>(result).message == locale::Message::rename_settings);
}

TEST_CASE("two things do not become one", "[features][rename]") {
  CHECK(renamed("Touchpoint: $0T\nTouchpoint: U\n", "u") == "! rename-taken u");
  CHECK(renamed("Touchpoint: T\nTouchpoint: U\nNext: $0T\n", "U") == "! rename-taken U");
  CHECK(renamed("Journey: A\nTouchpoint: $0T\nJourney: B\nTouchpoint: U\n", "U") ==
        "//- /map.journey\nJourney: A\nTouchpoint: U\nJourney: B\nTouchpoint: U\n");
  // Of personas, all that are seen from where this one counts.
  CHECK(renamed("Journey: J\nPersona: $0E\n Need: n\nPersona: F\n", "F") == "! rename-taken F");
  CHECK(renamed("Persona: $0E\n Need: n\nJourney: J\nPersona: F\n Need: n\n", "F") ==
        "! rename-taken F");
  CHECK(renamed("Persona: E\n Need: n\nJourney: J\nPersona: $0F\n Need: n\n", "E") ==
        "! rename-taken E");
  CHECK(renamed("Journey: J\nPersona: $0E\n Need: n\nJourney: K\nPersona: F\n Need: n\n", "F") ==
        "//- /map.journey\nJourney: J\nPersona: F\n Need: n\nJourney: K\nPersona: F\n Need: n\n");
  std::string library = "//- /l.journey\nPersona: E\n Need: n\nPersona: F\n Need: n\n";
  CHECK(renamed(library + "//- /m.journey\nJourney: J\nPersona: $0E\n", "F") == "! rename-taken F");
  CHECK(renamed(library + "//- /m.journey\nJourney: J\nPersona: $0G\n Need: n\n", "F") ==
        "! rename-taken F");
  // In another file F is described by itself, unless she refers to a library's, which there would
  // be.
  std::string one =
      "//- /l.journey\nPersona: $0E\n Need: n\n//- /m.journey\nJourney: J\nPersona: F\n";
  CHECK(renamed(one, "F") == "! rename-taken F");
  CHECK(renamed(one + " Need: n\n", "F") == "//- /l.journey\nPersona: F\n Need: n\n");
  CHECK(renamed(one + " Need: n\nTouchpoint: T\nQuote [E]: q\n", "F") == "! rename-taken F");
}

TEST_CASE("what refers to nothing may begin to refer to something", "[features][rename]") {
  expectRename("Touchpoint: T\nTouchpoint: U\nNext: $0TT\n", "T",
               "//- /map.journey\nTouchpoint: T\nTouchpoint: U\nNext: T\n");
  expectRename(
      "//- /l.journey\nPersona: Emma\n Need: n\n//- /m.journey\nJourney: J\nPersona: "
      "Em$0a\nTouchpoint: T\nQuote [Ema]: q\n",
      "Emma", "//- /m.journey\nJourney: J\nPersona: Emma\nTouchpoint: T\nQuote [Emma]: q\n");
}

TEST_CASE("what can be renamed, and what it is called", "[features][rename]") {
  CHECK(prepared("Touchpoint: Looks$0 up\n") == "Looks up = Looks up");
  CHECK(prepared("Touchpoint: Looks\n  | $0up\n") == "Looks\n  | up = Looks up");
  CHECK(prepared("Touchpoint: T\nThought [ $0Emma ]: t\n") == "Emma = Emma");
  CHECK(prepared("Touchpoint: T\nChannel: App$0, till\n") == "App = App");
  CHECK(prepared("Touchpoint: T\nNote: $0n\n").empty());
  CHECK(prepared("Touchpoint: T\nChannel: App,$0 till\n").empty());
  CHECK(prepared("Touchpoint:$0\n").empty());
}

TEST_CASE("a renamed name means what it meant", "[features][rename]") {
  // Every name of every example, read again under its new name: as many places mean it as before.
  for (const auto& path : test::examples()) {
    INFO(path);
    std::string text = test::readFile(path);
    workspace::View view;
    view.files = {test::fileOf("file:///example.journey", text)};
    const workspace::File& file = *view.files[0];
    for (const workspace::Name& name : file.facts->names) {
      INFO(name.text);
      auto before = features::placesOf(view, features::meaningOf(view, {&file, &name}));
      Result result = features::rename(view, file, name.span.start, "Ganz neu");
      auto& edits = std::get<features::WorkspaceEdit>(result).files.at(0).edits;
      CHECK(edits.size() == before.size());
      auto snapshot = test::snapshotOf(text);
      std::string changed = test::applied(*snapshot, lint::Fix{{}, {}, edits});
      workspace::View now;
      now.files = {test::fileOf("file:///example.journey", changed)};
      std::optional<features::NameAt> at;
      for (const workspace::Name& other : now.files[0]->facts->names)
        if (other.text == "Ganz neu") at = features::NameAt{now.files[0].get(), &other};
      REQUIRE(at);
      CHECK(features::placesOf(now, features::meaningOf(now, *at)).size() == before.size());
      CHECK(now.files[0]->facts->names.size() == file.facts->names.size());
    }
  }
}
