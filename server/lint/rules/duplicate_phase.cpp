// duplicate-phase: two phases with one title, or for one phase of the model.
#include "lint/journeys.hpp"
#include "lint/overview.hpp"
#include "lint/phase_text.hpp"
#include "lint/rules.hpp"
#include "lint/write.hpp"
#include "model/phase_model.hpp"
#include "model/phase_names.hpp"

namespace journey::lint {

namespace {

constexpr std::string_view sure = "sure";  // as a finding's detail

struct Repeat {
  std::size_t of;  // the earlier phase
  bool surely;     // by its title, or by a model the author named; else the model is our guess
};

/// For each phase of a journey the earlier one that it repeats.
std::vector<std::optional<Repeat>> repeated(const model::Map& map,
                                            const JourneyOverview& overview) {
  const model::Journey& journey = *overview.journey;
  const auto& use = overview.model;
  std::vector<std::optional<Repeat>> out(journey.phases.size());
  std::vector<std::string> titles;
  for (const model::Phase& phase : journey.phases)
    titles.push_back(
        phase.head == model::noBlock ? "" : model::bareTitle(map.block(phase.head).title()));
  for (std::size_t i = 0; i < titles.size(); ++i)
    for (std::size_t k = 0; k < i && !out[i]; ++k) {
      bool sameTitle = !titles[i].empty() && titles[i] == titles[k];
      bool samePlace = use && use->places[i] && use->places[i] == use->places[k];
      if (sameTitle || samePlace) out[i] = Repeat{k, sameTitle || use->declared};
    }
  return out;
}

/// Where the last line of a span ends that is not blank.
std::uint32_t textEnd(const text::Text& text, Span span) {
  return span.start + static_cast<std::uint32_t>(text.slice(span).find_last_not_of("\r\n \t") + 1);
}

void check(const MapCheck& c) {
  for (const model::Journey& journey : c.map.journeys) {
    auto repeats = repeated(c.map, c.overview.of(c.map, journey));
    for (std::size_t i = 0; i < repeats.size(); ++i) {
      if (!repeats[i]) continue;
      BlockIndex here = journey.phases[i].head;
      BlockIndex there = journey.phases[repeats[i]->of].head;
      std::string title = oneLine(c.map.block(here).title());
      std::string other = oneLine(c.map.block(there).title());
      Finding& finding =
          title == other ? c.report(here, c.map.block(here).head().whole,
                                    Message::duplicate_phase_title, {{"phase", title}})
                         : c.report(here, c.map.block(here).head().whole, Message::duplicate_phase,
                                    {{"phase", title}, {"other", other}});
      if (repeats[i]->surely)
        finding.detail = sure;
      else
        finding.severity = Severity::Information;
      finding.related.push_back(
          {there, c.map.block(there).head().whole, Message::duplicate_phase_first});
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
  Span headLine = headLineSpan(r.text, r.map, r.block);
  std::vector<TextEdit> edits{{headLine, ""}};
  bool ownEntries = r.at().entries.size() > 1;
  bool touchpointsBetween = r.map.block(r.block - 1).kind == model::Block::Kind::Touchpoint;
  if (from->start != to->end || (ownEntries && touchpointsBetween)) {
    // The phase's own entries join those of the first one, its touchpoints come behind the others.
    std::uint32_t split =
        ownEntries ? r.text.lineStart(r.text.lineOf(ownEnd(r.map, r.block)) + 1) : headLine.end;
    auto behind = [&](std::uint32_t at, std::string piece) {
      piece.resize(piece.find_last_not_of("\r\n \t") + 1);
      if (piece.empty()) return;
      while (piece.starts_with('\n') || piece.starts_with('\r')) piece.erase(0, 1);
      edits.push_back({{at, at}, std::string(lineEnding(r.text)) + piece});
    };
    edits.clear();
    if (ownEntries) behind(ownEnd(r.map, first), r.text.slice({headLine.end, split}));
    behind(textEnd(r.text, *to),
           r.text.slice({from->start, headLine.start}) + r.text.slice({split, from->end}));
    // At the end of the text the blank lines before it go, too.
    bool last = from->end == r.text.size();
    edits.push_back(
        {last ? Span{textEnd(r.text, {0, from->start}), textEnd(r.text, *from)} : *from, ""});
  }
  r.offer(Message::fix_merge_into, {{"title", std::string(r.map.block(first).title())}},
          std::move(edits), r.finding.detail == sure);
}

}  // namespace

const Rule rules::duplicatePhase{"duplicate-phase", Severity::Warning, nullptr, &check, &fix};

}  // namespace journey::lint
