// undescribed-persona: a library names a persona that no library of the workspace describes.
#include <algorithm>

#include "lint/journeys.hpp"
#include "lint/library.hpp"
#include "lint/rules.hpp"
#include "lint/write.hpp"

namespace journey::lint {

namespace {

/// In a map, a head alone may be all that is known yet. In a library it only leads back to the
/// libraries: to itself, or round and round.
void check(const MapCheck& c) {
  if (!c.context.library) return;  // what other files say is not known
  for (const model::Journey& journey : c.map.journeys)
    if (journey.head != model::noBlock || !journey.phases.empty()) return;
  for (const model::Journey& journey : c.map.journeys)
    for (BlockIndex i : journey.personas) {
      const model::Block& block = c.map.block(i);
      if (isDescribed(block) || block.title().empty() ||
          c.context.library->personas.contains(block.foldedTitle))
        continue;
      c.report(i, block.head().whole, Message::undescribed_persona,
               {{"name", oneLine(block.title())}});
    }
}

void fix(const FixRequest& r) {
  r.offer(Message::fix_insert,
          {{"keyword", std::string(locale::keyword(Construct::Need, r.map.language))}},
          {addEntry(r.text, r.map, r.block, Construct::Need, blank)}, true);
}

}  // namespace

const Rule rules::undescribedPersona{"undescribed-persona", Severity::Information, nullptr, &check,
                                     &fix};

}  // namespace journey::lint
