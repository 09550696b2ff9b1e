#include "features/file_rename.hpp"

#include "support/workspace_fixture.hpp"

using namespace journey;

namespace {

using Renames = std::vector<std::pair<std::string, std::string>>;

std::string afterwards(std::string_view raw, const Renames& renames) {
  test::WorkspaceFixture f = test::workspaceOf(raw);
  std::vector<features::FileRename> moves;
  for (const auto& [from, to] : renames) moves.push_back({"file://" + from, "file://" + to});
  return test::applied(f, features::fileRenameEdits(f.view, moves));
}

void expectEdits(std::string_view before, const Renames& renames, std::string_view after) {
  INFO(before);
  CHECK(afterwards(before, renames) == test::dedented(after));
}

}  // namespace

TEST_CASE("links follow a file that is renamed", "[features][file-rename]") {
  expectEdits(R"(
    //- /a.journey
    Note: b.journey, ./b.journey and maps/../b.journey (not ab.journey)
    //- /maps/c.journey open
    Journey: See ../b.journey.
    //- /b.journey
    Note: This is b.journey
  )",
              {{"/b.journey", "/maps/new.journey"}}, R"(
    //- /a.journey
    Note: maps/new.journey, ./maps/new.journey and maps/new.journey (not ab.journey)
    //- /b.journey
    Note: This is new.journey
    //- /maps/c.journey
    Journey: See new.journey.
  )");
}

TEST_CASE("links inside a file that is moved", "[features][file-rename]") {
  expectEdits(R"(
    //- /a.journey
    Persona: P
      Image: pictures/Emma at school.png
      Image: https://example.org/a.png
      Image: /srv/a.png
      Image: data:x
    Note: b.journey
  )",
              {{"/a.journey", "/maps/deep/a.journey"}}, R"(
    //- /a.journey
    Persona: P
      Image: ../../pictures/Emma at school.png
      Image: https://example.org/a.png
      Image: /srv/a.png
      Image: data:x
    Note: ../../b.journey
  )");
  CHECK(afterwards("//- /a.journey\nNote: b.journey\nImage: p.png\n",
                   {{"/a.journey", "/renamed.journey"}})
            .empty());
}

TEST_CASE("folders take along what is in them", "[features][file-rename]") {
  std::string_view maps = R"(
    //- /a.journey
    Image: pictures/p.png
    Note: maps/b.journey maps2/b.journey
    //- /maps/b.journey
    Image: ../pictures/p.png
    Note: c.journey ../a.journey
  )";
  expectEdits(maps, {{"/maps", "/old/maps"}}, R"(
    //- /a.journey
    Image: pictures/p.png
    Note: old/maps/b.journey maps2/b.journey
    //- /maps/b.journey
    Image: ../../pictures/p.png
    Note: c.journey ../../a.journey
  )");
  expectEdits(maps, {{"/pictures/", "/images"}}, R"(
    //- /a.journey
    Image: images/p.png
    Note: maps/b.journey maps2/b.journey
    //- /maps/b.journey
    Image: ../images/p.png
    Note: c.journey ../a.journey
  )");
}

TEST_CASE("several at once, the innermost counts", "[features][file-rename]") {
  expectEdits("//- /a.journey\nNote: b.journey c.journey\n",
              {{"/b.journey", "/c.journey"}, {"/c.journey", "/b.journey"}},
              "//- /a.journey\nNote: c.journey b.journey\n");
  expectEdits("//- /a.journey\nImage: p/q/r.png\nImage: p/s.png\n", {{"/p", "/x"}, {"/p/q", "/y"}},
              "//- /a.journey\nImage: y/r.png\nImage: x/s.png\n");
}

TEST_CASE("new names that text cannot hold as they are", "[features][file-rename]") {
  // In quotes where spaces would end the link.
  expectEdits("//- /a.journey\nNote: (b.journey) «b.journey» \"b.journey\"\nImage: b.journey\n",
              {{"/b.journey", "/my%20map.journey"}},
              "//- /a.journey\nNote: (\"my map.journey\") «my map.journey» \"my "
              "map.journey\"\nImage: my map.journey\n");
  expectEdits("//- /a.journey\nNote: \"my map.journey\"\n", {{"/my%20map.journey", "/b.journey"}},
              "//- /a.journey\nNote: \"b.journey\"\n");
  CHECK(afterwards("//- /a.journey\nImage: b.png\n", {{"/b.png", "/a%0Ab.png"}}).empty());
  // As people write it, not as a URI has it.
  expectEdits("//- /a.journey\nImage: b.png\n", {{"/b.png", "/bl%C3%A5%20b%C3%A6r.png"}},
              "//- /a.journey\nImage: blå bær.png\n");
}

TEST_CASE("what is not on disk does not matter", "[features][file-rename]") {
  test::WorkspaceFixture f = test::workspaceOf("//- /a.journey\nNote: b.journey\n");
  CHECK(features::fileRenameEdits(f.view, {{"untitled:b", "untitled:c"}}).files.empty());
  CHECK(features::fileRenameEdits(f.view, {{"not a uri", "file:///c"}}).files.empty());
  CHECK(features::fileRenameEdits(f.view, {{"file:///b.journey", "file:///b.journey"}})
            .files.empty());
  CHECK(features::fileRenameEdits(f.view, {}).files.empty());
}
