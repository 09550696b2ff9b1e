// persona-without-goal: nobody knows what the persona wants.
#include "lint/journeys.hpp"
#include "lint/offer.hpp"
#include "lint/placeholder.hpp"
#include "lint/rules.hpp"

namespace journey::lint {

namespace {

void check(const BlockCheck& c) {
  if (c.block.kind != model::Block::Kind::Persona || c.block.title().empty() ||
      isPlaceholder(c.block.title()))
    return;
  if (c.block.has(Construct::Goal) || c.block.has(Construct::Need)) return;
  // A name alone means the one that a library describes.
  if (!isDescribed(c.block) && c.context.library &&
      c.context.library->personas.contains(c.block.foldedTitle))
    return;
  c.report(0, c.block.head().whole, Message::persona_without_goal,
           {{"name", oneLine(c.block.title())}});
}

void fix(const FixRequest& r) {
  offerEntry(r, Construct::Need);
  offerEntry(r, Construct::Goal);
}

}  // namespace

const Rule rules::personaWithoutGoal{"persona-without-goal", Severity::Warning, &check, nullptr,
                                     &fix};

}  // namespace journey::lint
