#include "features/rename.hpp"

#include <algorithm>

#include "features/names.hpp"
#include "syntax/tree.hpp"
#include "text/json.hpp"
#include "text/unicode.hpp"

namespace journey::features {

namespace {

using locale::Message;
using text::Span;
using workspace::File;
using workspace::Name;
using workspace::View;
using Kind = Name::Kind;

/// A row's name is read as a keyword: nullopt if it can be one, else what stands against it.
std::optional<RenameProblem> problemAsLane(const std::string& name) {
  text::Text entry(name + ": …");
  std::vector<syntax::Line> lines = syntax::parse(entry).lines({0, entry.size()});
  if (lines.size() == 1 && lines[0].kind == syntax::Line::Kind::Entry &&
      entry.slice(lines[0].keyword) == name) {
    if (lines[0].construct == syntax::Construct::Unknown) return std::nullopt;
    return RenameProblem{Message::rename_keyword, {{"name", name}}};
  }
  // Else a bar or # stands in front.
  std::size_t wrong = name.find_first_of(":[");
  return RenameProblem{Message::rename_character,
                       {{"character", std::string(1, name[wrong == name.npos ? 0 : wrong])}}};
}

std::optional<RenameProblem> problemOf(Kind kind, const std::string& name) {
  // A [qualifier] ends at its bracket; a comma separates several.
  std::string_view excluded = kind == Kind::Persona                          ? "]"
                              : kind == Kind::Channel || kind == Kind::Owner ? ",;"
                                                                             : "";
  if (std::size_t at = name.find_first_of(excluded); at != name.npos)
    return RenameProblem{Message::rename_character, {{"character", std::string(1, name[at])}}};
  return kind == Kind::Lane ? problemAsLane(name) : std::nullopt;
}

/// True if something else has the new name where the old one counts: the two would become one.
bool isTaken(const View& view, const Meaning& meaning, const std::vector<NameAt>& places,
             const std::string& folded) {
  // Channels and owners are words: two spellings of one are meant to be made alike. Phases,
  // journeys and opportunities are not referred to by name.
  if (meaning.kind != Kind::Touchpoint && meaning.kind != Kind::Persona &&
      meaning.kind != Kind::Lane)
    return false;
  // References to nothing find something.
  if (meaning.kind != Kind::Lane && meaning.file && meaning.head < 0) return false;
  if (meaning.kind == Kind::Lane && folded != meaning.folded) {
    // A row of the project's settings is seen from all its files.
    Meaning other{Kind::Lane, folded, nullptr,
                  meaning.file ? view.folderOf(*meaning.file) : meaning.folder};
    if (!settingsOf(view, other).empty()) return true;
  }
  auto has = [&](const File& file, auto fits) {
    return std::ranges::any_of(file.facts->names, [&](const Name& name) {
      return name.kind == meaning.kind && name.declares && name.folded == folded && fits(name) &&
             std::ranges::find(places, NameAt{&file, &name}) == places.end();
    });
  };
  auto any = [](const Name&) { return true; };
  if (meaning.kind == Kind::Lane)
    return meaning.file
               ? has(*meaning.file, any)
               : std::ranges::any_of(places, [&](NameAt at) { return has(*at.file, any); });
  if (meaning.kind == Kind::Touchpoint) {
    const Name& head = meaning.file->facts->names[static_cast<std::size_t>(meaning.head)];
    return has(*meaning.file, [&](const Name& name) { return name.journey == head.journey; });
  }
  const Name* own =
      meaning.file ? &meaning.file->facts->names[static_cast<std::size_t>(meaning.head)] : nullptr;
  // A head without entries may begin to refer to a library.
  if (!(own && own->bare) && folded != meaning.folded && isInLibrary(view, folded)) return true;
  if (own) {
    std::uint32_t journey = own->journey;
    bool everywhere = meaning.file->facts->hasPreamble;
    return has(*meaning.file, [&](const Name& name) {
      return name.journey == journey || (everywhere && (journey == 0 || name.journey == 0));
    });
  }
  // In a library: of files that do not name the persona, only those count that would mean it now.
  return std::ranges::any_of(view.files, [&](const workspace::FilePtr& file) {
    bool names = std::ranges::find(places, file.get(), &NameAt::file) != places.end();
    return has(*file, [&](const Name& name) { return names || name.bare; });
  });
}

/// Writes a name in place of another. Comments and blank lines between a title and its continuation
/// lines stay; the continuation lines were part of the title and go.
void replaceName(const text::Text& text, Span span, const std::string& name,
                 std::vector<lint::TextEdit>& edits) {
  std::uint32_t line = text.lineOf(span.start);
  std::uint32_t last = text.lineOf(span.end);
  std::uint32_t lineEnd = text.lineStart(line) + static_cast<std::uint32_t>(text.line(line).size());
  Span first{span.start, std::min(span.end, lineEnd)};
  // `Touchpoint:` with its title on continuation lines alone.
  bool nothing = text::trimmed(text.slice(first)).empty();
  edits.push_back({first, (nothing ? " " : "") + name});
  while (line++ < last) {
    if (!text::trimmed(text.line(line)).starts_with('|')) continue;
    std::uint32_t start = text.lineStart(line);
    // With the line ending before it: the last line of a file may have none.
    std::uint32_t before = text.lineStart(line - 1);
    before += static_cast<std::uint32_t>(text.line(line - 1).size());
    edits.push_back({{before, start + static_cast<std::uint32_t>(text.line(line).size())}, ""});
  }
}

}  // namespace

std::optional<Renamable> prepareRename(const File& file, std::uint32_t offset) {
  auto at = nameAt(file, offset);
  if (!at) return std::nullopt;
  return Renamable{at->name->span, at->name->text};
}

std::variant<WorkspaceEdit, RenameProblem> rename(const View& view, const File& file,
                                                  std::uint32_t offset, std::string_view newName) {
  auto at = nameAt(file, offset);
  if (!at) return RenameProblem{Message::rename_impossible, {}};
  std::string name(text::trimmed(newName));
  if (name.find_first_of("\r\n") != name.npos) return RenameProblem{Message::rename_line_break, {}};
  if (name.empty()) return RenameProblem{Message::rename_empty, {}};
  Meaning meaning = meaningOf(view, *at);
  std::vector<NameAt> places = placesOf(view, meaning);
  if (std::ranges::all_of(
          places, [&](NameAt place) { return place.file->text.slice(place.name->span) == name; }))
    return RenameProblem{Message::rename_unchanged, {}};
  if (auto problem = problemOf(meaning.kind, name)) return std::move(*problem);
  if (isTaken(view, meaning, places, text::fold(name)))
    return RenameProblem{Message::rename_taken, {{"name", name}}};
  std::vector<SettingAt> settings = settingsOf(view, meaning);
  if (meaning.kind == Kind::Lane && !meaning.file && settings.empty())
    return RenameProblem{Message::rename_settings, {{"name", at->name->text}}};
  WorkspaceEdit out;
  for (NameAt place : places) {
    if (out.files.empty() || out.files.back().uri != place.file->uri) {
      FileEdits& edits = out.files.emplace_back();
      edits.uri = place.file->uri;
      edits.text = place.file->text;
      if (place.file->snapshot) edits.version = place.file->snapshot->version;
    }
    replaceName(place.file->text, place.name->span, name, out.files.back().edits);
  }
  for (const SettingAt& setting : settings) {
    if (out.files.back().uri != setting.file->uri)
      out.files.push_back({setting.file->uri, {}, setting.file->text, {}});
    std::string quoted;
    text::appendJson(quoted, name);
    out.files.back().edits.push_back({setting.span, std::move(quoted)});
  }
  return out;
}

}  // namespace journey::features
