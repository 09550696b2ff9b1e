// duplicate-phase: two phases with one title, or for one phase of the model.
#include "lint/journeys.hpp"
#include "lint/phase_text.hpp"
#include "lint/rules.hpp"
#include "model/phase_model.hpp"
#include "model/phase_names.hpp"

namespace journey::lint {

namespace {

/// For each phase of a journey the earlier one that it repeats.
std::vector<std::optional<std::size_t>> repeated(const model::Map& map, const model::Journey& journey) {
  auto use = model::phaseModelOf(map, journey);
  std::vector<std::optional<std::size_t>> out(journey.phases.size());
  std::vector<std::string> titles;
  for (const model::Phase& phase : journey.phases)
    titles.push_back(phase.head == model::noBlock ? "" : model::bareTitle(map.block(phase.head).title()));
  for (std::size_t i = 0; i < titles.size(); ++i)
    for (std::size_t k = 0; k < i && !out[i]; ++k) {
      bool sameTitle = !titles[i].empty() && titles[i] == titles[k];
      bool samePlace = use && use->places[i] && use->places[i] == use->places[k];
      if (sameTitle || samePlace) out[i] = k;
    }
  return out;
}

void check(const MapCheck& c) {
  for (const model::Journey& journey : c.map.journeys) {
    auto repeats = repeated(c.map, journey);
    for (std::size_t i = 0; i < repeats.size(); ++i) {
      if (!repeats[i]) continue;
      BlockIndex here = journey.phases[i].head;
      BlockIndex there = journey.phases[*repeats[i]].head;
      Finding& finding =
          c.report(here, c.map.block(here).head().whole, Message::duplicate_phase,
                   {{"phase", std::string(c.map.block(here).title())}, {"other", std::string(c.map.block(there).title())}});
      finding.related.push_back({there, c.map.block(there).head().whole, Message::duplicate_phase_first});
    }
  }
}

void fix(const FixRequest& r) {
  const model::Journey* journey = journeyOf(r.map, r.block);
  if (!journey || r.finding.related.empty()) return;
  BlockIndex first = r.finding.related.front().block;
  auto part = [&](BlockIndex head) {
    for (const model::Phase& phase : journey->phases)
      if (phase.head == head) return phaseSpan(r.map, phase);
    return std::optional<Span>{};
  };
  auto from = part(r.block);
  auto to = part(first);
  if (!from || !to) return;
  Span headLine = headLineSpan(r.text, r.map, r.block);
  std::string moved = r.text.slice({headLine.end, from->end});
  r.offer(Message::fix_merge_into, {{"title", std::string(r.map.block(first).title())}},
          {{{to->end, to->end}, withLineEnding(r.text, to->end, moved)}, {*from, ""}}, true);
}

}  // namespace

const Rule rules::duplicatePhase{"duplicate-phase", Severity::Warning, nullptr, &check, &fix};

}  // namespace journey::lint
