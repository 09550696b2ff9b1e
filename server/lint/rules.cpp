#include "lint/rules.hpp"

namespace journey::lint {

namespace {

constexpr const Rule* all[] = {
    &rules::brokenReference,
    &rules::unknownKeyword,
    &rules::misplacedEntry,
    &rules::noPersona,
    &rules::missingPhase,
    &rules::phaseWithoutTouchpoint,
    &rules::touchpointWithoutEmotion,
    &rules::lowestPointUnaddressed,
    &rules::painWithoutOpportunity,
    &rules::emotionUnrecognised,
    &rules::mixedLanguageKeywords,
    &rules::placeholderText,
    &rules::invalidValue,
    &rules::invalidDate,
    &rules::emptyEntry,
    &rules::duplicatePhase,
    &rules::phaseOrder,
    &rules::endlessLoop,
    &rules::undescribedPersona,
    &rules::strayLine,
    &rules::uselessSuppression,
};

}  // namespace

std::span<const Rule* const> allRules() { return all; }

const Rule* ruleNamed(std::string_view id) {
  for (const Rule* rule : all)
    if (rule->id == id) return rule;
  return nullptr;
}

}  // namespace journey::lint
