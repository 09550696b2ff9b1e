// Where a journey that follows no model buys or uses: for the rules on its ends (domain.md (c) 30).
#pragma once

#include "lint/overview.hpp"
#include "lint/rule.hpp"

namespace journey::lint {

/// True for journeys of two phases and more without a model: one with a model is told by
/// missing-phase what it lacks, and some models end with use on purpose.
bool isJudgedByPurchase(const model::Map& map, const JourneyOverview& journey);

/// True for a phase that is the purchase, or one of use. A journey may end with the use: for many
/// that is all that comes after the purchase.
bool isPurchase(const model::Map& map, BlockIndex phase);
bool isUse(const model::Map& map, BlockIndex phase);

/// Offers a phase before the first one, or behind the last one.
void offerPhaseBefore(const FixRequest& r);
void offerPhaseAfter(const FixRequest& r);

}  // namespace journey::lint
