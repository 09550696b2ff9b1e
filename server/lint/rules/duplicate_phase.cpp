// duplicate-phase: two phases with one title, or for one phase of the model.
#include "lint/journeys.hpp"
#include "lint/phase_text.hpp"
#include "lint/rules.hpp"
#include "lint/write.hpp"
#include "model/phase_model.hpp"
#include "model/phase_names.hpp"

namespace journey::lint {

namespace {

struct Repeat {
  std::size_t of;   // the earlier phase
  bool surely;      // by its title, or by a model the author named; else the model is our guess
};

/// For each phase of a journey the earlier one that it repeats.
std::vector<std::optional<Repeat>> repeated(const model::Map& map, const model::Journey& journey) {
  auto use = model::phaseModelOf(map, journey);
  std::vector<std::optional<Repeat>> out(journey.phases.size());
  std::vector<std::string> titles;
  for (const model::Phase& phase : journey.phases)
    titles.push_back(phase.head == model::noBlock ? "" : model::bareTitle(map.block(phase.head).title()));
  for (std::size_t i = 0; i < titles.size(); ++i)
    for (std::size_t k = 0; k < i && !out[i]; ++k) {
      bool sameTitle = !titles[i].empty() && titles[i] == titles[k];
      bool samePlace = use && use->places[i] && use->places[i] == use->places[k];
      if (sameTitle || samePlace) out[i] = Repeat{k, sameTitle || use->declared};
    }
  return out;
}

void check(const MapCheck& c) {
  for (const model::Journey& journey : c.map.journeys) {
    auto repeats = repeated(c.map, journey);
    for (std::size_t i = 0; i < repeats.size(); ++i) {
      if (!repeats[i]) continue;
      BlockIndex here = journey.phases[i].head;
      BlockIndex there = journey.phases[repeats[i]->of].head;
      Finding& finding =
          c.report(here, c.map.block(here).head().whole, Message::duplicate_phase,
                   {{"phase", std::string(c.map.block(here).title())}, {"other", std::string(c.map.block(there).title())}});
      if (!repeats[i]->surely) finding.severity = Severity::Information;
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
      if (phase.head == head) return phaseSpan(r.text, r.map, phase);
    return std::optional<Span>{};
  };
  auto from = part(r.block);
  auto to = part(first);
  if (!from || !to) return;
  // The phase's own entries join those of the first phase, the touchpoints come behind its last.
  Span headLine = headLineSpan(r.text, r.map, r.block);
  std::uint32_t ownEnd = r.map.blocks[r.block].offset + r.at().size;
  if (r.block + 1 == r.map.blocks.size() || ownEnd > from->end) ownEnd = from->end;
  std::string above = r.text.slice({from->start, headLine.start});
  std::string own = r.text.slice({headLine.end, ownEnd});
  std::string touchpoints = r.text.slice({ownEnd, from->end});
  std::string& last = touchpoints.empty() ? own : touchpoints;
  if (!last.empty() && !last.ends_with('\n') && !last.ends_with('\r')) last += lineEnding(r.text);
  std::uint32_t firstEnd = std::min(r.map.blocks[first].offset + r.map.block(first).size, to->end);
  std::vector<TextEdit> edits;
  if (from->start == to->end && (firstEnd == to->end || r.at().entries.size() == 1)) {
    edits = {{headLine, ""}};
  } else {
    if (r.at().entries.size() == 1) touchpoints = own + touchpoints, own.clear();
    if (!own.empty()) edits.push_back({{firstEnd, firstEnd}, own});
    edits.push_back({{to->end, to->end}, above + touchpoints});
    edits.push_back({*from, ""});
  }
  r.offer(Message::fix_merge_into, {{"title", std::string(r.map.block(first).title())}}, std::move(edits),
          r.finding.severity == Severity::Warning);
}

}  // namespace

const Rule rules::duplicatePhase{"duplicate-phase", Severity::Warning, nullptr, &check, &fix};

}  // namespace journey::lint
