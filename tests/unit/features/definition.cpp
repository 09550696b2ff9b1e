#include "features/definition.hpp"

#include "support/workspace_fixture.hpp"

using namespace journey;

namespace {

/// The marked places are where the cursor leads. Gives the origin.
std::string expectDefinition(std::string_view raw) {
  test::WorkspaceFixture f = test::workspaceOf(raw);
  INFO(raw);
  auto found = features::definition(f.view, *f.file, f.cursor);
  std::vector<std::string> actual;
  if (found)
    for (const features::Target& target : found->targets) {
      REQUIRE(target.file);
      CHECK(target.whole.start <= target.name.start);
      CHECK(target.name.end <= target.whole.end);
      actual.push_back(test::placed(*target.file, target.name));
    }
  std::ranges::sort(actual);
  CHECK(actual == f.marks);
  return found ? f.file->text.slice(found->origin) : "";
}

std::string uriAt(std::string_view raw) {
  test::WorkspaceFixture f = test::workspaceOf(raw);
  auto found = features::definition(f.view, *f.file, f.cursor);
  return found ? found->targets.at(0).uri : "";
}

}  // namespace

TEST_CASE("Next leads to the touchpoint of its journey", "[features][definition]") {
  CHECK(expectDefinition(R"(
    Journey: As is
      Touchpoint: Queue
    Journey: To be
      Touchpoint: ⟦Queue⟧
      Touchpoint: Eat
        Next [late]: que$0UE
    Journey: Later
      Touchpoint: Queue
  )") == "queUE");
  expectDefinition("Touchpoint: ⟦A⟧\nTouchpoint: A\nTouchpoint: B\nNext: A$0\n");
  expectDefinition("Touchpoint: A\nTouchpoint: ⟦$0A⟧\n");
  expectDefinition("Touchpoint: A\nNext: $0Nowhere\n");
  expectDefinition("Touchpoint: ⟦Looks up\n  | the menu⟧\n  Next: Looks\n   | up the m$0enu\n");
}

TEST_CASE("the whole of a touchpoint is its lines", "[features][definition]") {
  test::WorkspaceFixture f =
      test::workspaceOf("Touchpoint: A\n  Note: n\n\nTouchpoint: B\n  Next: $0A\n");
  auto found = features::definition(f.view, *f.file, f.cursor);
  REQUIRE(found);
  CHECK(f.file->text.slice(found->targets.at(0).whole) == "Touchpoint: A\n  Note: n");
}

TEST_CASE("a persona is the journey's own, the file's, or a library's", "[features][definition]") {
  // Its own.
  expectDefinition(R"(
    //- /a.journey
    Persona: Emma
      Need: of the file
    Journey: A
    Persona: ⟦Emma⟧
      Need: of the journey
    Touchpoint: T
      Emotion [em$0ma]: glad
    //- /library.journey
    Persona: Emma
      Need: of all
  )");
  // The file's.
  expectDefinition(R"(
    //- /a.journey
    Persona: ⟦Emma⟧
      Need: of the file
    Journey: A
    Touchpoint: T
      Emotion [Emma$0]: glad
    Journey: B
    Persona: Emma
      Need: of another journey
    //- /library.journey
    Persona: Emma
      Need: of all
  )");
  // A library's, from a qualifier and from a head without entries.
  for (std::string_view cursor : {"Persona: $0Emma\nTouchpoint: T\nThought [Emma]: t\n",
                                  "Persona: Emma\nTouchpoint: T\nThought [$0Emma]: t\n",
                                  "Touchpoint: T\nThought [$0Emma]: t\n"})
    expectDefinition("//- /a.journey\nJourney: A\n" + std::string(cursor) +
                     "//- /b/library.journey\nPersona: ⟦Emma⟧\n  Need: n\n"
                     "//- /c/library.journey\nPersona: Emma\n"
                     "//- /map.journey\nJourney: B\nPersona: Emma\n  Need: its own\n");
  // Nobody describes her.
  expectDefinition("Journey: A\nPersona: ⟦Emma⟧\nTouchpoint: T\nThought [$0Emma]: t\n");
  expectDefinition("Journey: A\nTouchpoint: T\nThought [$0Emma]: t\n");
}

TEST_CASE("libraries that refer to each other lead nowhere else", "[features][definition]") {
  expectDefinition(R"(
    //- /a.journey
    Persona: ⟦Em$0ma⟧
    //- /b.journey
    Persona: Emma
  )");
}

TEST_CASE("lanes, channels and owners", "[features][definition]") {
  CHECK(
      expectDefinition("Journey: J\n  Lane: ⟦Backstage⟧\nTouchpoint: T\n  bac$0kstage: Cooks\n") ==
      "backstage");
  expectDefinition(R"(
    //- /a.journey
    Touchpoint: T
      Channel: School app
    //- /b.journey
    Touchpoint: T
      Channel: Till, ⟦School App⟧
    Touchpoint: U
      Channel: School$0 app
  )");
}

TEST_CASE("a row of the project's settings", "[features][definition]") {
  expectDefinition(R"(
    //- /journey.json
    {"lanes": ["Systems", ⟦"Backstage"⟧]}
    //- /a.journey
    Touchpoint: T
      backst$0age: b
  )");
}

TEST_CASE("nothing is described at other places", "[features][definition]") {
  expectDefinition("Touch$0point: T\n");
  expectDefinition("Touchpoint: T\nNote: $0n\n");
  expectDefinition("$0");
}

TEST_CASE("a link leads to its file", "[features][definition]") {
  std::string_view map = "Journey: J\nNote: see ../b/oth$0er.journey\n";
  CHECK(uriAt("//- /a/map.journey\n" + std::string(map)) == "file:///b/other.journey");
  CHECK(uriAt("//- /a/map.journey\nPersona: P\nImage: my $0pictures/ä%20.png\n") ==
        "file:///a/my%20pictures/%C3%A4%2520.png");
  // To itself, and at a place in it.
  CHECK(uriAt("//- /map.journey\nNote: map.jour$0ney\n") == "file:///map.journey");
  CHECK(uriAt("Note: https://exam$0ple.org/\n").empty());
}
