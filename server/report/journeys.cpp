#include "report/journeys.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "lint/journeys.hpp"
#include "locale/vocabulary.hpp"
#include "model/values.hpp"
#include "text/unicode.hpp"

namespace journey::report {

namespace {

using model::BlockIndex;
using model::Construct;

std::string stateOf(const model::Map& map, const model::Journey& journey,
                    locale::Language language) {
  std::string text = lint::oneLine(map.attribute(journey, Construct::State));
  auto state = model::readState(text, map.language);
  return state ? std::string(locale::states(*state, language).front()) : text;
}

Journey journeyOf(const Source& source, const model::Journey& journey, locale::Language language) {
  const model::Map& map = *source.map;
  Journey out{&source,
              &map,
              &journey,
              stateOf(map, journey, language),
              lint::isFuture(map, journey),
              {source.path, {source.path, source.link, 1}}};
  if (journey.head == model::noBlock) return out;
  out.name.place = placeOf(source, journey.head);
  if (const model::Block& head = map.block(journey.head); head.isNamed())
    out.name.title = lint::oneLine(head.title());
  return out;
}

std::string linePlace(const Journey& of) {
  return of.name.place.path + ':' + std::to_string(of.name.place.line);
}

/// What tells journeys of one title apart, as short as it can be.
void tellApart(const std::vector<Journey*>& twins) {
  using Mark = std::string (*)(const Journey&);
  constexpr std::array<Mark, 3> marks = {[](const Journey& of) { return of.state; },
                                         [](const Journey& of) { return of.source->path; },
                                         &linePlace};
  Mark chosen = marks.back();
  for (Mark mark : marks) {
    std::set<std::string> all;
    for (const Journey* of : twins) all.insert(mark(*of));
    if (all.size() < twins.size()) continue;
    chosen = mark;
    break;
  }
  for (Journey* of : twins) {
    std::string mark = chosen(*of);
    bool untitled = of->name.title == of->source->path;
    if (untitled && chosen == &linePlace)
      of->name.title = std::move(mark);
    else if (!mark.empty())
      of->name.title += " (" + mark + ')';
  }
}

}  // namespace

bool isMap(const model::Journey& journey) {
  return journey.head != model::noBlock || !journey.phases.empty();
}

Place placeOf(const Source& source, BlockIndex block, std::uint32_t line) {
  return {source.path, source.link, source.map->blocks[block].line + line + 1};
}

std::map<BlockIndex, std::string> phaseTitles(const Journey& of) {
  std::map<BlockIndex, std::string> out;
  for (const model::Phase& phase : of.journey->phases) {
    if (phase.head == model::noBlock) continue;
    std::string title = saidIn(of.map->block(phase.head).head());
    for (BlockIndex touchpoint : phase.touchpoints) out.emplace(touchpoint, title);
    out.emplace(phase.head, std::move(title));
  }
  return out;
}

std::string saidIn(const model::Entry& entry) {
  return entry.isPlaceholder ? std::string() : lint::oneLine(entry.text);
}

std::vector<Journey> journeysOf(const std::vector<Source>& sources, locale::Language language) {
  std::vector<Journey> out;
  for (const Source& source : sources)
    for (const model::Journey& journey : source.map->journeys)
      if (isMap(journey)) out.push_back(journeyOf(source, journey, language));
  std::map<std::string, std::vector<Journey*>> byTitle;
  for (Journey& of : out) byTitle[text::fold(of.name.title)].push_back(&of);
  for (const auto& [title, twins] : byTitle)
    if (twins.size() > 1) tellApart(twins);
  return out;
}

}  // namespace journey::report
