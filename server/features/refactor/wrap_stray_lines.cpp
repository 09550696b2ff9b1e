// Stray lines become one note, go on with the entry above, or become comments. With a selection:
// all stray lines in it; with a cursor: the lines around it that stand together. One line alone has
// its quick fixes.
#include <algorithm>

#include "features/refactor/refactorings.hpp"

namespace journey::features {

namespace {

using locale::Message;

struct Stray {
  std::uint32_t line;
  std::uint32_t start;  // of its words, in bytes
  bool followsStray;    // on the line above
  bool hasEntryAbove;
};

std::vector<Stray> strayLines(const model::Map& map) {
  std::vector<Stray> out;
  bool entrySeen = false;
  for (const model::PlacedBlock& placed : map.blocks) {
    std::size_t entry = 0;
    for (const model::OtherLine& other : placed->others) {
      if (other.kind != model::OtherLine::Kind::Stray) continue;
      while (entry < placed->entries.size() && placed->entries[entry].line < other.line) ++entry;
      std::uint32_t line = placed.line + other.line;
      out.push_back({line, placed.offset + other.span.start,
                     !out.empty() && out.back().line + 1 == line, entrySeen || entry > 0});
    }
    entrySeen |= !placed->entries.empty();
  }
  return out;
}

std::vector<Stray> selected(const RefactorRequest& r) {
  std::vector<Stray> all = strayLines(r.snapshot.map);
  std::uint32_t first = r.snapshot.text.lineOf(r.selection.start);
  std::uint32_t last = r.snapshot.text.lineOf(r.selection.end);
  if (r.selection.empty()) {
    auto here = std::ranges::find(all, first, &Stray::line);
    if (here == all.end()) return {};
    auto begin = here;
    while (begin->followsStray) --begin;
    auto end = here + 1;
    while (end != all.end() && end->followsStray) ++end;
    all = {begin, end};
  } else {
    std::erase_if(all, [&](const Stray& s) { return s.line < first || s.line > last; });
  }
  return all.size() > 1 ? all : std::vector<Stray>{};
}

std::vector<RefactorOffer> offers(const RefactorRequest& r) {
  std::vector<Stray> lines = selected(r);
  if (lines.empty()) return {};
  std::vector<RefactorOffer> out{{{Message::refactor_wrap_note, {}}, "note", {}}};
  if (lines.front().hasEntryAbove)
    out.push_back({{Message::refactor_wrap_continuation, {}}, "continuation", {}});
  out.push_back({{Message::refactor_wrap_comment, {}}, "comment", {}});
  return out;
}

WorkspaceEdit edit(const RefactorRequest& r, const RefactorOffer& offer) {
  std::string note(locale::keyword(model::Construct::Note, r.snapshot.map.language));
  std::vector<lint::TextEdit> edits;
  for (const Stray& stray : selected(r)) {
    bool goesOn = !edits.empty() && stray.followsStray;
    std::string mark = offer.variant == "comment"                  ? "# "
                       : offer.variant == "continuation" || goesOn ? "| "
                                                                   : note + ": ";
    edits.push_back({{stray.start, stray.start}, mark});
  }
  return editHere(r, std::move(edits));
}

}  // namespace

const Refactoring refactorings::wrapStrayLines{"wrap-stray-lines", "refactor.rewrite", &offers,
                                               &edit};

}  // namespace journey::features
