// Beside a pain point comes an opportunity that asks how to solve it. The pain stays.
#include "features/place.hpp"
#include "features/refactor/refactorings.hpp"
#include "lint/journeys.hpp"
#include "lint/write.hpp"

namespace journey::features {

namespace {

using locale::Message;

struct Pain {
  model::BlockIndex block;
  const model::Entry* entry;
};

std::optional<Pain> painAt(const RefactorRequest& r) {
  auto ref = entryAt(r.snapshot, r.selection.start);
  if (!ref) return std::nullopt;
  for (const model::Entry* pain : r.snapshot.map.block(ref->block).pains())
    if (pain == &r.snapshot.map.entry(*ref) && !pain->isPlaceholder &&
        !lint::oneLine(pain->text).empty())
      return Pain{ref->block, pain};
  return std::nullopt;
}

std::vector<RefactorOffer> offers(const RefactorRequest& r) {
  if (!painAt(r)) return {};
  return {{{Message::refactor_pain_to_opportunity, {}}, {}, {}}};
}

WorkspaceEdit edit(const RefactorRequest& r, const RefactorOffer&) {
  Pain pain = *painAt(r);
  const model::Map& map = r.snapshot.map;
  // The question is part of the map: in its language, not in the editor's.
  std::string question = locale::say(Message::refactor_how_might_we, map.language,
                                     {{"pain", lint::oneLine(pain.entry->text)}});
  return editHere(r, {lint::addEntry(r.snapshot.text, map, pain.block,
                                     model::Construct::Opportunity, question)});
}

}  // namespace

const Refactoring refactorings::painToOpportunity{"pain-to-opportunity", "refactor.rewrite",
                                                  &offers, &edit};

}  // namespace journey::features
