// The owner of documents, folders and maps on disk: what it says after things happened.
#include "workspace/workspace.hpp"

#include <catch2/catch_test_macros.hpp>

#include "workspace/map_file.hpp"
#include "workspace/uri.hpp"

using namespace journey;
using workspace::FilePtr;
using workspace::Workspace;

namespace {

FilePtr onDisk(std::string_view path, std::string_view content) {
  text::Text text(content);
  model::Map map =
      model::readMap(text, syntax::parse(text), workspace::defaultProject()->conventions);
  workspace::Facts facts = workspace::factsOf(text, map);
  return workspace::makeFile(workspace::uriOf(std::string(path)), std::move(text),
                             std::move(facts));
}

std::vector<std::string> keys(const Workspace& w) {
  std::vector<std::string> out;
  for (const FilePtr& file : w.view()->files) out.push_back(file->key);
  return out;
}

std::size_t count(const Workspace& w, const std::string& uri, std::string_view rule) {
  std::size_t n = 0;
  for (const auto& placed : w.document(uri)->snapshot->findings())
    n += placed.finding->rule->id == rule;
  return n;
}

void type(Workspace& w, const std::string& uri, std::string_view text, std::int64_t version) {
  workspace::EditedText edited(w.document(uri)->snapshot->text);
  edited.replace({0, edited.text().size()}, text);
  w.edit(uri, edited, version);
}

using Paths = std::vector<std::string>;
const std::string lunch = "file:///m/lunch.journey";

}  // namespace

TEST_CASE("an open document stands for the file on disk", "[workspace]") {
  Workspace w;
  w.addFolder({"file:///m", "maps"}, "/m");
  w.put(onDisk("/m/lunch.journey", "Journey: On disk\n"));
  w.put(onDisk("/m/other.journey", "Journey: Other\n"));
  w.open("file:///m/%6cunch.journey", text::Text("Journey: Open\n"), 3);
  CHECK(keys(w) == Paths{"/m/lunch.journey", "/m/other.journey"});
  const workspace::View view = *w.view();
  const workspace::File* file = view.find(lunch);
  REQUIRE(file);
  CHECK(file->facts->names.front().text == "Open");
  CHECK(file->snapshot->version == 3);
  CHECK(file->uri == "file:///m/%6cunch.journey");  // as the client writes it

  CHECK(w.close("file:///m/%6cunch.journey"));
  CHECK_FALSE(w.close("file:///m/%6cunch.journey"));
  CHECK(w.view()->find(lunch)->facts->names.front().text == "On disk");
}

TEST_CASE("a view stays as it was", "[workspace]") {
  Workspace w;
  w.open(lunch, text::Text("Journey: One\n"), 1);
  workspace::View before = *w.view();
  type(w, lunch, "Journey: Two\n", 2);
  CHECK(before.find(lunch)->facts->names.front().text == "One");
  CHECK(w.view()->find(lunch)->facts->names.front().text == "Two");
}

TEST_CASE("a folder that goes takes its maps along, but not those of a folder inside another",
          "[workspace]") {
  Workspace w;
  w.addFolder({"file:///m", "m"}, "/m");
  w.addFolder({"file:///m/sub", "sub"}, "/m/sub");
  w.put(onDisk("/m/a.journey", "Journey: A\n"));
  w.put(onDisk("/m/sub/b.journey", "Journey: B\n"));
  w.removeFolder("file:///m");
  CHECK(keys(w) == Paths{"/m/sub/b.journey"});
  w.removeFolder("file:///nowhere");
  w.removeFolder("file:///m/sub");
  CHECK(keys(w).empty());
}

TEST_CASE("erasing a folder erases what is in it and nothing that is named alike", "[workspace]") {
  Workspace w;
  w.addFolder({"file:///m", "m"}, "/m");
  for (const char* path : {"/m/old/a.journey", "/m/old/deep/b.journey", "/m/older.journey"})
    w.put(onDisk(path, "Journey: A\n"));
  w.erase("/m/old");
  CHECK(keys(w) == Paths{"/m/older.journey"});
}

TEST_CASE("the innermost folder's settings hold, and the last good ones while a file is broken",
          "[workspace]") {
  Workspace w;
  w.addFolder({"file:///m", "m"}, "/m");
  w.addFolder({"file:///m/sub", "sub"}, "/m/sub");
  const std::string inner = "file:///m/sub/a.journey";
  w.open(inner, text::Text("Journey: A\n"), 1);
  w.open(lunch, text::Text("Journey: A\n"), 1);
  // Only what changes how maps are read asks for reading them again.
  CHECK_FALSE(w.setProjectFile("file:///m/sub", R"({"rules": {"no-persona": "off"}})"));
  CHECK(w.settle());
  CHECK(count(w, inner, "no-persona") == 0);
  CHECK(count(w, lunch, "no-persona") == 1);

  CHECK_FALSE(w.setProjectFile("file:///m/sub", R"({"rules": {"no-persona": "of)"));
  CHECK_FALSE(w.folders()[1].faults.empty());
  w.settle();
  CHECK(count(w, inner, "no-persona") == 0);

  CHECK_FALSE(w.setProjectFile("file:///m/sub", std::nullopt));
  CHECK(w.folders()[1].faults.empty());
  CHECK(w.settle());
  CHECK(count(w, inner, "no-persona") == 1);
  CHECK_FALSE(w.settle());
}

TEST_CASE("the editor's settings hold where the project says nothing", "[workspace]") {
  Workspace w;
  w.addFolder({"file:///m", "m"}, "/m");
  w.open(lunch, text::Text("Journey: A\n"), 1);
  w.open("untitled:1", text::Text("Journey: A\n"), 1);
  workspace::Settings editor;
  editor.rules["no-persona"] = std::nullopt;
  w.setEditorSettings(editor);
  w.settle();
  CHECK(count(w, lunch, "no-persona") == 0);
  CHECK(count(w, "untitled:1", "no-persona") == 0);
  w.setProjectFile("file:///m", R"({"rules": {"no-persona": "error"}})");
  w.settle();
  CHECK(count(w, lunch, "no-persona") == 1);
  CHECK(count(w, "untitled:1", "no-persona") == 0);
}

TEST_CASE("libraries describe personas for everybody, open or on disk", "[workspace]") {
  Workspace w;
  w.addFolder({"file:///m", "m"}, "/m");
  w.open(lunch, text::Text("Journey: A\nPersona: Emma\n"), 1);
  CHECK(w.library()->personas.empty());
  w.put(onDisk("/m/people.journey", "Persona: Emma\n  Need: Lunch\nPersona: Bare\n"));
  CHECK(w.settle());
  CHECK(w.library()->personas.contains("emma"));
  CHECK_FALSE(w.library()->personas.contains("bare"));  // describes nobody
  CHECK(w.document(lunch)->snapshot->context.library == w.library());

  // A map with a journey is no library, and neither is the file once it got one in the editor.
  w.put(onDisk("/m/map.journey", "Journey: B\nPersona: Ola\n  Need: Quiet\n"));
  w.settle();
  CHECK_FALSE(w.library()->personas.contains("ola"));
  std::uint64_t context = w.contextSerial();
  w.open("file:///m/people.journey", text::Text("Persona: Kim\n  Need: Rest\n"), 1);
  w.settle();
  CHECK(w.library()->personas.contains("kim"));
  CHECK_FALSE(w.library()->personas.contains("emma"));
  CHECK(w.contextSerial() > context);
  type(w, "file:///m/people.journey", "Journey: J\nPersona: Kim\n  Need: Rest\n", 2);
  w.settle();
  CHECK(w.library()->personas.empty());
  w.close("file:///m/people.journey");
  w.settle();
  CHECK(w.library()->personas.contains("emma"));
}

TEST_CASE("every new snapshot has a serial of its own", "[workspace]") {
  Workspace w;
  std::uint64_t first = w.open(lunch, text::Text("Journey: A\n"), 1).serial;
  type(w, lunch, "Journey: B\n", 2);
  std::uint64_t second = w.document(lunch)->serial;
  CHECK(second > first);
  workspace::Settings editor;
  editor.rules["no-persona"] = std::nullopt;
  w.setEditorSettings(editor);
  w.settle();
  CHECK(w.document(lunch)->serial > second);
  CHECK(w.document(lunch)->snapshot->version == 2);
}

TEST_CASE("a view is made once for all who ask, until something changes", "[workspace]") {
  Workspace w;
  w.put(onDisk("/w/far.journey", "Journey: Far\n"));
  w.open("file:///w/near.journey", text::Text("Journey: Near\n"), 1);
  workspace::ViewPtr before = w.view();
  CHECK(w.view() == before);

  type(w, "file:///w/near.journey", "Journey: Nearer\n", 2);
  workspace::ViewPtr after = w.view();
  CHECK(after->find("file:///w/near.journey")->facts->names.front().text == "Nearer");
  CHECK(before->find("file:///w/near.journey")->facts->names.front().text == "Near");
  CHECK(after->find("file:///w/far.journey") == before->find("file:///w/far.journey"));

  w.close("file:///w/near.journey");
  CHECK(w.view()->files.size() == 1);
  CHECK(after->files.size() == 2);
}
