// What several checks of a whole map need to know of each journey: found once for all of them,
// since it is on the path of every keystroke.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "lint/first_seen.hpp"
#include "lint/library.hpp"
#include "model/map.hpp"
#include "model/phase_model.hpp"

namespace journey::lint {

struct JourneyOverview;

/// Where each touchpoint of a journey leads, by place in the order. The way goes on in order,
/// unless a `Next` without a condition says otherwise.
class Ways {
 public:
  Ways(const model::Map& map, const JourneyOverview& journey);

  std::size_t size() const { return leaves_.size(); }
  std::span<const std::size_t> from(std::size_t place) const {
    return std::span(targets_).subspan(begins_[place], begins_[place + 1] - begins_[place]);
  }
  /// It ends the journey, or leads somewhere that the map does not say.
  bool leaves(std::size_t place) const { return leaves_[place]; }

 private:
  std::vector<std::size_t> targets_;
  std::vector<std::size_t> begins_;  // in `targets_`, and its end
  std::vector<bool> leaves_;
};

/// Touchpoints, by place, from which there is no way out.
std::vector<bool> trapped(const Ways& ways);

struct JourneyOverview {
  const model::Journey* journey = nullptr;
  std::optional<model::PhaseModelUse> model;
  std::vector<model::BlockIndex> touchpoints;  // in order
  bool hasNext = false;                        // some `Next` stands in it
  bool hasMentions = false;                    // some [persona]
  bool hasOpportunity = false;
  std::optional<Ways> ways;  // where there is a `Next`
  bool hasEvidence = false;  // anywhere: of the journey, its personas, phases or touchpoints
  bool hasTwins = false;     // two touchpoints have one title
  FirstSeen titles;          // of touchpoints, by title: use `titled`

  /// The place in `touchpoints` of the first with a folded title.
  std::optional<std::size_t> titled(const model::Map& map, std::string_view folded,
                                    std::size_t hash) const;
  /// True if the journey has an attribute of one of these kinds that says something.
  bool states(const model::Map& map, std::initializer_list<model::Construct> constructs) const;
};

struct Overview {
  std::vector<JourneyOverview> journeys;  // as Map::journeys

  const JourneyOverview& of(const model::Map& map, const model::Journey& journey) const {
    return journeys[static_cast<std::size_t>(&journey - map.journeys.data())];
  }
};

/// `library` may be null.
Overview overviewOf(const model::Map& map, const LibraryPtr& library);

}  // namespace journey::lint
