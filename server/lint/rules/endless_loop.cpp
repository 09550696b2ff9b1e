// endless-loop: touchpoints whose `Next` lead only to each other: nobody ever leaves.
#include <algorithm>
#include <functional>
#include <unordered_map>

#include "lint/journeys.hpp"
#include "lint/rules.hpp"
#include "lint/write.hpp"
#include "text/unicode.hpp"

namespace journey::lint {

namespace {

/// Where each touchpoint of a journey leads, by place in the order. `leaves`: it ends the journey,
/// or leads somewhere that the map does not say.
struct Ways {
  std::vector<std::vector<std::size_t>> to;
  std::vector<bool> leaves;
};

Ways waysOf(const model::Map& map, const std::vector<BlockIndex>& touchpoints) {
  std::unordered_map<std::string_view, std::size_t> byTitle;
  for (std::size_t i = touchpoints.size(); i-- > 0;)
    byTitle[map.block(touchpoints[i]).foldedTitle] = i;
  Ways ways{std::vector<std::vector<std::size_t>>(touchpoints.size()),
            std::vector<bool>(touchpoints.size())};
  for (std::size_t i = 0; i < touchpoints.size(); ++i) {
    bool goesOn = true;  // on a condition, it goes on in order where that does not hold
    for (const model::Entry* next : map.block(touchpoints[i]).all(Construct::Next)) {
      goesOn &= !next->qualifierText.empty();
      auto found = byTitle.find(text::fold(next->text));
      if (found == byTitle.end())
        ways.leaves[i] = true;
      else
        ways.to[i].push_back(found->second);
    }
    if (goesOn && i + 1 < touchpoints.size()) ways.to[i].push_back(i + 1);
    if (goesOn && i + 1 == touchpoints.size()) ways.leaves[i] = true;
  }
  return ways;
}

/// Touchpoints from which there is no way out.
std::vector<bool> trapped(const Ways& ways) {
  std::vector<std::vector<std::size_t>> from(ways.to.size());
  for (std::size_t i = 0; i < ways.to.size(); ++i)
    for (std::size_t target : ways.to[i]) from[target].push_back(i);
  std::vector<bool> out(ways.to.size(), true);
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < ways.to.size(); ++i)
    if (ways.leaves[i]) open.push_back(i);
  while (!open.empty()) {
    std::size_t i = open.back();
    open.pop_back();
    if (!out[i]) continue;
    out[i] = false;
    for (std::size_t before : from[i]) open.push_back(before);
  }
  return out;
}

/// All that can be reached from a touchpoint, itself included only if a way leads back.
std::vector<bool> reached(const Ways& ways, std::size_t start) {
  std::vector<bool> out(ways.to.size());
  std::vector<std::size_t> open = ways.to[start];
  while (!open.empty()) {
    std::size_t i = open.back();
    open.pop_back();
    if (out[i]) continue;
    out[i] = true;
    for (std::size_t target : ways.to[i]) open.push_back(target);
  }
  return out;
}

void check(const MapCheck& c) {
  for (const model::Journey& journey : c.map.journeys) {
    std::vector<BlockIndex> touchpoints = touchpointsOf(journey);
    if (std::ranges::none_of(touchpoints,
                             [&](BlockIndex i) { return c.map.block(i).has(Construct::Next); }))
      continue;
    Ways ways = waysOf(c.map, touchpoints);
    std::vector<bool> stuck = trapped(ways);
    // From the end: the last touchpoint of a circle is the one that turns back.
    for (std::size_t i = touchpoints.size(); i-- > 0;) {
      if (!stuck[i]) continue;
      std::vector<bool> circle = reached(ways, i);
      const model::Block& block = c.map.block(touchpoints[i]);
      bool inCircle = circle[i];
      // What leads into the circle is told by the circle itself.
      for (std::size_t k = 0; inCircle && k < circle.size(); ++k)
        if (circle[k]) inCircle = reached(ways, k)[i];
      if (inCircle && block.has(Construct::Next)) {
        const model::Entry& next = *block.all(Construct::Next).front();
        Finding& finding =
            c.report(touchpoints[i], next.whole, Message::endless_loop,
                     {{"title", oneLine(block.title())}, {"next", oneLine(next.text)}});
        auto first = static_cast<std::size_t>(std::ranges::find(circle, true) - circle.begin());
        if (first != i)
          finding.related.push_back({touchpoints[first],
                                     c.map.block(touchpoints[first]).head().whole,
                                     Message::endless_loop_first});
      }
      for (std::size_t k = 0; k < circle.size(); ++k)
        if (circle[k]) stuck[k] = false;
    }
  }
}

void fix(const FixRequest& r) {
  const model::Journey* journey = journeyOf(r.map, r.block);
  if (!journey) return;
  std::vector<BlockIndex> touchpoints = touchpointsOf(*journey);
  auto here = std::ranges::find(touchpoints, r.block);
  if (here == touchpoints.end() || here + 1 == touchpoints.end()) return;
  std::string following = oneLine(r.map.block(*(here + 1)).title());
  if (following.empty()) return;
  r.offer(Message::fix_add_way_out, {{"title", following}},
          {addEntry(r.text, r.map, r.block, Construct::Next, following)});
}

}  // namespace

const Rule rules::endlessLoop{"endless-loop", Severity::Information, nullptr, &check, &fix};

}  // namespace journey::lint
