// lowest-point-unaddressed: the lowest touchpoint of the curve has no opportunity.
#include "lint/offer.hpp"
#include "lint/rules.hpp"
#include "lint/unaddressed.hpp"

namespace journey::lint {

namespace {

void check(const MapCheck& c) {
  for (const model::Journey& journey : c.map.journeys) {
    auto lowest = lowestUnaddressed(c.map, journey);
    if (!lowest) continue;
    const model::Block& block = c.map.block(*lowest);
    Finding& finding = c.report(*lowest, block.head().whole, Message::lowest_point_unaddressed,
                                {{"title", std::string(block.title())}});
    for (const model::Emotion& emotion : block.emotions)
      if (emotion.valence && *emotion.valence < 0)
        finding.related.push_back(
            {*lowest, block.entries[emotion.entry].whole, Message::lowest_point_feeling});
  }
}

void fix(const FixRequest& r) { offerEntry(r, Construct::Opportunity); }

}  // namespace

const Rule rules::lowestPointUnaddressed{"lowest-point-unaddressed", Severity::Warning, nullptr,
                                         &check, &fix};

}  // namespace journey::lint
