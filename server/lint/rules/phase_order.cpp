// phase-order: the phases stand in another order than their model has them.
#include "lint/journeys.hpp"
#include "lint/overview.hpp"
#include "lint/phase_text.hpp"
#include "lint/rules.hpp"
#include "model/phase_model.hpp"

namespace journey::lint {

namespace {

void check(const MapCheck& c) {
  for (const model::Journey& journey : c.map.journeys) {
    const auto& use = c.overview.of(c.map, journey).model;
    if (!use) continue;
    std::optional<std::size_t> highest;
    for (std::size_t i = 0; i < use->places.size(); ++i) {
      if (!use->places[i]) continue;
      if (highest && *use->places[i] < *use->places[*highest]) {
        BlockIndex here = journey.phases[i].head;
        BlockIndex before = journey.phases[*highest].head;
        Finding& finding = c.report(here, c.map.block(here).head().whole, Message::phase_order,
                                    {{"phase", std::string(c.map.block(here).title())},
                                     {"other", std::string(c.map.block(before).title())},
                                     {"model", std::string(use->model->id)}});
        // Where the model is our guess, the author may well mean this order.
        if (!use->declared) finding.severity = Severity::Information;
        // Sources differ on where AARRR puts its revenue.
        if (use->model->id == "aarrr") finding.severity = Severity::Hint;
        finding.related.push_back(
            {before, c.map.block(before).head().whole, Message::phase_order_other});
        break;
      }
      if (!highest || *use->places[i] > *use->places[*highest]) highest = i;
    }
  }
}

void fix(const FixRequest& r) {
  const model::Journey* journey = journeyOf(r.map, r.block);
  auto use = journey ? model::phaseModelOf(r.map, *journey) : std::nullopt;
  if (!use) return;
  if (auto edit = phasesInOrder(r.text, r.map, *journey, *use))
    r.offer(Message::fix_reorder, {{"model", std::string(use->model->id)}}, {*edit}, use->declared);
}

}  // namespace

const Rule rules::phaseOrder{"phase-order", Severity::Warning, nullptr, &check, &fix};

}  // namespace journey::lint
