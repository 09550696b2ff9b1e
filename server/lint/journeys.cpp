#include "lint/journeys.hpp"

#include <algorithm>
#include <map>

#include "model/values.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace journey::lint {

std::vector<model::BlockIndex> personasOf(const model::Map& map, const model::Journey& journey) {
  std::vector<model::BlockIndex> out = journey.personas;
  if (!map.journeys.empty() && map.journeys.front().head == model::noBlock &&
      &map.journeys.front() != &journey)
    out.insert(out.end(), map.journeys.front().personas.begin(),
               map.journeys.front().personas.end());
  return out;
}

std::vector<model::BlockIndex> touchpointsOf(const model::Journey& journey) {
  std::vector<model::BlockIndex> out;
  for (const model::Phase& phase : journey.phases)
    out.insert(out.end(), phase.touchpoints.begin(), phase.touchpoints.end());
  return out;
}

const model::Journey* journeyOf(const model::Map& map, model::BlockIndex block) {
  const model::Journey* found = nullptr;
  for (const model::Journey& journey : map.journeys) {
    bool starts = journey.head == model::noBlock || journey.head <= block;
    if (starts) found = &journey;
  }
  return found;
}

std::vector<std::string> laneNames(const model::Map& map) {
  std::vector<std::string> names = map.conventions->lanes;
  for (const model::Journey& journey : map.journeys)
    for (model::EntryRef ref : journey.entries)
      if (const model::Entry& entry = map.entry(ref);
          entry.construct == model::Construct::Lane && !entry.text.empty())
        names.push_back(oneLine(entry.text));
  return names;
}

std::optional<double> curveValue(const model::Block& touchpoint) {
  double sum = 0;
  int count = 0;
  for (const model::Emotion& emotion : touchpoint.emotions) {
    if (!emotion.valence || touchpoint.entries[emotion.entry].place != model::Place::Block)
      continue;
    sum += *emotion.valence;
    ++count;
  }
  return count == 0 ? std::nullopt : std::optional(sum / count);
}

std::vector<std::size_t> contradictions(const model::Block& touchpoint) {
  std::vector<std::size_t> out;
  std::map<std::string, int> signs;  // of the first emotion with one, by persona
  for (std::size_t i = 0; i < touchpoint.emotions.size(); ++i) {
    const model::Emotion& emotion = touchpoint.emotions[i];
    const model::Entry& entry = touchpoint.entries[emotion.entry];
    if (entry.place != model::Place::Block || !emotion.valence) continue;
    if (emotion.contradicting && emotion.source != model::ValenceSource::Score) {
      out.push_back(i);
      continue;
    }
    int sign = (*emotion.valence > 0) - (*emotion.valence < 0);
    if (sign == 0) continue;
    auto [first, isFirst] = signs.try_emplace(text::fold(entry.qualifierText), sign);
    if (!isFirst && first->second != sign) out.push_back(i);
  }
  return out;
}

std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates, std::uint32_t most) {
  std::string folded = text::fold(word);
  std::uint32_t limit =
      std::clamp(text::length(folded, text::PositionEncoding::Utf32) / 3, 1U, most);
  std::optional<std::string> best;
  std::uint32_t bestDistance = limit + 1;
  for (const std::string& candidate : candidates) {
    std::string other = text::fold(candidate);
    std::uint32_t distance =
        text::isSwap(folded, other) ? 1 : text::editDistance(folded, other, limit);
    if (distance >= bestDistance) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

bool isSlip(std::string_view word, std::string_view meant) {
  std::string a = text::fold(word);
  std::string b = text::fold(meant);
  if (a == b || a.empty() || a.front() != b.front()) return false;
  if (a.find_first_of("0123456789") != a.npos) return false;
  return text::length(a, text::PositionEncoding::Utf32) > 4 &&
         (text::isSwap(a, b) || text::editDistance(a, b, 1) == 1);
}

bool isDescribed(const model::Block& persona) {
  return std::any_of(persona.entries.begin() + 1, persona.entries.end(),
                     [](const model::Entry& e) { return e.place == model::Place::Block; });
}

bool isToldOf(const model::Block& touchpoint) {
  return touchpoint.kind == model::Block::Kind::Touchpoint && touchpoint.isNamed() &&
         touchpoint.entries.size() > 1;
}

bool fitsNoPhase(const model::Map& map, const model::Journey& journey,
                 const model::PhaseModelUse& use) {
  if (std::ranges::any_of(use.places, [](const auto& place) { return place.has_value(); }))
    return false;
  std::vector<std::string> names;
  for (const locale::ModelPhase& phase : use.model->phases)
    for (std::string_view name : phase.in(map.language)) names.emplace_back(name);
  return std::ranges::none_of(journey.phases, [&](const model::Phase& phase) {
    return phase.head != model::noBlock && nearest(oneLine(map.block(phase.head).title()), names);
  });
}

std::optional<Review> latestReview(const model::Map& map, const model::Journey& journey) {
  std::optional<Review> latest;
  for (model::EntryRef ref : journey.entries) {
    const model::Entry& entry = map.entry(ref);
    if (entry.construct != model::Construct::Reviewed) continue;
    auto date = model::readDate(text::trimmed(entry.text));
    if (date && date->ok() && (!latest || *date > latest->date)) latest = Review{ref, *date};
  }
  return latest;
}

bool isFuture(const model::Map& map, const model::Journey& journey) {
  auto state = model::readState(map.attribute(journey, model::Construct::State), map.language);
  return state == locale::State::Future || state == locale::State::Planned;
}

std::vector<std::string> futuresOf(const model::Map& map) {
  std::vector<std::string> out;
  for (const model::Journey& journey : map.journeys)
    if (journey.head != model::noBlock && isFuture(map, journey))
      out.push_back(map.block(journey.head).foldedTitle);
  return out;
}

bool isMeant(const model::Map& map, const model::Entry& entry, model::Construct construct) {
  return entry.construct == construct ||
         (entry.construct == model::Construct::Unknown &&
          std::ranges::any_of(locale::keywords(construct, map.language),
                              [&](std::string_view form) { return isSlip(entry.word, form); }));
}

bool mentions(const model::Map& map, const model::Block& block, model::Construct construct) {
  return std::ranges::any_of(
      block.entries, [&](const model::Entry& entry) { return isMeant(map, entry, construct); });
}

std::string oneLine(std::string_view text) {
  std::string out(text::trimmed(text));
  std::ranges::replace(out, '\n', ' ');
  return std::string(text::trimmed(out));
}

}  // namespace journey::lint
