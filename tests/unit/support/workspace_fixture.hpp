// Several files written as one text, as rust-analyzer has them:
//
//   //- /library.journey
//   Persona: ⟦Emma⟧
//     Need: Vegetarian food
//   //- /map.journey open
//   Journey: Lunch
//   Persona: ⟦Em$0ma⟧
//
// `$0` is the cursor, ⟦…⟧ marks places. A file that says `open` is open in the editor, with version
// 7; the others lie on disk. /journey.json holds the settings of all of them. As in findings.hpp
// the first line break and the shared indentation are not part of the text. What stands before any
// header is /map.journey, open.
#pragma once

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "features/edits.hpp"
#include "support/findings.hpp"
#include "support/fixture.hpp"
#include "workspace/view.hpp"

namespace journey::test {

/// «/map.journey 2: “Emma”», for comparing places readably.
inline std::string placed(const workspace::File& file, text::Span span) {
  return file.key + " " + std::to_string(file.text.lineOf(span.start) + 1) + ": “" +
         file.text.slice(span) + "”";
}

struct WorkspaceFixture {
  workspace::View view;
  const workspace::File* file = nullptr;  // the one with the cursor, else the first
  std::uint32_t cursor = 0;
  std::vector<std::string> marks;  // as `placed` says them, in the files' order

  const workspace::File* find(std::string_view uri) const {
    const workspace::FilePtr& settings = view.folders.front().settings;
    return settings && settings->uri == uri ? settings.get() : view.find(uri);
  }
  const workspace::File& at(std::string_view path) const {
    const workspace::File* found = find("file://" + std::string(path));
    REQUIRE(found);
    return *found;
  }
};

inline workspace::FilePtr fileOf(
    std::string uri, std::string_view text, bool isOpen = false,
    const workspace::ProjectPtr& project = workspace::defaultProject()) {
  auto snapshot = snapshotOf(text, project);
  auto facts = workspace::factsOf(snapshot->text, snapshot->map);
  text::Text content = snapshot->text;
  if (!isOpen) return workspace::makeFile(std::move(uri), content, std::move(facts));
  auto versioned = std::make_shared<workspace::Snapshot>(*snapshot);
  versioned->version = 7;
  return workspace::makeFile(std::move(uri), content, std::move(facts), versioned);
}

inline WorkspaceFixture workspaceOf(std::string_view raw) {
  WorkspaceFixture out;
  std::string source = dedented(raw);
  if (!source.starts_with("//- ")) source.insert(0, "//- /map.journey open\n");
  struct Mark {
    std::string key;
    text::Span span;
  };
  std::vector<Mark> marks;
  std::string cursorIn;
  struct Source {
    std::string path, text;
    bool isOpen;
  };
  std::vector<Source> sources;
  for (std::size_t at = 0; at < source.size();) {
    std::size_t lineEnd = source.find('\n', at);
    std::string header = source.substr(at + 4, lineEnd - at - 4);
    bool isOpen = header.ends_with(" open");
    if (isOpen) header.resize(header.size() - 5);
    std::size_t end = std::min(source.find("\n//- ", lineEnd) + 1, source.size());
    if (end == 0) end = source.size();
    std::string_view marked = std::string_view(source).substr(lineEnd + 1, end - lineEnd - 1);
    std::string text;
    std::uint32_t opened = 0;
    while (!marked.empty()) {
      auto here = static_cast<std::uint32_t>(text.size());
      auto take = [&](std::string_view mark) {
        if (!marked.starts_with(mark)) return false;
        marked.remove_prefix(mark.size());
        return true;
      };
      if (take("$0")) {
        cursorIn = header;
        out.cursor = here;
      } else if (take("⟦")) {
        opened = here;
      } else if (take("⟧")) {
        marks.push_back({header, {opened, here}});
      } else {
        text += marked.front();
        marked.remove_prefix(1);
      }
    }
    sources.push_back({header, text, isOpen});
    at = end;
  }
  workspace::ProjectPtr project = workspace::defaultProject();
  out.view.folders = {{"file:///", "maps"}};
  for (const Source& file : sources)
    if (file.path == "/journey.json") {
      project = workspace::makeProject(workspace::readProject(file.text).settings.value());
      out.view.folders[0].settings =
          workspace::makeFile("file://" + file.path, text::Text(file.text), {});
    }
  for (const Source& file : sources)
    if (file.path != "/journey.json")
      out.view.files.push_back(fileOf("file://" + file.path, file.text, file.isOpen, project));
  std::ranges::sort(out.view.files, {}, [](const auto& file) { return file->key; });
  for (const Mark& mark : marks) out.marks.push_back(placed(out.at(mark.key), mark.span));
  std::ranges::sort(out.marks);
  out.file = cursorIn.empty() ? out.view.files.front().get() : &out.at(cursorIn);
  return out;
}

/// The files that an edit changes, as they are then, with headers. Checks that an editor could do
/// it: versions of open files, edits apart and inside the text.
inline std::string applied(const WorkspaceFixture& fixture, const features::WorkspaceEdit& edit) {
  std::string out;
  std::vector<std::tuple<std::string, std::string>> files;
  for (const features::FileEdits& change : edit.files) {
    const workspace::File* file = fixture.find(change.uri);
    REQUIRE(file);
    CHECK(text::sameBytes(file->text, change.text));
    CHECK(change.version ==
          (file->snapshot ? std::optional(file->snapshot->version) : std::nullopt));
    auto snapshot = snapshotOf(file->text.str());
    files.emplace_back(file->key, applied(*snapshot, lint::Fix{{}, {}, change.edits}));
  }
  for (const auto& [key, text] : files) out += "//- " + key + "\n" + text;
  return out;
}

}  // namespace journey::test
