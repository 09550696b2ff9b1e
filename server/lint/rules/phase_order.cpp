// phase-order: the phases stand in another order than their model has them.
#include <algorithm>

#include "lint/journeys.hpp"
#include "lint/phase_text.hpp"
#include "lint/rules.hpp"
#include "model/phase_model.hpp"

namespace journey::lint {

namespace {

void check(const MapCheck& c) {
  for (const model::Journey& journey : c.map.journeys) {
    auto use = model::phaseModelOf(c.map, journey);
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
  // Phases that the model does not know stay behind the one they follow.
  struct Part {
    std::size_t place;
    Span span;
  };
  std::vector<Part> parts;
  std::size_t place = 0;
  for (std::size_t i = 0; i < journey->phases.size(); ++i) {
    auto span = phaseSpan(r.text, r.map, journey->phases[i]);
    if (!span || (!parts.empty() && parts.back().span.end != span->start)) return;
    if (use->places[i]) place = *use->places[i];
    parts.push_back({place, *span});
  }
  if (parts.size() < 2) return;
  Span all{parts.front().span.start, parts.back().span.end};
  // The blank lines between phases stay where they are.
  std::vector<std::string> gaps;
  auto bodyOf = [&](const Part& part) {
    std::string body = r.text.slice(part.span);
    body.resize(body.find_last_not_of("\r\n \t") + 1);
    return body;
  };
  for (const Part& part : parts)
    gaps.push_back(r.text.slice(part.span).substr(bodyOf(part).size()));
  std::ranges::stable_sort(parts, {}, &Part::place);
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) text += bodyOf(parts[i]) + gaps[i];
  r.offer(Message::fix_reorder, {{"model", std::string(use->model->id)}}, {{all, text}},
          use->declared);
}

}  // namespace

const Rule rules::phaseOrder{"phase-order", Severity::Warning, nullptr, &check, &fix};

}  // namespace journey::lint
