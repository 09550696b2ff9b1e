// A crowded phase is split before the touchpoint at the cursor. The new phase is called «…», and
// the linter asks for its name: any made-up one («Pay 2») would read as the same phase once more.
#include "features/refactor/refactorings.hpp"
#include "lint/journeys.hpp"
#include "lint/write.hpp"
#include "text/unicode.hpp"

namespace journey::features {

namespace {

using locale::Message;
using model::BlockIndex;
using model::Construct;

struct Here {
  const model::Phase* phase;
  BlockIndex touchpoint;
  bool first;
};

std::optional<Here> placeOf(const RefactorRequest& r) {
  const model::Map& map = r.snapshot.map;
  BlockIndex block = map.blockAt(r.selection.start);
  for (const model::Journey& journey : map.journeys)
    for (const model::Phase& phase : journey.phases) {
      if (phase.head == model::noBlock) continue;
      for (BlockIndex i : phase.touchpoints)
        if (i == block) return Here{&phase, i, i == phase.touchpoints.front()};
    }
  return std::nullopt;
}

std::vector<RefactorOffer> offers(const RefactorRequest& r) {
  auto here = placeOf(r);
  if (!here || here->phase->touchpoints.size() < 2) return {};
  const model::Map& map = r.snapshot.map;
  RefactorOffer offer{{Message::refactor_split_phase,
                       {{"phase", lint::oneLine(map.block(here->phase->head).title())}}},
                      {},
                      {}};
  if (here->first)
    offer.disabled = {Message::refactor_split_first,
                      {{"title", lint::oneLine(map.block(here->touchpoint).title())}}};
  return {offer};
}

WorkspaceEdit edit(const RefactorRequest& r, const RefactorOffer&) {
  const text::Text& text = r.snapshot.text;
  std::uint32_t line = r.snapshot.map.blocks[placeOf(r)->touchpoint].line;
  // The comments right above the touchpoint go with it.
  while (text::trimmed(text.line(line - 1)).starts_with('#')) --line;
  std::vector<std::string> lines{
      lint::entryLine(Construct::Phase, lint::blank, r.snapshot.map.language)};
  if (!text::trimmed(text.line(line - 1)).empty()) lines.insert(lines.begin(), "");
  return editHere(r, {lint::insertBeforeLine(text, text.lineStart(line), lines)});
}

}  // namespace

const Refactoring refactorings::splitPhase{"split-phase", "refactor.rewrite", &offers, &edit};

}  // namespace journey::features
