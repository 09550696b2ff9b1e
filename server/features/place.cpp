#include "features/place.hpp"

#include <algorithm>

#include "lint/journeys.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace journey::features {

namespace {

using model::Block;
using model::Construct;

}  // namespace

Place placeAt(const workspace::Snapshot& snapshot, std::uint32_t offset) {
  const model::Map& map = snapshot.map;
  offset = std::min(offset, snapshot.text.size());
  Place place;
  place.lineNumber = snapshot.text.lineOf(offset);
  place.lineStart = snapshot.text.lineStart(place.lineNumber);
  place.line = std::string(snapshot.text.line(place.lineNumber));
  place.block = map.blockAt(place.lineStart);
  if (place.lineNumber == 0 && place.line.starts_with(byteOrderMark)) {
    place.line.erase(0, byteOrderMark.size());
    place.lineStart += byteOrderMark.size();
    offset = std::max(offset, place.lineStart);
  }
  place.column = std::min(offset - place.lineStart, static_cast<std::uint32_t>(place.line.size()));
  for (const model::Entry& entry : map.block(place.block).entries)
    if (map.blocks[place.block].line + entry.line == place.lineNumber)
      place.construct = entry.construct;

  // A head on this very line opens nothing yet: what counts is the block before. Only the preamble
  // has none before it, and no head either.
  model::BlockIndex before = place.block;
  if (map.block(before).hasHead() &&
      map.blocks[before].line + map.block(before).head().line >= place.lineNumber)
    --before;
  const Block& block = map.block(before);
  place.open = block.kind;
  const model::Journey* journey = lint::journeyOf(map, before);
  bool insideJourney = journey && journey->head != model::noBlock;
  std::int16_t opportunity = -1;
  for (std::size_t e = block.hasHead() ? 1 : 0; e < block.entries.size(); ++e) {
    const model::Entry& entry = block.entries[e];
    if (map.blocks[before].line + entry.line >= place.lineNumber) break;
    if (entry.place == model::Place::Journey) {
      place.open = insideJourney ? Block::Kind::Journey : Block::Kind::Preamble;
      place.present.clear();
    }
    if (entry.opportunity >= 0 && entry.opportunity != opportunity) {
      std::erase_if(place.present,
                    [](Construct c) { return syntax::levelOf(c) == syntax::Level::Opportunity; });
    }
    opportunity = entry.opportunity;
    place.present.insert(entry.construct);
  }
  place.inOpportunity = opportunity >= 0;
  return place;
}

std::optional<model::EntryRef> entryAt(const workspace::Snapshot& snapshot, std::uint32_t offset) {
  const model::Map& map = snapshot.map;
  model::BlockIndex i = map.blockAt(offset);
  // At the very end of a line the next block may already begin.
  for (model::BlockIndex candidate : {i, i > 0 ? i - 1 : i})
    for (std::uint32_t e = 0; e < map.block(candidate).entries.size(); ++e)
      if (map.absolute(candidate, map.block(candidate).entries[e].whole).touches(offset))
        return model::EntryRef{candidate, e};
  return std::nullopt;
}

LineAt lineAt(const workspace::Snapshot& snapshot, std::uint32_t line) {
  using Kind = LineAt::Kind;
  std::string_view text = snapshot.text.line(line);
  if (line == 0 && text.starts_with(byteOrderMark)) text.remove_prefix(byteOrderMark.size());
  text.remove_prefix(leadingSpace(text));
  if (text.empty()) return {};
  if (text.starts_with('#')) return {Kind::Comment, {}};
  const model::Map& map = snapshot.map;
  model::BlockIndex i = map.blockAt(snapshot.text.lineStart(line));
  const model::PlacedBlock& placed = map.blocks[i];
  for (std::uint32_t e = 0; e < placed->entries.size(); ++e) {
    const model::Entry& entry = placed->entries[e];
    std::uint32_t first = placed.line + entry.line;
    if (line == first) return {Kind::Entry, model::EntryRef{i, e}};
    if (line > first && line < first + entry.lineCount && text.starts_with('|'))
      return {Kind::Continuation, model::EntryRef{i, e}};
  }
  return {text.starts_with('|') ? Kind::Continuation : Kind::Stray, {}};
}

std::size_t leadingSpace(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size()) {
    text::CodePoint c = text::decode(line.substr(at));
    if (!text::isSpace(c.value)) break;
    at += c.length;
  }
  return at;
}

}  // namespace journey::features
