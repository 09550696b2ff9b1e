#include "lint/overview.hpp"

#include <algorithm>

#include "lint/journeys.hpp"

namespace journey::lint {

using model::Block;
using model::Construct;

namespace {

bool hasEvidence(std::uint64_t own) {
  return (own >> static_cast<unsigned>(Construct::Evidence) & 1) != 0;
}

bool hasEvidence(const model::Map& map, const JourneyOverview& journey, const LibraryPtr& library) {
  if (journey.states(map, {Construct::Evidence})) return true;
  for (model::BlockIndex i : journey.touchpoints)
    if (hasEvidence(map.block(i).own)) return true;
  for (const model::Phase& phase : journey.journey->phases)
    if (phase.head != model::noBlock && hasEvidence(map.block(phase.head).own)) return true;
  for (model::BlockIndex i : personasOf(map, *journey.journey)) {
    if (hasEvidence(map.block(i).own)) return true;
    // A name alone means the one described in another journey, or in a library.
    for (const model::PlacedBlock& other : map.blocks)
      if (other->kind == Block::Kind::Persona && hasEvidence(other->own) &&
          other->foldedTitle == map.block(i).foldedTitle)
        return true;
    if (!library) continue;
    auto known = library->personas.find(map.block(i).foldedTitle);
    if (known != library->personas.end() && hasEvidence(known->second.own)) return true;
  }
  return false;
}

}  // namespace

bool JourneyOverview::states(const model::Map& map,
                             std::initializer_list<Construct> constructs) const {
  return std::ranges::any_of(journey->entries, [&](model::EntryRef ref) {
    const model::Entry& entry = map.entry(ref);
    return std::ranges::find(constructs, entry.construct) != constructs.end();
  });
}

Overview overviewOf(const model::Map& map, const LibraryPtr& library) {
  Overview out;
  out.journeys.reserve(map.journeys.size());
  for (const model::Journey& journey : map.journeys) {
    JourneyOverview& one = out.journeys.emplace_back();
    one.journey = &journey;
    for (const model::Phase& phase : journey.phases)
      one.touchpoints.insert(one.touchpoints.end(), phase.touchpoints.begin(),
                             phase.touchpoints.end());
    for (model::BlockIndex i : one.touchpoints) {
      const Block& block = map.block(i);
      one.hasNext |= block.has(Construct::Next);
      one.hasMentions |= !block.mentions.empty();
      one.hasOpportunity |= block.has(Construct::Opportunity);
    }
    one.model = model::phaseModelOf(map, journey);
    one.hasEvidence = hasEvidence(map, one, library);
    one.titles = FirstSeen(one.touchpoints.size());
    for (std::size_t i = 0; i < one.touchpoints.size(); ++i) {
      const Block& block = map.block(one.touchpoints[i]);
      one.hasTwins |= one.titles.add(block.titleHash, i, [&](std::size_t other) {
        return map.block(one.touchpoints[other]).foldedTitle == block.foldedTitle;
      }) != i;
    }
    if (one.hasNext) one.ways.emplace(map, one);
  }
  return out;
}

std::optional<std::size_t> JourneyOverview::titled(const model::Map& map, std::string_view folded,
                                                   std::size_t hash) const {
  return titles(
      hash, [&](std::size_t place) { return map.block(touchpoints[place]).foldedTitle == folded; });
}

Ways::Ways(const model::Map& map, const JourneyOverview& journey) {
  std::size_t count = journey.touchpoints.size();
  leaves_.resize(count);
  begins_.reserve(count + 1);
  targets_.reserve(count + count / 4);
  for (std::size_t i = 0; i < count; ++i) {
    begins_.push_back(targets_.size());
    bool goesOn = true;  // on a condition, it goes on in order where that does not hold
    for (const model::Way& way : map.block(journey.touchpoints[i]).ways) {
      goesOn &= way.conditional;
      if (auto target = journey.titled(map, way.target, way.hash))
        targets_.push_back(*target);
      else
        leaves_[i] = true;
    }
    if (goesOn && i + 1 < count) targets_.push_back(i + 1);
    if (goesOn && i + 1 == count) leaves_[i] = true;
  }
  begins_.push_back(targets_.size());
}

std::vector<bool> trapped(const Ways& ways) {
  std::vector<bool> out(ways.size(), true);
  // Backwards, over and over until nothing changes: mostly one round, since ways lead onwards.
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = ways.size(); i-- > 0;) {
      if (!out[i]) continue;
      bool free = ways.leaves(i);
      for (std::size_t target : ways.from(i)) free |= !out[target];
      if (!free) continue;
      out[i] = false;
      changed = true;
    }
  }
  return out;
}

}  // namespace journey::lint
