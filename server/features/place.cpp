#include "features/place.hpp"

namespace journey::features {

namespace {

using model::Block;
using model::Construct;

}  // namespace

Place placeAt(const workspace::Snapshot& snapshot, std::uint32_t offset) {
  const model::Map& map = snapshot.map;
  Place place;
  place.lineNumber = snapshot.text.lineOf(offset);
  place.lineStart = snapshot.text.lineStart(place.lineNumber);
  place.line = std::string(snapshot.text.line(place.lineNumber));
  place.column = std::min(offset - place.lineStart, static_cast<std::uint32_t>(place.line.size()));
  place.block = map.blockAt(place.lineStart);
  for (const model::Entry& entry : map.block(place.block).entries)
    if (map.blocks[place.block].line + entry.line == place.lineNumber) place.construct = entry.construct;

  // A head on this very line opens nothing yet.
  model::BlockIndex before = place.block;
  bool onHead = map.block(before).hasHead() && map.blocks[before].line + map.block(before).head().line >= place.lineNumber;
  if (onHead && before > 0) --before;
  const Block& block = map.block(before);
  place.open = onHead && before == place.block ? Block::Kind::Preamble : block.kind;
  bool insideJourney = map.journeys.size() > 0 && map.journeys.front().head != model::noBlock && map.journeys.front().head <= before;
  std::int16_t opportunity = -1;
  for (const model::Entry& entry : block.entries) {
    if (map.blocks[before].line + entry.line >= place.lineNumber) break;
    if (entry.place == model::Place::Journey) {
      place.open = insideJourney ? Block::Kind::Journey : Block::Kind::Preamble;
      place.present.clear();
    }
    if (entry.opportunity >= 0 && entry.opportunity != opportunity) {
      std::erase_if(place.present, [](Construct c) { return syntax::levelOf(c) == syntax::Level::Opportunity; });
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
      if (map.absolute(candidate, map.block(candidate).entries[e].whole).touches(offset)) return model::EntryRef{candidate, e};
  return std::nullopt;
}

}  // namespace journey::features
