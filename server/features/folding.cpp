#include "features/folding.hpp"

#include <algorithm>

#include "features/symbols.hpp"

namespace journey::features {

namespace {

using model::Construct;

/// «Touchpoints: 3», in the map's language.
std::string counted(Construct construct, std::size_t count, locale::Language language) {
  if (count == 0) return {};
  return std::string(locale::plural(construct, language)) + ": " + std::to_string(count);
}

std::size_t childrenOf(const Symbol& symbol, Construct construct) {
  return static_cast<std::size_t>(
      std::ranges::count(symbol.children, construct, &Symbol::construct));
}

/// What a folded block holds, in few words.
std::string summaryOf(const Symbol& symbol, locale::Language language) {
  switch (symbol.construct) {
    case Construct::Journey:
      return counted(Construct::Phase, childrenOf(symbol, Construct::Phase), language);
    case Construct::Phase:
      return counted(Construct::Touchpoint, childrenOf(symbol, Construct::Touchpoint), language);
    case Construct::Touchpoint: {
      std::string opportunities =
          counted(Construct::Opportunity, childrenOf(symbol, Construct::Opportunity), language);
      // Its detail is a face, if somebody felt something.
      if (!symbol.hasFace) return opportunities;
      return symbol.detail + (opportunities.empty() ? "" : " · " + opportunities);
    }
    default:
      return {};
  }
}

void addSymbols(const std::vector<Symbol>& symbols, const workspace::Snapshot& snapshot,
                std::vector<Fold>& folds) {
  for (const Symbol& symbol : symbols) {
    bool region = symbol.construct == Construct::Phase;
    folds.push_back({snapshot.text.lineOf(symbol.span.start), snapshot.text.lineOf(symbol.span.end),
                     region ? Fold::Kind::Region : Fold::Kind::Plain,
                     summaryOf(symbol, snapshot.map.language)});
    addSymbols(symbol.children, snapshot, folds);
  }
}

}  // namespace

std::vector<Fold> folds(const workspace::Snapshot& snapshot, std::size_t most) {
  std::vector<Fold> out;
  addSymbols(symbols(snapshot), snapshot, out);
  for (const model::PlacedBlock& placed : snapshot.map.blocks) {
    for (const model::Entry& entry : placed->entries)
      if (entry.lineCount > 1)
        out.push_back({placed.line + entry.line,
                       placed.line + entry.line + entry.lineCount - 1,
                       Fold::Kind::Plain,
                       {}});
    for (const model::OtherLine& other : placed->others) {
      if (other.kind != model::OtherLine::Kind::Comment) continue;
      std::uint32_t line = placed.line + other.line;
      if (!out.empty() && out.back().kind == Fold::Kind::Comment && out.back().last + 1 == line)
        out.back().last = line;
      else
        out.push_back({line, line, Fold::Kind::Comment, {}});
    }
  }
  std::erase_if(out, [](const Fold& f) { return f.last <= f.first; });
  std::ranges::sort(out, [](const Fold& a, const Fold& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  // One fold a line, the largest: a head with continuation lines folds with its block.
  auto [rest, end] = std::ranges::unique(out, {}, &Fold::first);
  out.erase(rest, end);
  if (out.size() > most) {
    auto size = [](const Fold& f) { return f.last - f.first; };
    std::ranges::stable_sort(out, std::ranges::greater{}, size);
    out.resize(most);
    std::ranges::sort(out, {}, &Fold::first);
  }
  return out;
}

}  // namespace journey::features
