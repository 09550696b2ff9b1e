// missing-phase: a phase of the declared or recognised model is absent.
#include <algorithm>

#include "lint/journeys.hpp"
#include "lint/overview.hpp"
#include "lint/phase_text.hpp"
#include "lint/rules.hpp"
#include "lint/write.hpp"
#include "model/phase_model.hpp"

namespace journey::lint {

namespace {

/// The phase behind which one is missing, else the one before which it is.
std::optional<Related> neighbourOf(const model::Map& map, const model::Journey& journey,
                                   const model::PhaseModelUse& use, std::size_t missing) {
  std::optional<std::size_t> before;
  std::optional<std::size_t> after;
  for (std::size_t i = 0; i < use.places.size(); ++i) {
    if (!use.places[i]) continue;
    if (*use.places[i] < missing && (!before || *use.places[i] > *use.places[*before])) before = i;
    if (*use.places[i] > missing && (!after || *use.places[i] < *use.places[*after])) after = i;
  }
  if (!before && !after) return std::nullopt;
  BlockIndex head = journey.phases[before ? *before : *after].head;
  return Related{head, map.block(head).head().whole,
                 before ? Message::missing_phase_after : Message::missing_phase_before};
}

std::string namesOf(const locale::PhaseModel& model, locale::Language language) {
  std::string out;
  for (const locale::ModelPhase& phase : model.phases)
    out += (out.empty() ? "" : ", ") + std::string(phase.in(language).front());
  return out;
}

const model::Entry* declarationOf(const model::Map& map, const model::Journey& journey,
                                  EntryRef& at) {
  for (EntryRef ref : journey.entries)
    if (const model::Entry& entry = map.entry(ref); entry.construct == Construct::Model) {
      at = ref;
      return &entry;
    }
  return nullptr;
}

/// A model that fits no phase at all is likelier wrong than all the phases are.
void reportNone(const MapCheck& c, const model::Journey& journey, const locale::PhaseModel& model) {
  EntryRef at{journey.head, 0};
  const model::Entry* declared = declarationOf(c.map, journey, at);
  const model::Entry& entry = declared ? *declared : c.map.entry(at);
  c.report(at.block, entry.whole, Message::missing_phase_none,
           {{"model", std::string(model.id)}, {"phases", namesOf(model, c.map.language)}})
      .entry = at.entry;
}

void check(const MapCheck& c) {
  for (const model::Journey& journey : c.map.journeys) {
    if (journey.head == model::noBlock) continue;
    const model::Block& head = c.map.block(journey.head);
    if (journey.phases.empty()) {
      c.report(journey.head, head.head().whole, Message::missing_phase_all);
      continue;
    }
    // Touchpoints outside any phase: misplaced-entry asks for the first phase.
    if (std::ranges::all_of(journey.phases,
                            [](const model::Phase& p) { return p.head == model::noBlock; }))
      continue;
    const auto& use = c.overview.of(c.map, journey).model;
    if (!use) continue;
    // Two phases called «Pay» and «Eat» do not make a journey one of ours.
    auto known =
        std::ranges::count_if(use->places, [](const auto& place) { return place.has_value(); });
    if (!use->declared && known < 3) continue;
    if (fitsNoPhase(c.map, journey, *use)) {
      reportNone(c, journey, *use->model);
      continue;
    }
    for (std::size_t p = 0; p < use->model->phases.size(); ++p) {
      if (std::ranges::find(use->places, std::optional(p)) != use->places.end()) continue;
      std::string name(use->model->phases[p].in(c.map.language).front());
      Finding& finding = c.report(journey.head, head.head().whole, Message::missing_phase,
                                  {{"phase", name}, {"model", std::string(use->model->id)}});
      finding.detail = use->model->phases[p].id;
      if (auto neighbour = neighbourOf(c.map, journey, *use, p))
        finding.related.push_back(*neighbour);
    }
  }
}

/// Behind the last line of everything that belongs to a phase.
std::uint32_t endOf(const model::Map& map, const model::Phase& phase) {
  return ownEnd(map, phase.touchpoints.empty() ? phase.head : phase.touchpoints.back());
}

void fix(const FixRequest& r) {
  const model::Journey* journey = journeyOf(r.map, r.block);
  if (!journey) return;
  if (r.finding.message == Message::missing_phase_none) {
    if (r.entry().construct == Construct::Model)
      r.offer(Message::fix_delete_model, {}, {deleteLines(r.text, r.absolute(r.entry().whole))});
    return;
  }
  auto phaseLine = [&](const locale::PhaseModel& model, std::size_t p) {
    return entryLine(Construct::Phase, model.phases[p].in(r.map.language).front(), r.map.language);
  };
  if (journey->phases.empty()) {
    auto use = model::phaseModelOf(r.map, *journey);
    const locale::PhaseModel* model = use ? use->model : locale::phaseModel("purchase");
    std::vector<std::string> lines;
    for (std::size_t p = 0; p < model->phases.size(); ++p) {
      if (p > 0) lines.emplace_back();
      lines.push_back(phaseLine(*model, p));
    }
    BlockIndex last = journey->personas.empty() ? r.block : journey->personas.back();
    r.offer(Message::fix_insert_phases, {{"model", std::string(model->id)}},
            {insertBlockAfterLine(r.text, ownEnd(r.map, last), lines)}, true);
    return;
  }
  auto use = model::phaseModelOf(r.map, *journey);
  if (!use) return;
  auto missing = std::ranges::find(use->model->phases, r.finding.detail, &locale::ModelPhase::id);
  if (missing == use->model->phases.end()) return;
  auto wanted = static_cast<std::size_t>(missing - use->model->phases.begin());
  std::string line = phaseLine(*use->model, wanted);
  Arguments arguments{{"keyword", line}};
  // Behind the nearest phase that comes before it in the model, else before the first phase.
  for (std::size_t i = journey->phases.size(); i-- > 0;) {
    if (!use->places[i] || *use->places[i] > wanted) continue;
    r.offer(Message::fix_insert, arguments,
            {insertBlockAfterLine(r.text, endOf(r.map, journey->phases[i]), {line})}, true);
    return;
  }
  for (const model::Phase& phase : journey->phases) {
    if (phase.head == model::noBlock) continue;
    // Above its comments too.
    auto span = phaseSpan(r.text, r.map, phase);
    std::uint32_t at = span ? span->start : r.map.blocks[phase.head].offset;
    r.offer(Message::fix_insert, arguments, {insertBeforeLine(r.text, at, {line, ""})}, true);
    return;
  }
}

}  // namespace

const Rule rules::missingPhase{"missing-phase", Severity::Warning, nullptr, &check, &fix};

}  // namespace journey::lint
