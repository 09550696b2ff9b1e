// The list of rules, in the order of domain.md (c). A rule is one file under rules/.
#pragma once

#include <span>
#include <string_view>

#include "lint/rule.hpp"

namespace journey::lint {

namespace rules {
extern const Rule brokenReference;
extern const Rule unknownKeyword;
extern const Rule misplacedEntry;
extern const Rule noPersona;
extern const Rule missingPhase;
extern const Rule phaseWithoutTouchpoint;
extern const Rule touchpointWithoutEmotion;
extern const Rule lowestPointUnaddressed;
extern const Rule painWithoutOpportunity;
extern const Rule emotionUnrecognised;
extern const Rule mixedLanguageKeywords;
extern const Rule placeholderText;
extern const Rule invalidValue;
extern const Rule invalidDate;
extern const Rule emptyEntry;
extern const Rule duplicatePhase;
extern const Rule phaseOrder;
extern const Rule endlessLoop;
extern const Rule undescribedPersona;
extern const Rule strayLine;
extern const Rule uselessSuppression;
}  // namespace rules

std::span<const Rule* const> allRules();
/// nullptr if there is no such rule.
const Rule* ruleNamed(std::string_view id);

}  // namespace journey::lint
