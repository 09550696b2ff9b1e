#include "features/links.hpp"

#include "support/workspace_fixture.hpp"

using namespace journey;

namespace {

using Lines = std::vector<std::string>;

Lines links(std::string_view raw) {
  test::WorkspaceFixture f = test::workspaceOf(raw);
  Lines out;
  for (const features::DocumentLink& link : features::documentLinks(f.view, *f.file))
    out.push_back(f.file->text.slice(link.span) + " → " + link.target + ": " +
                  locale::say(link.tooltip, locale::Language::En, link.arguments));
  return out;
}

}  // namespace

TEST_CASE("addresses, images and maps", "[features][links]") {
  CHECK(links(R"(
    //- /maps/a.journey
    Persona: P
      Image: ../pictures/Emma 1.png
      Image: https://example.org/e.png
    Journey: See b.journey and gone.journey, https://example.org.
    //- /maps/b.journey
    Journey: Buying
      | lunch
  )") == Lines{"../pictures/Emma 1.png → file:///pictures/Emma%201.png: Open the image",
               "https://example.org/e.png → https://example.org/e.png: Open the page",
               "b.journey → file:///maps/b.journey: Open the map “Buying lunch”",
               "gone.journey → file:///maps/gone.journey: Open the map “gone.journey”",
               "https://example.org → https://example.org: Open the page"});
}

TEST_CASE("nothing leaves the computer unasked", "[features][links]") {
  CHECK(links("Persona: P\nImage: //server/share/a.png\nImage: \\\\server\\share\\a.png\nImage: "
              "data:image/png;base64,AAAA\nImage: file:///a.png\nImage: c:\\a.png\n")
            .empty());
  CHECK(links("Persona: P\nImage: /pictures/a.png\n") ==
        Lines{"/pictures/a.png → file:///pictures/a.png: Open the image"});
}

TEST_CASE("a document that is nowhere has no neighbours", "[features][links]") {
  auto untitled =
      test::fileOf("untitled:Untitled-1", "Image: a.png\nNote: b.journey https://example.org\n");
  workspace::View view;
  view.files = {untitled};
  CHECK(features::documentLinks(view, *untitled).size() == 1);
}
