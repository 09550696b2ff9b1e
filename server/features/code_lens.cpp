#include "features/code_lens.hpp"

#include <algorithm>

namespace journey::features {

namespace {

using model::BlockIndex;

/// A lens stands on one line: continuation lines are left out.
text::Span headLine(const model::Map& map, BlockIndex block) {
  const model::Entry& head = map.block(block).head();
  return map.absolute(block, {head.keyword.start, head.body.end});
}

void addOpenPains(const model::Map& map, BlockIndex i, std::vector<text::Span>& out) {
  const model::Block& touchpoint = map.block(i);
  if (touchpoint.has(model::Construct::Opportunity)) return;
  for (const model::Entry* pain : touchpoint.pains())
    if (!pain->text.empty()) out.push_back(map.absolute(i, pain->whole));
}

}  // namespace

std::vector<text::Span> previewLenses(const workspace::Snapshot& snapshot) {
  std::vector<text::Span> out;
  for (const model::Journey& journey : snapshot.map.journeys)
    if (journey.head != model::noBlock) out.push_back(headLine(snapshot.map, journey.head));
  return out;
}

std::vector<PainLens> painLenses(const workspace::Snapshot& snapshot) {
  const model::Map& map = snapshot.map;
  std::vector<PainLens> out;
  auto add = [&](BlockIndex head, std::vector<text::Span> pains) {
    if (head != model::noBlock && !pains.empty())
      out.push_back({head, headLine(map, head), std::move(pains)});
  };
  for (const model::Journey& journey : map.journeys) {
    std::vector<text::Span> all;
    for (const model::Phase& phase : journey.phases) {
      std::vector<text::Span> pains;
      for (BlockIndex i : phase.touchpoints) addOpenPains(map, i, pains);
      all.insert(all.end(), pains.begin(), pains.end());
      add(phase.head, std::move(pains));
    }
    add(journey.head, std::move(all));
  }
  std::ranges::sort(out, {}, &PainLens::head);
  return out;
}

}  // namespace journey::features
