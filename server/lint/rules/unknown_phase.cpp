// unknown-phase: a title that the declared model does not know.
#include <algorithm>

#include "lint/journeys.hpp"
#include "lint/overview.hpp"
#include "lint/rules.hpp"
#include "lint/write.hpp"

namespace journey::lint {

namespace {

void check(const MapCheck& c) {
  for (const JourneyOverview& journey : c.overview.journeys) {
    if (!journey.model || !journey.model->declared) continue;
    // Where it knows none of them, missing-phase says so once.
    if (!c.context.settings->isOff(rules::missingPhase) &&
        fitsNoPhase(c.map, *journey.journey, *journey.model))
      continue;
    for (std::size_t i = 0; i < journey.model->places.size(); ++i) {
      BlockIndex head = journey.journey->phases[i].head;
      if (journey.model->places[i] || head == model::noBlock) continue;
      std::string title = oneLine(c.map.block(head).title());
      if (!c.map.block(head).isNamed()) continue;
      c.report(head, c.map.block(head).head().body, Message::unknown_phase,
               {{"phase", title}, {"model", std::string(journey.model->model->id)}});
    }
  }
}

void fix(const FixRequest& r) {
  const model::Journey* journey = journeyOf(r.map, r.block);
  auto use = journey ? model::phaseModelOf(r.map, *journey) : std::nullopt;
  if (!use) return;
  std::vector<std::string> names;
  for (std::size_t p = 0; p < use->model->phases.size(); ++p)
    if (std::ranges::find(use->places, std::optional(p)) == use->places.end())
      for (std::string_view name : use->model->phases[p].in(r.map.language))
        names.emplace_back(name);
  if (auto near = nearest(oneLine(r.at().title()), names); near && r.at().head().lineCount == 1)
    r.offer(Message::fix_change_to, {{"text", *near}}, {{r.absolute(r.finding.span), *near}}, true);
  for (model::EntryRef ref : journey->entries)
    if (const model::Entry& entry = r.map.entry(ref); entry.construct == Construct::Model)
      r.offer(Message::fix_delete_model, {},
              {deleteLines(r.text, r.map.absolute(ref.block, entry.whole))});
}

}  // namespace

const Rule rules::unknownPhase{"unknown-phase", Severity::Hint, nullptr, &check, &fix};

}  // namespace journey::lint
