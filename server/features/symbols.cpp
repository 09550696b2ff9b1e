#include "features/symbols.hpp"

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

/// From a block's head to its last entry.
Span spanOf(const model::Map& map, model::BlockIndex i) {
  const model::Block& block = map.block(i);
  return map.absolute(i, {block.head().whole.start, block.entries.back().whole.end});
}

void close(Symbol& symbol) {
  for (const Symbol& child : symbol.children) symbol.span = text::cover(symbol.span, child.span);
}

}  // namespace

std::vector<Symbol> symbols(const workspace::Snapshot& snapshot) {
  const model::Map& map = snapshot.map;
  std::vector<Symbol> out;
  for (const model::Journey& journey : map.journeys) {
    std::vector<Symbol> inner;
    for (model::BlockIndex i : journey.personas) inner.push_back(symbolOf(map, {i, 0}, spanOf(map, i)));
    for (const model::Phase& phase : journey.phases) {
      std::vector<Symbol> touchpoints;
      for (model::BlockIndex i : phase.touchpoints) {
        const model::Block& block = map.block(i);
        Symbol touchpoint = symbolOf(map, {i, 0}, spanOf(map, i));
        for (const model::Emotion& emotion : block.emotions)
          if (!emotion.emoji.empty()) {
            touchpoint.detail = emotion.emoji;
            break;
          }
        for (const model::Opportunity& opportunity : block.opportunities) {
          auto head = static_cast<std::uint32_t>(opportunity.entries.front());
          Span span{block.entries[head].whole.start, block.entries[opportunity.entries.back()].whole.end};
          touchpoint.children.push_back(symbolOf(map, {i, head}, map.absolute(i, span)));
        }
        touchpoints.push_back(std::move(touchpoint));
      }
      if (phase.head == model::noBlock) {
        for (Symbol& touchpoint : touchpoints) inner.push_back(std::move(touchpoint));
        continue;
      }
      Symbol symbol = symbolOf(map, {phase.head, 0}, spanOf(map, phase.head));
      symbol.children = std::move(touchpoints);
      close(symbol);
      inner.push_back(std::move(symbol));
    }
    if (journey.head == model::noBlock) {
      for (Symbol& symbol : inner) out.push_back(std::move(symbol));
      continue;
    }
    Symbol symbol = symbolOf(map, {journey.head, 0}, spanOf(map, journey.head));
    symbol.children = std::move(inner);
    close(symbol);
    out.push_back(std::move(symbol));
  }
  return out;
}

}  // namespace journey::features
