// persona-without-goal: nobody knows what the persona wants.
#include <algorithm>

#include "lint/journeys.hpp"
#include "lint/offer.hpp"
#include "lint/rules.hpp"

namespace journey::lint {

namespace {

bool hasAim(const model::Block& persona) {
  return persona.has(Construct::Goal) || persona.has(Construct::Need);
}

void check(const BlockCheck& c) {
  if (c.block.kind != model::Block::Kind::Persona || !c.block.isNamed() || !isDescribed(c.block) ||
      hasAim(c.block) || mentions(c.map, c.block, Construct::Goal) ||
      mentions(c.map, c.block, Construct::Need))
    return;
  c.report(0, c.block.head().whole, Message::persona_without_goal,
           {{"name", oneLine(c.block.title())}});
}

/// A name alone means the persona that a library describes, or another journey of this file.
void checkNames(const MapCheck& c) {
  auto isDescribedElsewhere = [&](const model::Block& named) {
    if (c.context.library && c.context.library->personas.contains(named.foldedTitle)) return true;
    return std::ranges::any_of(c.map.blocks, [&](const model::PlacedBlock& other) {
      return other->kind == model::Block::Kind::Persona &&
             other->foldedTitle == named.foldedTitle && isDescribed(*other);
    });
  };
  for (const model::Journey& journey : c.map.journeys)
    for (BlockIndex i : journey.personas) {
      const model::Block& persona = c.map.block(i);
      if (!persona.isNamed() || isDescribed(persona) || isDescribedElsewhere(persona)) continue;
      // In a library of a workspace, undescribed-persona says it.
      bool library = journey.head == model::noBlock && journey.phases.empty();
      if (library && c.context.library) continue;
      c.report(i, persona.head().whole, Message::persona_without_goal,
               {{"name", oneLine(persona.title())}});
    }
}

void fix(const FixRequest& r) {
  offerEntry(r, Construct::Need);
  offerEntry(r, Construct::Goal);
}

}  // namespace

const Rule rules::personaWithoutGoal{"persona-without-goal", Severity::Warning, &check, &checkNames,
                                     &fix};

}  // namespace journey::lint
