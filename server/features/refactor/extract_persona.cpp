#include "features/refactor/extract_persona.hpp"

#include <algorithm>

#include "features/place.hpp"
#include "features/refactor/reading.hpp"
#include "features/refactor/refactorings.hpp"
#include "lint/journeys.hpp"
#include "lint/write.hpp"
#include "text/unicode.hpp"
#include "workspace/uri.hpp"

namespace journey::features {

namespace {

using locale::Message;
using model::Block;
using model::BlockIndex;

constexpr std::string_view usualName = "personas.journey";

/// True for a file that a persona can be added to without becoming part of a journey.
bool takesPersonas(const workspace::File& file) {
  return file.facts->isLibrary || file.facts->names.empty();
}

/// The language that a library is written in; an empty one takes any.
std::optional<locale::Language> languageOf(const RefactorRequest& r, const workspace::File& file) {
  if (file.facts->names.empty()) return std::nullopt;
  return model::readMap(file.text, syntax::parse(file.text), r.snapshot.map.conventions).language;
}

/// The library in the same folder: `personas.journey`, else the only one there, else a new one.
std::optional<Elsewhere> libraryFor(const RefactorRequest& r) {
  std::string usual = besideUri(r.uri, usualName);
  if (usual.empty()) return std::nullopt;
  auto elsewhere = [&](const workspace::File& file) {
    return Elsewhere{file.uri, file.text,
                     file.snapshot ? std::optional(file.snapshot->version) : std::nullopt,
                     languageOf(r, file)};
  };
  if (workspace::FilePtr file = r.find(usual))
    return takesPersonas(*file) ? std::optional(elsewhere(*file)) : std::nullopt;
  const workspace::File* only = nullptr;
  auto folder = workspace::pathOf(r.uri)->parent_path();
  for (const workspace::FilePtr& file : r.view->files) {
    auto path = workspace::pathOf(file->uri);
    if (!path || path->parent_path() != folder || !file->facts->isLibrary) continue;
    if (only) return r.createsFiles ? std::optional(Elsewhere{usual, {}, {}, {}}) : std::nullopt;
    only = file.get();
  }
  if (only) return elsewhere(*only);
  return r.createsFiles ? std::optional(Elsewhere{usual, {}, {}, {}}) : std::nullopt;
}

bool isKnown(const RefactorRequest& r, const Elsewhere& library, std::string_view folded) {
  workspace::FilePtr file = r.find(library.uri);
  return file && std::ranges::any_of(file->facts->names, [&](const workspace::Name& name) {
           return name.kind == workspace::Name::Kind::Persona && name.declares && !name.bare &&
                  name.folded == folded;
         });
}

std::vector<RefactorOffer> offers(const RefactorRequest& r) {
  const model::Map& map = r.snapshot.map;
  BlockIndex here = map.blockAt(r.selection.start);
  // A file of personas only is a library already.
  bool inMap = std::ranges::any_of(map.journeys, [](const model::Journey& j) {
    return j.head != model::noBlock || !j.phases.empty();
  });
  if (!inMap || !describesPersona(r.snapshot, here)) return {};
  auto library = libraryFor(r);
  if (!library) return {};
  locale::Arguments arguments{{"name", lint::oneLine(map.block(here).title())},
                              {"file", fileName(library->uri)}};
  RefactorOffer offer{{Message::refactor_extract_persona, arguments}, {}, {}};
  if (isKnown(r, *library, map.block(here).foldedTitle))
    offer.disabled = {Message::refactor_extract_known, arguments};
  return {offer};
}

WorkspaceEdit edit(const RefactorRequest& r, const RefactorOffer&) {
  return extractPersona(r.snapshot, r.uri, r.snapshot.map.blockAt(r.selection.start),
                        *libraryFor(r));
}

}  // namespace

bool describesPersona(const workspace::Snapshot& snapshot, BlockIndex index) {
  const Block& block = snapshot.map.block(index);
  return block.kind == Block::Kind::Persona && block.isNamed() && block.entries.size() > 1 &&
         block.entries[1].place == model::Place::Block;
}

WorkspaceEdit extractPersona(const workspace::Snapshot& snapshot, const std::string& uri,
                             BlockIndex persona, const Elsewhere& library) {
  const text::Text& text = snapshot.text;
  const model::Map& map = snapshot.map;
  const model::Entry& head = map.block(persona).head();
  std::uint32_t first = map.blocks[persona].line + head.line;
  std::uint32_t own = first + head.lineCount;
  std::uint32_t last = text.lineOf(lint::ownEnd(map, persona));

  std::string moved;
  for (std::uint32_t line = first; line <= last; ++line) {
    std::string_view words = text.line(line);
    if (line == 0 && words.starts_with(byteOrderMark)) words.remove_prefix(byteOrderMark.size());
    (moved += words) += '\n';
  }
  WorkspaceEdit out;
  out.files.push_back({uri,
                       snapshot.version,
                       text,
                       {lint::deleteLines(text, {text.lineStart(own), text.lineStart(last)})}});
  if (!library.text) {
    if (!readsAs(moved, map.language, map.conventions))
      moved.insert(0, languageLine(map.language) + '\n');
    out.created.push_back({library.uri, withLineEnding(moved, lint::lineEnding(text))});
    return out;
  }
  const text::Text& there = *library.text;
  if (library.language && *library.language != map.language)
    moved = withKeywordsOf(moved, map.language, *library.language, map.conventions);
  if (there.str().find_first_not_of("\r\n \t") != std::string::npos)
    moved.insert(0, there.line(there.lineCount() - 1).empty() ? "\n" : "\n\n");
  out.files.push_back(
      {library.uri,
       library.version,
       there,
       {{{there.size(), there.size()}, withLineEnding(moved, lint::lineEnding(there))}}});
  return out;
}

const Refactoring refactorings::extractPersona{"extract-persona", "refactor.extract", &offers,
                                               &edit};

}  // namespace journey::features
