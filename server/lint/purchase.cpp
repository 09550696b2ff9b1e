#include "lint/purchase.hpp"

#include <algorithm>

#include "lint/journeys.hpp"
#include "lint/write.hpp"

namespace journey::lint {

namespace {

/// The id of the phase in a model that a title denotes, or nothing.
std::string_view phaseIn(const model::Map& map, BlockIndex phase, std::string_view model) {
  std::span<const locale::PhaseModel> models = map.conventions->models();
  const model::Block& block = map.block(phase);
  for (std::size_t m = 0; m < models.size() && m < block.modelPhases.size(); ++m)
    if (models[m].id == model && block.modelPhases[m].byName)
      return models[m].phases[static_cast<std::size_t>(block.modelPhases[m].place)].id;
  return {};
}

std::string phaseLine(std::string_view id, locale::Language language) {
  for (const locale::ModelPhase& phase : locale::phaseModel("purchase")->phases)
    if (phase.id == id) return entryLine(Construct::Phase, phase.in(language).front(), language);
  return {};
}

}  // namespace

bool isJudgedByPurchase(const model::Map& map, const JourneyOverview& journey) {
  return journey.journey->phases.size() > 1 && !journey.model && !journey.touchpoints.empty() &&
         map.attribute(*journey.journey, Construct::Model).empty() &&
         std::ranges::none_of(journey.journey->phases,
                              [](const model::Phase& p) { return p.head == model::noBlock; });
}

bool isPurchase(const model::Map& map, BlockIndex phase) {
  std::string_view bought = phaseIn(map, phase, "purchase");
  if (!bought.empty()) return bought == "action";
  return phaseIn(map, phase, "lifecycle") == "purchase";
}

bool isUse(const model::Map& map, BlockIndex phase) {
  return phaseIn(map, phase, "purchase").empty() && phaseIn(map, phase, "lifecycle") == "use";
}

void offerPhaseBefore(const FixRequest& r) {
  std::string line = phaseLine("awareness", r.map.language);
  r.offer(Message::fix_insert, {{"keyword", line}},
          {insertBeforeLine(r.text, r.map.blocks[r.block].offset, {line, ""})}, true);
}

void offerPhaseAfter(const FixRequest& r) {
  const model::Journey* journey = journeyOf(r.map, r.block);
  if (!journey || journey->phases.empty()) return;
  const model::Phase& last = journey->phases.back();
  std::string line = phaseLine("loyalty", r.map.language);
  std::uint32_t end = ownEnd(r.map, last.touchpoints.empty() ? last.head : last.touchpoints.back());
  r.offer(Message::fix_insert, {{"keyword", line}}, {insertBlockAfterLine(r.text, end, {line})},
          true);
}

}  // namespace journey::lint
