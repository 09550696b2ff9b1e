// endless-loop: touchpoints whose `Next` lead only to each other: nobody ever leaves.
#include <algorithm>

#include "lint/journeys.hpp"
#include "lint/overview.hpp"
#include "lint/rules.hpp"
#include "lint/write.hpp"

namespace journey::lint {

namespace {

/// All that can be reached from a touchpoint, itself included only if a way leads back.
std::vector<bool> reached(const Ways& ways, std::size_t start) {
  std::vector<bool> out(ways.size());
  std::vector<std::size_t> open(ways.from(start).begin(), ways.from(start).end());
  while (!open.empty()) {
    std::size_t i = open.back();
    open.pop_back();
    if (out[i]) continue;
    out[i] = true;
    for (std::size_t target : ways.from(i)) open.push_back(target);
  }
  return out;
}

void check(const MapCheck& c) {
  for (const JourneyOverview& journey : c.overview.journeys) {
    if (!journey.ways) continue;
    const std::vector<BlockIndex>& touchpoints = journey.touchpoints;
    const Ways& ways = *journey.ways;
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
