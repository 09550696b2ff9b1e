#include "features/linked_editing.hpp"

#include <algorithm>

#include "features/place.hpp"
#include "lint/journeys.hpp"

namespace journey::features {

namespace {

using model::BlockIndex;
using model::Construct;

}  // namespace

LinkedEditing linkedEditing(const workspace::Snapshot& snapshot, std::uint32_t offset) {
  const model::Map& map = snapshot.map;
  auto ref = entryAt(snapshot, offset);
  if (!ref || ref->entry != 0 || !map.block(ref->block).hasHead()) return {};
  const model::Block& named = map.block(ref->block);
  const model::Entry& head = named.head();
  if (head.lineCount > 1 || head.body.empty() ||
      !map.absolute(ref->block, head.body).touches(offset))
    return {};

  const model::Journey* journey = lint::journeyOf(map, ref->block);
  bool persona = named.kind == model::Block::Kind::Persona;
  if (!journey || (!persona && named.kind != model::Block::Kind::Touchpoint)) return {};
  auto sameTitle = [&](BlockIndex i) { return map.block(i).foldedTitle == named.foldedTitle; };

  LinkedEditing out;
  if (persona) {
    // One person in all journeys of the file: other maps of her are linked too, but a second
    // persona of her name in one journey is somebody else.
    for (const model::Journey& j : map.journeys)
      if (std::ranges::count_if(lint::personasOf(map, j), sameTitle) > 1) return {};
    for (BlockIndex i = 0; i < map.blocks.size(); ++i) {
      const model::Block& block = map.block(i);
      if (block.kind == model::Block::Kind::Persona && block.head().text == head.text &&
          block.head().lineCount == 1)
        out.spans.push_back(map.absolute(i, block.head().body));
      if (block.mentions.empty()) continue;
      for (const model::Entry& entry : block.entries)
        if (syntax::mayNamePersona(entry.construct) && entry.qualifierText == head.text)
          out.spans.push_back(map.absolute(i, entry.qualifier));
    }
    out.pattern = "[^\\]\\r\\n]+";
  } else {
    std::vector<BlockIndex> touchpoints = lint::touchpointsOf(*journey);
    if (std::ranges::count_if(touchpoints, sameTitle) > 1) return {};
    out.spans.push_back(map.absolute(ref->block, head.body));
    for (BlockIndex i : touchpoints) {
      const model::Block& block = map.block(i);
      if (!block.has(Construct::Next)) continue;
      for (const model::Entry& entry : block.entries)
        if (entry.construct == Construct::Next && entry.text == head.text)
          out.spans.push_back(map.absolute(i, entry.body));
    }
    out.pattern = "[^\\r\\n]+";
  }
  if (out.spans.size() < 2) return {};
  std::ranges::sort(out.spans);
  return out;
}

}  // namespace journey::features
