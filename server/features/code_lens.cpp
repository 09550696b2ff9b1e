#include "features/code_lens.hpp"

namespace journey::features {

std::vector<text::Span> previewLenses(const workspace::Snapshot& snapshot) {
  std::vector<text::Span> out;
  for (const model::Journey& journey : snapshot.map.journeys)
    if (journey.head != model::noBlock)
      out.push_back(snapshot.map.absolute(journey.head, snapshot.map.block(journey.head).head().whole));
  return out;
}

}  // namespace journey::features
