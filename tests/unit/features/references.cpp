#include "features/references.hpp"

#include "support/workspace_fixture.hpp"

using namespace journey;

namespace {

std::vector<std::string> found(const test::WorkspaceFixture& f, bool includeDeclaration) {
  std::vector<std::string> out;
  for (const features::Reference& r :
       features::references(f.view, *f.file, f.cursor, includeDeclaration))
    out.push_back(test::placed(*r.file, r.span));
  std::ranges::sort(out);
  return out;
}

/// The marked places are all that mean the same, heads included; `heads` of them declare.
void expectReferences(std::string_view raw, std::size_t heads = 1) {
  INFO(raw);
  test::WorkspaceFixture f = test::workspaceOf(raw);
  CHECK(found(f, true) == f.marks);
  CHECK(found(f, false).size() == f.marks.size() - heads);
}

/// Of the file: «text» read, «text!» written.
std::vector<std::string> highlights(std::string_view raw) {
  test::WorkspaceFixture f = test::workspaceOf(raw);
  std::vector<std::string> out;
  for (const features::Highlight& h : features::highlights(f.view, *f.file, f.cursor))
    out.push_back(f.file->text.slice(h.span) + (h.writes ? "!" : ""));
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a touchpoint's references are in its journey", "[features][references]") {
  expectReferences(R"(
    Journey: A
      Touchpoint: ⟦Que$0ue⟧
        Next [again]: ⟦queue⟧
      Touchpoint: Queue
        Next: ⟦Queue⟧
    Journey: B
      Touchpoint: Queue
        Next: Queue
  )");
  // Nothing leads to the second of that title.
  expectReferences("Touchpoint: Q\nTouchpoint: ⟦$0Q⟧\nNext: Q\n");
  // The same nothing.
  expectReferences("Touchpoint: T\nNext: ⟦$0Gone⟧\nTouchpoint: U\nNext: ⟦gone⟧\n", 0);
}

TEST_CASE("a library's persona is referred to from every file", "[features][references]") {
  std::string_view raw = R"(
    //- /a.journey
    Journey: A
    Persona: ⟦Emma⟧
    Touchpoint: T
      Emotion [⟦Emma⟧]: glad
    //- /b.journey
    Journey: B
    Persona: Emma
      Need: her own
    Touchpoint: T
      Emotion [Emma]: glad
    Journey: C
    Touchpoint: T
      Emotion [⟦emma⟧]: glad
    //- /library.journey
    Persona: ⟦$0Emma⟧
      Quote [⟦Emma⟧]: q
  )";
  expectReferences(raw);
  std::string from(raw);
  from.erase(from.find("$0"), 2);
  from.insert(from.find("⟦emma") + std::string("⟦").size() + 2, "$0");
  expectReferences(from);
}

TEST_CASE("a persona of one's own stays in the journey", "[features][references]") {
  expectReferences(R"(
    //- /b.journey
    Journey: B
    Persona: ⟦Emma⟧
      Need: her own
    Touchpoint: T
      Emotion [⟦Em$0ma⟧]: glad
    Journey: C
    Touchpoint: T
      Emotion [Emma]: glad
    //- /library.journey
    Persona: Emma
      Need: n
  )");
  expectReferences(R"(
    Persona: ⟦Emma⟧
      Need: the file's
    Journey: B
    Persona: ⟦Emma⟧
    Touchpoint: T
      Emotion [⟦Em$0ma⟧]: glad
  )",
                   2);
}

TEST_CASE("channels and owners count for the workspace", "[features][references]") {
  expectReferences(R"(
    //- /a.journey
    Touchpoint: T
      Channel: ⟦$0App⟧, Till
    //- /b.journey
    Touchpoint: App
      Channel: Till,⟦app⟧ ,App store
      Opportunity: o
        Owner: App
  )",
                   0);
}

TEST_CASE("lanes count for the file", "[features][references]") {
  expectReferences(R"(
    //- /a.journey
    Journey: J
      Lane: ⟦Backstage⟧
    Touchpoint: T
      ⟦BACKSTAGE⟧: a
    Journey: K
    Touchpoint: T
      ⟦Back$0stage⟧ [q]: b
    //- /b.journey
    Journey: J
      Lane: Backstage
  )");
}

TEST_CASE("a project's settings are references too", "[features][references]") {
  expectReferences(R"(
    //- /journey.json
    {"channels": [⟦"App"⟧], "owners": ["App"]}
    //- /a.journey
    Touchpoint: T
      Channel: ⟦App$0⟧
  )");
}

TEST_CASE("what leads to the same file", "[features][references]") {
  expectReferences(R"(
    //- /a.journey
    Note: ⟦b/c$0.journey⟧ and c.journey
    //- /b/c.journey
    Note: ⟦../b/c.journey⟧ is this file, as ⟦c.journey⟧ is
  )",
                   0);
}

TEST_CASE("highlights tell where a name is given", "[features][references]") {
  CHECK(highlights("Touchpoint: A\nNext: B\nTouchpoint: $0B\nNext: b\n") == Lines{"B", "B!", "b"});
  CHECK(highlights("//- /l.journey\nPersona: E\n Need: n\n//- /m.journey\nJourney: J\nPersona: "
                   "E$0\nTouchpoint: T\nQuote [E]: q\n") == Lines{"E", "E"});
  CHECK(highlights("Journey: J\n$0\n").empty());
  CHECK(highlights("Note: a$0.journey\n").empty());
}
