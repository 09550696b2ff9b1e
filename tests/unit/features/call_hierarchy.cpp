#include "features/call_hierarchy.hpp"

#include "support/workspace_fixture.hpp"

using namespace journey;

namespace {

using Lines = std::vector<std::string>;

std::string at(std::string_view raw) {
  test::WorkspaceFixture f = test::workspaceOf(raw);
  auto found = features::touchpointAt(f.view, *f.file, f.cursor);
  return found ? test::placed(*found->file, found->name->span) : "";
}

Lines listed(const test::WorkspaceFixture& f, const std::vector<features::Way>& ways) {
  Lines out;
  for (const features::Way& way : ways) {
    std::string line = way.other.name->text + ":";
    for (text::Span span : way.spans)
      line += " " + std::to_string(f.file->text.lineOf(span.start) + 1) + " " +
              f.file->text.slice(span);
    out.push_back(line);
  }
  return out;
}

Lines from(std::string_view raw) {
  test::WorkspaceFixture f = test::workspaceOf(raw);
  return listed(f, features::waysFrom(*features::touchpointAt(f.view, *f.file, f.cursor)));
}

Lines to(std::string_view raw) {
  test::WorkspaceFixture f = test::workspaceOf(raw);
  return listed(f, features::waysTo(*features::touchpointAt(f.view, *f.file, f.cursor)));
}

}  // namespace

TEST_CASE("the touchpoint at a place", "[features][call-hierarchy]") {
  CHECK(at("Touchpoint: $0T\n") == "/map.journey 1: “T”");
  CHECK(at("$0Touchpoint: T\n") == "/map.journey 1: “T”");
  CHECK(at("Touchpoint: T\n  Note: $0n\nTouchpoint: U\n") == "/map.journey 1: “T”");
  CHECK(at("Touchpoint: T\nTouchpoint: U\n  Next: $0t\n") == "/map.journey 1: “T”");
  CHECK(at("Touchpoint: U\n  Next: $0Nowhere\n").empty());
  CHECK(at("Journey: $0J\nTouchpoint: U\n").empty());
}

TEST_CASE("where a touchpoint leads", "[features][call-hierarchy]") {
  // Without a Next, or with conditions only, the ordinary way is open too.
  CHECK(from("Touchpoint: $0A\nPhase: P\nTouchpoint: B\n") == Lines{"B: 1 A"});
  CHECK(from("Touchpoint: $0A\nNext [x]: C\nNext [y]: c\nTouchpoint: B\nTouchpoint: C\n") ==
        Lines{"C: 2 C 3 c", "B: 1 A"});
  CHECK(from("Touchpoint: $0A\nNext: C\nTouchpoint: B\nTouchpoint: C\n") == Lines{"C: 2 C"});
  CHECK(from("Touchpoint: $0A\nNext: Nowhere\nTouchpoint: B\n").empty());
  CHECK(from("Touchpoint: A\nTouchpoint: $0B\nJourney: J\nTouchpoint: C\n").empty());
  // The title of a twin leads to the first.
  CHECK(from("Touchpoint: A\nTouchpoint: A\nTouchpoint: B$0\nNext: A\n") == Lines{"A: 4 A"});
}

TEST_CASE("what leads to a touchpoint", "[features][call-hierarchy]") {
  CHECK(to("Touchpoint: A\nTouchpoint: $0B\nTouchpoint: C\nNext [x]: B\nNext: b\n") ==
        Lines{"A: 1 A", "C: 4 B 5 b"});
  CHECK(to("Touchpoint: A\nNext: C\nTouchpoint: $0B\nTouchpoint: C\n").empty());
}

TEST_CASE("loops and self-references", "[features][call-hierarchy]") {
  CHECK(from("Touchpoint: $0A\nNext: A\n") == Lines{"A: 2 A"});
  CHECK(to("Touchpoint: $0A\nNext: A\n") == Lines{"A: 2 A"});
  CHECK(to("Touchpoint: $0A\nNext: B\nTouchpoint: B\nNext: A\n") == Lines{"B: 4 A"});
}

TEST_CASE("a touchpoint is found again", "[features][call-hierarchy]") {
  test::WorkspaceFixture f =
      test::workspaceOf("Touchpoint: T\nJourney: A\nTouchpoint: T\nJourney: B\nTouchpoint: $0T\n");
  auto touchpoint = *features::touchpointAt(f.view, *f.file, f.cursor);
  CHECK(features::journeyTitleOf(touchpoint) == "B");
  CHECK(features::touchpointNamed(*f.file, "T", "B") == touchpoint);
  CHECK(features::touchpointNamed(*f.file, "T", "")->name->journey == 0);
  CHECK(features::touchpointNamed(*f.file, "T", "renamed")->name->journey == 0);
  CHECK_FALSE(features::touchpointNamed(*f.file, "U", "B"));
}
