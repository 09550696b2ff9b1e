// What hurts: the lowest points of journeys, and pain points that nothing answers.
#include <algorithm>
#include <tuple>

#include "lint/journeys.hpp"
#include "lint/unaddressed.hpp"
#include "report/journeys.hpp"
#include "text/unicode.hpp"

namespace journey::report {

namespace {

using model::Block;
using model::BlockIndex;

struct Low {
  double value = 0;
  std::vector<std::string> personas;  // whose it is; none: that of all together
};

/// What a persona in brackets felt at worst, which the mean of all may hide.
struct OwnLow {
  std::string name;
  double value = 0;
  std::vector<BlockIndex> touchpoints;
};

std::map<std::string, OwnLow> ownLows(const model::Map& map,
                                      const std::vector<BlockIndex>& touchpoints) {
  std::map<std::string, OwnLow> out;
  for (BlockIndex i : touchpoints) {
    const Block& block = map.block(i);
    struct Felt {
      std::string name;
      double sum = 0;
      int count = 0;
    };
    std::map<std::string, Felt> here;
    for (const model::Emotion& emotion : block.emotions) {
      const model::Entry& entry = block.entries[emotion.entry];
      if (!emotion.valence || entry.place != model::Place::Block || entry.qualifierText.empty())
        continue;
      Felt& felt = here[text::fold(entry.qualifierText)];
      if (felt.count++ == 0) felt.name = lint::oneLine(entry.qualifierText);
      felt.sum += *emotion.valence;
    }
    for (auto& [key, felt] : here) {
      double value = felt.sum / felt.count;
      OwnLow& low = out[key];
      if (value >= 0 || value > low.value) continue;
      if (value < low.value) low.touchpoints.clear();
      low.value = value;
      low.name = std::move(felt.name);
      low.touchpoints.push_back(i);
    }
  }
  return out;
}

/// By touchpoint: the lowest of the curve, and as low or lower ones of a single persona.
std::map<BlockIndex, Low> lowsIn(const Journey& of) {
  std::vector<BlockIndex> named = lint::touchpointsOf(*of.journey);
  std::erase_if(named, [&](BlockIndex i) { return !of.map->block(i).isNamed(); });
  std::map<BlockIndex, Low> out;
  double lowest = 0;
  for (BlockIndex i : lint::lowestOf(*of.map, named)) {
    lowest = *lint::curveValue(of.map->block(i));
    out[i] = {lowest, {}};
  }
  for (const auto& [key, own] : ownLows(*of.map, named)) {
    if (own.value > lowest) continue;
    for (BlockIndex i : own.touchpoints) {
      auto [at, isNew] = out.try_emplace(i, Low{own.value, {}});
      Low& low = at->second;
      if (own.value < low.value) low = {own.value, {own.name}};
      // Where all together feel it, nobody is named.
      else if (own.value == low.value && (isNew || !low.personas.empty()))
        low.personas.push_back(own.name);
    }
  }
  return out;
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) (out += out.empty() ? "" : ", ") += name;
  return out;
}

std::vector<std::string> answersIn(const Block& block) {
  std::vector<std::string> out;
  for (const model::Opportunity& opportunity : block.opportunities)
    if (std::string text = saidIn(block.entries[opportunity.entries.front()]); !text.empty())
      out.push_back(std::move(text));
  return out;
}

/// The worst first; of those alike, first what nothing answers, then what all feel.
void sort(std::vector<LowPoint>& points) {
  std::ranges::stable_sort(points, {}, [](const LowPoint& point) {
    return std::tuple(point.value, !point.opportunities.empty(), !point.persona.empty());
  });
}

std::vector<LowPoint> lowestOf(const Journey& of) {
  std::vector<LowPoint> out;
  auto phases = phaseTitles(of);
  std::vector<BlockIndex> touchpoints = lint::touchpointsOf(*of.journey);
  for (const auto& [i, low] : lowsIn(of)) {
    const Block& block = of.map->block(i);
    LowPoint& point = out.emplace_back();
    point.value = low.value;
    point.persona = joined(low.personas);
    point.touchpoint = lint::oneLine(block.title());
    if (auto phase = phases.find(i); phase != phases.end()) point.phase = phase->second;
    point.opportunities = answersIn(block);
    point.map = of.name;
    point.place = placeOf(*of.source, i);
    point.at =
        static_cast<std::size_t>(std::ranges::lower_bound(touchpoints, i) - touchpoints.begin());
  }
  sort(out);
  if (!out.empty()) out.front().curve = features::curveOf(*of.map, touchpoints);
  return out;
}

}  // namespace

std::vector<LowPoint> lowestOf(const std::vector<Journey>& journeys) {
  std::vector<LowPoint> out;
  for (const Journey& of : journeys) std::ranges::move(lowestOf(of), std::back_inserter(out));
  sort(out);
  return out;
}

std::vector<Pain> painsOf(const std::vector<Journey>& journeys) {
  std::vector<Pain> out;
  for (const Journey& of : journeys) {
    auto refs = lint::unaddressedPains(*of.map, *of.journey);
    if (refs.empty()) continue;
    auto phases = phaseTitles(of);
    for (model::EntryRef ref : refs) {
      const model::Entry& entry = of.map->entry(ref);
      std::string text = saidIn(entry);
      if (text.empty()) continue;
      auto phase = phases.find(ref.block);
      out.push_back({std::move(text), saidIn(of.map->block(ref.block).head()),
                     phase == phases.end() ? "" : phase->second, of.name,
                     placeOf(*of.source, ref.block, entry.line)});
    }
  }
  return out;
}

}  // namespace journey::report
