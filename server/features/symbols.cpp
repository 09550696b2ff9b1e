#include "features/symbols.hpp"

#include <algorithm>

#include "lint/write.hpp"

namespace journey::features {

namespace {

using model::Construct;
using text::Span;

Symbol symbolOf(const model::Map& map, model::EntryRef ref, Span span) {
  const model::Entry& entry = map.entry(ref);
  Symbol symbol;
  symbol.construct = entry.construct;
  symbol.name = entry.text.substr(0, entry.text.find('\n'));
  if (symbol.name.empty()) symbol.name = entry.word;
  symbol.detail = entry.word;
  symbol.span = span;
  symbol.title = map.absolute(ref.block, entry.body.empty() ? entry.keyword : entry.body);
  return symbol;
}

/// From a block's head to the last line that is its own.
Symbol symbolOf(const model::Map& map, model::BlockIndex i) {
  std::uint32_t start = map.blocks[i].offset + map.block(i).head().whole.start;
  return symbolOf(map, {i, 0}, {start, lint::ownEnd(map, i)});
}

/// `children` in the order of the text, and inside the parent's span.
Symbol parent(Symbol symbol, std::vector<Symbol> children) {
  std::ranges::stable_sort(children, {}, [](const Symbol& s) { return s.span.start; });
  for (const Symbol& child : children) symbol.span = text::cover(symbol.span, child.span);
  symbol.children = std::move(children);
  return symbol;
}

Symbol touchpointSymbol(const model::Map& map, model::BlockIndex i) {
  const model::Block& block = map.block(i);
  std::vector<Symbol> opportunities;
  for (const model::Opportunity& opportunity : block.opportunities) {
    auto head = static_cast<std::uint32_t>(opportunity.entries.front());
    if (block.entries[head].place != model::Place::Block)
      continue;  // behind an entry that ended the touchpoint
    Span span{block.entries[head].whole.start, block.entries[opportunity.entries.back()].whole.end};
    opportunities.push_back(symbolOf(map, {i, head}, map.absolute(i, span)));
  }
  Symbol symbol = parent(symbolOf(map, i), std::move(opportunities));
  for (const model::Emotion& emotion : block.emotions)
    if (!emotion.emoji.empty() && block.entries[emotion.entry].place == model::Place::Block) {
      symbol.detail = emotion.emoji;
      symbol.hasFace = true;
      break;
    }
  return symbol;
}

/// Behind the journey's last entry, wherever in its blocks that stands.
std::uint32_t endOf(const model::Map& map, std::size_t journey) {
  model::BlockIndex next = journey + 1 < map.journeys.size()
                               ? map.journeys[journey + 1].head
                               : static_cast<model::BlockIndex>(map.blocks.size());
  return map.absolute(next - 1, map.block(next - 1).entries.back().whole).end;
}

}  // namespace

std::vector<Symbol> symbols(const workspace::Snapshot& snapshot) {
  const model::Map& map = snapshot.map;
  std::vector<Symbol> out;
  for (std::size_t j = 0; j < map.journeys.size(); ++j) {
    const model::Journey& journey = map.journeys[j];
    std::vector<Symbol> inner;
    for (model::BlockIndex i : journey.personas) inner.push_back(symbolOf(map, i));
    for (const model::Phase& phase : journey.phases) {
      std::vector<Symbol> touchpoints;
      for (model::BlockIndex i : phase.touchpoints) touchpoints.push_back(touchpointSymbol(map, i));
      if (phase.head == model::noBlock)
        std::ranges::move(touchpoints, std::back_inserter(inner));
      else
        inner.push_back(parent(symbolOf(map, phase.head), std::move(touchpoints)));
    }
    if (journey.head == model::noBlock) {
      std::ranges::stable_sort(inner, {}, [](const Symbol& s) { return s.span.start; });
      std::ranges::move(inner, std::back_inserter(out));
      continue;
    }
    Symbol symbol = parent(symbolOf(map, journey.head), std::move(inner));
    symbol.span.end = std::max(symbol.span.end, endOf(map, j));
    out.push_back(std::move(symbol));
  }
  return out;
}

}  // namespace journey::features
