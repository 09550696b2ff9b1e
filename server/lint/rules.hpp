// The list of rules, in the order of domain.md (c). A rule is one file under rules/.
#pragma once

#include <array>
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
extern const Rule opportunityWithoutOwner;
extern const Rule noEvidence;
extern const Rule emotionUnrecognised;
extern const Rule mixedLanguageKeywords;
extern const Rule staleReview;
extern const Rule personaWithoutGoal;
extern const Rule placeholderText;
extern const Rule invalidValue;
extern const Rule invalidDate;
extern const Rule emptyEntry;
extern const Rule duplicatePhase;
extern const Rule duplicateTouchpoint;
extern const Rule unreachableTouchpoint;
extern const Rule phaseOrder;
extern const Rule flatCurve;
extern const Rule negativeWithoutPain;
extern const Rule touchpointWithoutChannel;
extern const Rule channelSpelling;
extern const Rule neverReviewed;
extern const Rule journeyWithoutGoal;
extern const Rule startsLate;
extern const Rule endsEarly;
extern const Rule touchpointWithoutAction;
extern const Rule thinPersona;
extern const Rule personaWithoutEvidence;
extern const Rule unprioritisedOpportunities;
extern const Rule opportunityWithoutMetric;
extern const Rule endlessLoop;
extern const Rule endsLow;
extern const Rule missingImage;
extern const Rule copiedText;
extern const Rule unknownPhase;
extern const Rule contradictingEmotion;
extern const Rule touchpointWithoutThought;
extern const Rule crowdedMap;
extern const Rule companyWording;
extern const Rule noFutureMap;
extern const Rule undescribedPersona;
extern const Rule misleadingIndentation;
extern const Rule strayLine;
extern const Rule uselessSuppression;
}  // namespace rules

std::span<const Rule* const> allRules();
/// nullptr if there is no such rule.
const Rule* ruleNamed(std::string_view id);

/// What rules are about: a project may judge a group at once.
inline constexpr std::array<std::string_view, 7> groups = {
    "text", "structure", "touchpoints", "emotions", "personas", "ideas", "proof"};
std::string_view groupOf(const Rule& rule);

/// True for rules that help while a map is being drafted: what is not there yet is no mistake then.
bool helpsWhileDrafting(const Rule& rule);

}  // namespace journey::lint
