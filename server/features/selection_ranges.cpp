#include "features/selection_ranges.hpp"

#include <algorithm>

#include "features/place.hpp"
#include "features/symbols.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace journey::features {

namespace {

using text::Span;

/// The word that touches a column of a line; empty if none does.
Span wordAt(std::string_view line, std::uint32_t column) {
  Span word;
  std::uint32_t at = 0;
  bool open = false;
  auto isWord = [](char32_t c) { return text::isWordCharacter(c) || c == '\'' || c == 0x2019; };
  while (at < line.size()) {
    text::CodePoint c = text::decode(line.substr(at));
    if (isWord(c.value)) {
      if (!open) word = {at, at};
      open = true;
      word.end = at + c.length;
    } else {
      if (open && word.touches(column)) return word;
      open = false;
    }
    at += c.length;
  }
  return open && word.touches(column) ? word : Span{column, column};
}

/// The spans of the outline that hold an offset.
void addSymbols(const std::vector<Symbol>& symbols, std::uint32_t offset, std::vector<Span>& out) {
  for (const Symbol& symbol : symbols)
    if (symbol.span.touches(offset)) {
      out.push_back(symbol.span);
      addSymbols(symbol.children, offset, out);
    }
}

/// The parts of an entry, and the whole of it.
void addEntry(const workspace::Snapshot& s, model::EntryRef ref, std::vector<Span>& out) {
  const model::Entry& entry = s.map.entry(ref);
  Span body = entry.body;
  for (Span part :
       {entry.keyword, entry.qualifier, body, Span{body.start, entry.whole.end}, entry.whole})
    out.push_back(s.map.absolute(ref.block, part));
  if (entry.qualifier.empty()) return;
  // With its brackets: nothing but blanks stands between.
  std::uint32_t start = s.map.absolute(ref.block, entry.keyword).start;
  std::string head = s.text.slice({start, s.map.absolute(ref.block, body).start});
  std::size_t open = head.find('[', entry.keyword.size());
  std::size_t close = head.find(']', open);
  if (open != head.npos && close != head.npos)
    out.push_back(
        {start + static_cast<std::uint32_t>(open), start + static_cast<std::uint32_t>(close) + 1});
}

}  // namespace

std::vector<Span> selectionRanges(const workspace::Snapshot& snapshot, std::uint32_t offset) {
  offset = std::min(offset, snapshot.text.size());
  std::uint32_t line = snapshot.text.lineOf(offset);
  std::uint32_t lineStart = snapshot.text.lineStart(line);
  std::string_view bytes = snapshot.text.line(line);

  std::vector<Span> candidates;
  candidates.push_back(wordAt(bytes, offset - lineStart).shifted(lineStart));
  // What stands on the line, and what stands behind its # or |.
  auto spanOf = [&](std::string_view part) {
    auto start = lineStart + static_cast<std::uint32_t>(part.data() - bytes.data());
    return Span{start, start + static_cast<std::uint32_t>(part.size())};
  };
  std::string_view said = text::trimmed(bytes);
  candidates.push_back(spanOf(said));
  if (said.starts_with('#') || said.starts_with('|'))
    candidates.push_back(spanOf(text::trimmed(said.substr(1))));
  if (auto ref = entryAt(snapshot, offset)) addEntry(snapshot, *ref, candidates);
  addSymbols(symbols(snapshot), offset, candidates);
  candidates.push_back({0, snapshot.text.size()});

  // The smallest first; what does not hold the one before crosses it and is left out.
  std::ranges::stable_sort(candidates, {}, &Span::size);
  std::vector<Span> out;
  for (Span span : candidates) {
    if (!span.touches(offset) || span.empty()) continue;
    if (!out.empty() && (out.back() == span || text::cover(out.back(), span) != span)) continue;
    out.push_back(span);
  }
  if (out.empty()) out.push_back({0, snapshot.text.size()});
  return out;
}

}  // namespace journey::features
