#include "lint/rules.hpp"

#include <algorithm>

namespace journey::lint {

namespace {

enum class Group { Text, Structure, Touchpoints, Emotions, Personas, Ideas, Proof };

struct Listed {
  const Rule* rule;
  Group group;
  bool drafting = false;
};

constexpr Listed all[] = {
    {&rules::brokenReference, Group::Text, true},
    {&rules::unknownKeyword, Group::Text, true},
    {&rules::misplacedEntry, Group::Text, true},
    {&rules::noPersona, Group::Personas},
    {&rules::missingPhase, Group::Structure},
    {&rules::phaseWithoutTouchpoint, Group::Structure},
    {&rules::touchpointWithoutEmotion, Group::Emotions},
    {&rules::lowestPointUnaddressed, Group::Ideas},
    {&rules::painWithoutOpportunity, Group::Ideas},
    {&rules::opportunityWithoutOwner, Group::Ideas},
    {&rules::noEvidence, Group::Proof},
    {&rules::emotionUnrecognised, Group::Emotions, true},
    {&rules::mixedLanguageKeywords, Group::Text, true},
    {&rules::staleReview, Group::Proof},
    {&rules::personaWithoutGoal, Group::Personas},
    {&rules::placeholderText, Group::Text},
    {&rules::invalidValue, Group::Text, true},
    {&rules::invalidDate, Group::Text, true},
    {&rules::emptyEntry, Group::Text},
    {&rules::duplicatePhase, Group::Structure, true},
    {&rules::duplicateTouchpoint, Group::Structure, true},
    {&rules::unreachableTouchpoint, Group::Structure, true},
    {&rules::phaseOrder, Group::Structure, true},
    {&rules::flatCurve, Group::Emotions},
    {&rules::negativeWithoutPain, Group::Emotions},
    {&rules::touchpointWithoutChannel, Group::Touchpoints},
    {&rules::channelSpelling, Group::Touchpoints},
    {&rules::neverReviewed, Group::Proof},
    {&rules::journeyWithoutGoal, Group::Structure},
    {&rules::startsLate, Group::Structure},
    {&rules::endsEarly, Group::Structure},
    {&rules::touchpointWithoutAction, Group::Touchpoints},
    {&rules::thinPersona, Group::Personas},
    {&rules::personaWithoutEvidence, Group::Proof},
    {&rules::unprioritisedOpportunities, Group::Ideas},
    {&rules::opportunityWithoutMetric, Group::Ideas},
    {&rules::endlessLoop, Group::Structure, true},
    {&rules::endsLow, Group::Emotions},
    {&rules::missingImage, Group::Text, true},
    {&rules::copiedText, Group::Text},
    {&rules::unknownPhase, Group::Structure},
    {&rules::contradictingEmotion, Group::Emotions},
    {&rules::touchpointWithoutThought, Group::Touchpoints},
    {&rules::crowdedMap, Group::Structure},
    {&rules::companyWording, Group::Touchpoints},
    {&rules::noFutureMap, Group::Ideas},
    {&rules::undescribedPersona, Group::Personas},
    {&rules::misleadingIndentation, Group::Text, true},
    {&rules::strayLine, Group::Text, true},
    {&rules::uselessSuppression, Group::Text, true},
};

const Listed& listed(const Rule& rule) { return *std::ranges::find(all, &rule, &Listed::rule); }

}  // namespace

std::span<const Rule* const> allRules() {
  static constexpr auto list = [] {
    std::array<const Rule*, std::size(all)> out{};
    std::ranges::transform(all, out.begin(), &Listed::rule);
    return out;
  }();
  return list;
}

const Rule* ruleNamed(std::string_view id) {
  for (const Listed& one : all)
    if (one.rule->id == id) return one.rule;
  return nullptr;
}

std::string_view groupOf(const Rule& rule) {
  return groups[static_cast<std::size_t>(listed(rule).group)];
}

bool helpsWhileDrafting(const Rule& rule) { return listed(rule).drafting; }

}  // namespace journey::lint
