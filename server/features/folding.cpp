#include "features/folding.hpp"

#include <algorithm>

#include "features/symbols.hpp"

namespace journey::features {

namespace {

void addSymbols(const std::vector<Symbol>& symbols, const text::Text& text,
                std::vector<Fold>& folds) {
  for (const Symbol& symbol : symbols) {
    folds.push_back({text.lineOf(symbol.span.start), text.lineOf(symbol.span.end)});
    addSymbols(symbol.children, text, folds);
  }
}

}  // namespace

std::vector<Fold> folds(const workspace::Snapshot& snapshot) {
  std::vector<Fold> out;
  addSymbols(symbols(snapshot), snapshot.text, out);
  for (const model::PlacedBlock& placed : snapshot.map.blocks) {
    for (const model::Entry& entry : placed->entries)
      if (entry.lineCount > 1)
        out.push_back({placed.line + entry.line, placed.line + entry.line + entry.lineCount - 1});
    for (const model::OtherLine& other : placed->others) {
      if (other.kind != model::OtherLine::Kind::Comment) continue;
      std::uint32_t line = placed.line + other.line;
      if (!out.empty() && out.back().comment && out.back().last + 1 == line)
        out.back().last = line;
      else
        out.push_back({line, line, true});
    }
  }
  std::erase_if(out, [](const Fold& f) { return f.last <= f.first; });
  std::ranges::sort(out, [](const Fold& a, const Fold& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  // One fold a line, the largest: a head with continuation lines folds with its block.
  auto [rest, end] = std::ranges::unique(out, {}, &Fold::first);
  out.erase(rest, end);
  return out;
}

}  // namespace journey::features
