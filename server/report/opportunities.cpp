// What could be done, and who does it.
#include <algorithm>
#include <limits>
#include <unordered_map>

#include "lint/journeys.hpp"
#include "model/placeholder.hpp"
#include "model/values.hpp"
#include "report/journeys.hpp"
#include "text/unicode.hpp"

namespace journey::report {

namespace {

using model::Block;
using model::BlockIndex;
using model::Construct;

struct Ranked {
  Opportunity opportunity;
  std::uint32_t rank = std::numeric_limits<std::uint32_t>::max();  // by priority
};

/// High is as 1, medium as 2, low as 3; what is none comes last and is shown as it is written.
void readPriority(const std::string& text, locale::Language written, locale::Language language,
                  Ranked& to) {
  to.opportunity.priority = text;
  auto read = model::readPriority(text, written);
  if (!read) return;
  if (auto* number = std::get_if<std::uint32_t>(&*read)) {
    to.rank = *number;
    return;
  }
  auto priority = std::get<locale::Priority>(*read);
  to.rank = static_cast<std::uint32_t>(priority) + 1;
  to.opportunity.priority = locale::priority(priority, language);
}

/// «Kari, Ola»: each is one.
std::vector<std::string> ownersIn(const std::string& text, locale::Language language) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t end = std::min(text.find_first_of(",;", at), text.size());
    std::string_view one = text::trimmed(std::string_view(text).substr(at, end - at));
    if (!one.empty() && !model::isPlaceholder(one, Construct::Owner, language))
      out.emplace_back(one);
    at = end + 1;
  }
  return out;
}

Ranked read(const Journey& from, BlockIndex block, const model::Opportunity& of,
            locale::Language language) {
  const Block& in = from.map->block(block);
  Ranked out;
  Opportunity& one = out.opportunity;
  const model::Entry& head = in.entries[of.entries.front()];
  one.text = saidIn(head);
  if (in.kind == Block::Kind::Touchpoint) one.touchpoint = saidIn(in.head());
  one.state = from.state;
  one.map = from.name;
  one.place = placeOf(*from.source, block, head.line);
  for (std::size_t e : of.entries) {
    const model::Entry& entry = in.entries[e];
    std::string text = saidIn(entry);
    if (text.empty()) continue;
    switch (entry.construct) {
      case Construct::Votes:
        if (!one.votes) one.votes = model::readWholeNumber(text);
        if (one.votesAsWritten.empty()) one.votesAsWritten = std::move(text);
        break;
      case Construct::Priority:
        if (one.priority.empty()) readPriority(text, from.map->language, language, out);
        break;
      case Construct::Owner:
        for (std::string& owner : ownersIn(text, from.map->language))
          one.owners.push_back(std::move(owner));
        break;
      case Construct::Solution:
        one.solutions.push_back(std::move(text));
        break;
      case Construct::Metric:
        one.metrics.push_back(std::move(text));
        break;
      default:
        break;
    }
  }
  for (const std::string& owner : one.owners) (one.owner += one.owner.empty() ? "" : ", ") += owner;
  return out;
}

/// The blocks from a journey's head to the next one's, so that an opportunity under a phase, where
/// none belongs, is not lost.
std::pair<BlockIndex, BlockIndex> blocksOf(const Journey& from) {
  const auto& journeys = from.map->journeys;
  auto next = static_cast<std::size_t>(from.journey - journeys.data()) + 1;
  return {from.journey->head == model::noBlock ? 0 : from.journey->head,
          next < journeys.size() ? journeys[next].head
                                 : static_cast<BlockIndex>(from.map->blocks.size())};
}

}  // namespace

std::vector<Opportunity> opportunitiesOf(const std::vector<Journey>& journeys,
                                         locale::Language language) {
  std::vector<Ranked> all;
  for (const Journey& from : journeys) {
    auto phases = phaseTitles(from);
    auto [begin, end] = blocksOf(from);
    for (BlockIndex i = begin; i < end; ++i)
      for (const model::Opportunity& of : from.map->block(i).opportunities) {
        Ranked one = read(from, i, of, language);
        if (one.opportunity.text.empty()) continue;
        if (auto phase = phases.find(i); phase != phases.end())
          one.opportunity.phase = phase->second;
        all.push_back(std::move(one));
      }
  }
  std::ranges::stable_sort(all, [](const Ranked& a, const Ranked& b) {
    if (a.opportunity.votes != b.opportunity.votes)
      return a.opportunity.votes > b.opportunity.votes;  // none is the least
    return a.rank < b.rank;
  });
  std::vector<Opportunity> out;
  for (Ranked& one : all) out.push_back(std::move(one.opportunity));
  return out;
}

std::vector<Owner> ownersOf(const std::vector<Opportunity>& opportunities) {
  std::vector<Owner> out;
  std::unordered_map<std::string, std::size_t> byName;
  for (const Opportunity& one : opportunities) {
    auto give = [&](const std::string& name) {
      auto [at, isNew] = byName.try_emplace(text::fold(name), out.size());
      if (isNew) out.push_back({name, {}, 0});
      Owner& owner = out[at->second];
      owner.titles.push_back(one.text);
      owner.votes += one.votes.value_or(0);
    };
    if (one.owners.empty()) give("");
    for (const std::string& name : one.owners) give(name);
  }
  std::ranges::stable_sort(out, [](const Owner& a, const Owner& b) {
    return std::pair(a.name.empty(), b.titles.size()) < std::pair(b.name.empty(), a.titles.size());
  });
  return out;
}

}  // namespace journey::report
