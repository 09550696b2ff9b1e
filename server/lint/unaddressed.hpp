// What hurts and no opportunity answers: several rules and the report speak of it, and of one
// touchpoint only one of them should.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "lint/rule.hpp"

namespace journey::lint {

/// Of some touchpoints those that lie lowest on the curve, below neutral; in order.
std::vector<BlockIndex> lowestOf(const model::Map& map, std::span<const BlockIndex> touchpoints);

/// The lowest touchpoint of a journey's curve, where it lies below neutral and has no opportunity.
/// Of several equally low ones the first that has none.
std::optional<BlockIndex> lowestUnaddressed(const model::Map& map, const model::Journey& journey);

/// Pain points with a text in phases that have no opportunity at all, in order.
std::vector<EntryRef> unaddressedPains(const model::Map& map, const model::Journey& journey);

}  // namespace journey::lint
