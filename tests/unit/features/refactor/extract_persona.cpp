#include "features/refactor/extract_persona.hpp"

#include "support/refactor.hpp"

namespace journey::test {

static const auto& extract = features::refactorings::extractPersona;

namespace {

constexpr std::string_view lunch = R"(
    Journey: Lunch

    Persona: Emma
      Need: Ve$0getarian food
      # She said so
      Quote: I only have
        | half an hour.
      stray words

    # The part that hurts
    Phase: Pay
      Touchpoint: Queue
        Emotion [Emma]: bored
)";

constexpr std::string_view bare = R"(
    Journey: Lunch

    Persona: Emma

    # The part that hurts
    Phase: Pay
      Touchpoint: Queue
        Emotion [Emma]: bored
)";

const std::string emma =
    "Persona: Emma\n  Need: Vegetarian food\n  # She said so\n  Quote: I only have\n"
    "    | half an hour.\n  stray words\n";

}  // namespace

TEST_CASE("extract a persona: into a new library", "[refactor]") {
  RefactorFixture map(lunch);
  CHECK(map.offers(extract) == Titles{"Move the description of “Emma” to personas.journey"});
  Refactored done = map.take(extract);
  CHECK(done.text == dedented(bare));
  REQUIRE(done.created.size() == 1);
  CHECK(done.created[0].uri == "file:///maps/personas.journey");
  CHECK(done.created[0].content == emma);
}

TEST_CASE("extract a persona: behind those of the library that is there", "[refactor]") {
  for (const char* name : {"personas.journey", "personas.en.journey"}) {
    RefactorFixture map(lunch);
    map.createsFiles = false;
    map.beside(std::string("file:///maps/") + name, "Persona: Tom\r\n  Need: Peace")
        .beside("file:///maps/other.journey", "Journey: Other\n")
        .beside("file:///elsewhere/personas.journey", "Persona: Eve\n  Need: Tea\n");
    CHECK(map.offers(extract) == Titles{std::string("Move the description of “Emma” to ") + name});
    Refactored done = map.take(extract);
    CHECK(done.text == dedented(bare));
    REQUIRE(done.others.size() == 1);
    CHECK(done.created.empty());
    std::string expected = "Persona: Tom\r\n  Need: Peace\r\n\r\n";
    for (char c : emma) expected += c == '\n' ? "\r\n" : std::string(1, c);
    CHECK(done.others[0] == expected);
  }
}

TEST_CASE("extract a persona: an empty file becomes the library", "[refactor]") {
  RefactorFixture map(lunch);
  map.beside("file:///maps/personas.journey", "\n");
  CHECK(map.take(extract).others == std::vector<std::string>{"\n" + emma});
}

TEST_CASE("extract a persona: who is described there already is left alone", "[refactor]") {
  RefactorFixture map(lunch);
  map.beside("file:///maps/personas.journey", "Persona: emma\n  Need: Tea\n");
  CHECK(
      map.offers(extract) ==
      Titles{"Move the description of “Emma” to personas.journey ✗ “Emma” is already described in "
             "personas.journey."});
}

TEST_CASE("extract a persona: only what is described, out of a map", "[refactor]") {
  for (std::string_view text :
       {"Journey: A\nPersona: Emma$0\nPhase: P\n", "Persona: Emma$0\n  Need: Tea\n",
        "Journey: A\nPersona: …$0\n  Need: Tea\n", "Journey: A$0\nPersona: Emma\n  Need: Tea\n",
        "Journey: A\nPersona:$0\n  Need: Tea\n"}) {
    INFO(text);
    CHECK(RefactorFixture(text).offers(extract).empty());
  }
  // A file of that name that is a map takes no personas.
  CHECK(RefactorFixture(lunch)
            .beside("file:///maps/personas.journey", "Journey: A\n")
            .offers(extract)
            .empty());
  RefactorFixture noFiles(lunch);
  noFiles.createsFiles = false;
  CHECK(noFiles.offers(extract).empty());
  RefactorFixture unnamed(lunch);
  unnamed.uri = "untitled:Untitled-1";
  CHECK(unnamed.offers(extract).empty());
}

TEST_CASE("extract a persona: the last lines of a file, and a language that must be told",
          "[refactor]") {
  RefactorFixture map("# language: sv\nCustomer journey: A\nPersona: Emma$0\n  Note: x");
  REQUIRE(map.snapshot->map.language == locale::Language::Sv);
  Refactored done = map.take(extract);
  CHECK(done.text == "# language: sv\nCustomer journey: A\nPersona: Emma");
  CHECK(done.created[0].content.starts_with("# language: sv\nPersona: Emma\n"));
}

TEST_CASE("extract a persona: what belongs to the journey stays", "[refactor]") {
  RefactorFixture map("Journey: A\nPersona: E$0\n  Need: x\n  Scenario: y\n  Note: z\n");
  CHECK(map.take(extract).text == "Journey: A\nPersona: E\n  Scenario: y\n  Note: z\n");
}

TEST_CASE("extract a persona: a library that is not read yet is kept", "[refactor]") {
  RefactorFixture map(lunch);
  map.unread("file:///maps/personas.journey", "Persona: Ola\n  Need: Peace\n");
  Refactored done = map.take(extract);
  CHECK(done.created.empty());
  REQUIRE(done.others.size() == 1);
  CHECK(done.others[0] == "Persona: Ola\n  Need: Peace\n\n" + emma);
  map.unread("file:///maps/personas.journey", "Journey: No library\nPhase: P\n");
  CHECK(map.offers(extract).empty());
}

TEST_CASE("extract a persona: in the keywords of the library it goes to", "[refactor]") {
  RefactorFixture map(lunch);
  map.beside("file:///maps/personas.journey", "# language: nb\nPersona: Ola\n  Behov: Ro\n");
  Refactored done = map.take(extract);
  REQUIRE(done.others.size() == 1);
  CHECK(done.others[0] ==
        "# language: nb\nPersona: Ola\n  Behov: Ro\n\nPersona: Emma\n  Behov: Vegetarian food\n"
        "  # She said so\n  Sitat: I only have\n    | half an hour.\n  stray words\n");
}

}  // namespace journey::test
