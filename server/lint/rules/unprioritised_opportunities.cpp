// unprioritised-opportunities: three or more ideas, and nothing says where to begin.
#include "lint/journeys.hpp"
#include "lint/offer.hpp"
#include "lint/rules.hpp"
#include "lint/write.hpp"

namespace journey::lint {

namespace {

constexpr std::size_t many = 3;

struct Idea {
  BlockIndex block;
  std::size_t opportunity;
};

/// The opportunities of a journey; none if any has votes or a priority.
std::vector<Idea> unprioritised(const model::Map& map, const model::Journey& journey) {
  std::vector<Idea> out;
  for (BlockIndex i : touchpointsOf(journey)) {
    const model::Block& block = map.block(i);
    for (std::size_t o = 0; o < block.opportunities.size(); ++o) {
      if (block.entries[block.opportunities[o].entries.front()].place != model::Place::Block)
        continue;
      if (takes(map, block, block.opportunities[o], Construct::Votes) ||
          takes(map, block, block.opportunities[o], Construct::Priority))
        return {};
      out.push_back({i, o});
    }
  }
  return out;
}

void check(const MapCheck& c) {
  for (const model::Journey& journey : c.map.journeys) {
    std::vector<Idea> ideas = unprioritised(c.map, journey);
    if (ideas.size() < many) continue;
    const model::Block& first = c.map.block(ideas.front().block);
    std::size_t entry = first.opportunities[ideas.front().opportunity].entries.front();
    c.report(ideas.front().block, first.entries[entry].whole, Message::unprioritised_opportunities,
             {{"count", std::to_string(ideas.size())}})
        .entry = static_cast<std::uint32_t>(entry);
  }
}

void fix(const FixRequest& r) {
  const model::Journey* journey = journeyOf(r.map, r.block);
  if (!journey) return;
  std::vector<TextEdit> edits;
  for (Idea idea : unprioritised(r.map, *journey))
    edits.push_back(
        addToOpportunity(r.text, r.map, idea.block, idea.opportunity, Construct::Votes, "0"));
  r.offer(Message::fix_insert_everywhere,
          {{"text", entryText(Construct::Votes, "0", r.map.language)}}, std::move(edits), true);
}

}  // namespace

const Rule rules::unprioritisedOpportunities{"unprioritised-opportunities", Severity::Information,
                                             nullptr, &check, &fix};

}  // namespace journey::lint
