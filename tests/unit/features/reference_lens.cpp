#include "features/reference_lens.hpp"

#include "support/workspace_fixture.hpp"

using namespace journey;

namespace {

using Lines = std::vector<std::string>;

Lines lenses(std::string_view raw) {
  test::WorkspaceFixture f = test::workspaceOf(raw);
  Lines out;
  for (const features::ReferenceLens& lens : features::referenceLenses(f.view, *f.file))
    out.push_back(f.file->text.slice(lens.line) + " | " + std::to_string(lens.mentions.size()));
  return out;
}

}  // namespace

TEST_CASE("touchpoints that others lead to by Next", "[features][reference-lens]") {
  CHECK(
      lenses("Touchpoint: A\nNext: C\nTouchpoint: B\nNext: c\nTouchpoint: C\nNext: C\nTouchpoint: "
             "C\nJourney: J\nTouchpoint: A\n") == Lines{"Touchpoint: C | 3"});
}

TEST_CASE("a lens stands on one line", "[features][reference-lens]") {
  CHECK(lenses("  Touchpoint: A \r\n    | b\r\nNext: a b\r\n") == Lines{"Touchpoint: A  | 1"});
}

TEST_CASE("personas that are mentioned", "[features][reference-lens]") {
  CHECK(lenses(R"(
    //- /a.journey
    Journey: A
    Persona: Emma
    Touchpoint: T
      Quote [Emma]: q
    //- /library.journey
    Persona: Em$0ma
      Need: n
    Persona: Noah
      Need: n
  )") == Lines{"Persona: Emma | 2"});
  CHECK(lenses("Journey: J\nPersona: Emma\nTouchpoint: T\nQuote [emma]: q\n") ==
        Lines{"Persona: Emma | 1"});
  CHECK(lenses("Journey: J\nPersona: Emma\nTouchpoint: T\n").empty());
}
