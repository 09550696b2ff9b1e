#include "features/code_lens.hpp"

namespace journey::features {

std::vector<text::Span> previewLenses(const workspace::Snapshot& snapshot) {
  std::vector<text::Span> out;
  for (const model::Journey& journey : snapshot.map.journeys) {
    if (journey.head == model::noBlock) continue;
    const model::Entry& head = snapshot.map.block(journey.head).head();
    // A lens stands on one line: continuation lines are left out.
    out.push_back(snapshot.map.absolute(journey.head, {head.keyword.start, head.body.end}));
  }
  return out;
}

}  // namespace journey::features
