// Questions that several rules and features ask about a journey.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/map.hpp"
#include "model/phase_model.hpp"

namespace journey::lint {

/// Persona blocks that count for a journey: its own, and those before any journey.
std::vector<model::BlockIndex> personasOf(const model::Map& map, const model::Journey& journey);

/// All touchpoint blocks of a journey in order.
std::vector<model::BlockIndex> touchpointsOf(const model::Journey& journey);

/// The journey that holds a block; nullptr for the preamble.
const model::Journey* journeyOf(const model::Map& map, model::BlockIndex block);

/// The names of the project's and the map's own lanes as written (Map::lanes has them folded).
std::vector<std::string> laneNames(const model::Map& map);

/// Mean valence of a touchpoint's emotions; nullopt if none has any.
std::optional<double> curveValue(const model::Block& touchpoint);

/// Emotions of a touchpoint, as indices, that contradict themselves or one before them: good and
/// bad for one persona. One with a score does not contradict itself: its author has weighed it.
std::vector<std::size_t> contradictions(const model::Block& touchpoint);

/// The nearest of some words within a typing slip: one edit in three letters, `most` at most. Two
/// letters that changed places count as one.
std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates,
                                   std::uint32_t most = 2);

/// True if one word is surely another, mistyped: one letter off or two that changed places, behind
/// the same first letter, in a word too long to be one of its own.
bool isSlip(std::string_view word, std::string_view meant);

/// True for a persona that has entries of its own; a name alone may mean one of a library.
bool isDescribed(const model::Block& persona);

/// True for a touchpoint with a title and something told of it. Of one that has only its title,
/// touchpoint-without-emotion says all there is to say.
bool isToldOf(const model::Block& touchpoint);

/// True if a journey's phases fit none of a model, not even misspelt: it is likelier the wrong
/// model than all of them are wrong. `use` is that journey's.
bool fitsNoPhase(const model::Map& map, const model::Journey& journey,
                 const model::PhaseModelUse& use);

struct Review {
  model::EntryRef entry;
  std::chrono::year_month_day date;  // of the calendar
};
/// The latest review that a journey states; nullopt if it states none that is a date.
std::optional<Review> latestReview(const model::Map& map, const model::Journey& journey);

/// True for a journey drawn as it should become: its state is future or planned.
bool isFuture(const model::Map& map, const model::Journey& journey);
/// Titles of such journeys, folded.
std::vector<std::string> futuresOf(const model::Map& map);

/// True for an entry of a construct, rightly placed or not, and for one whose word is surely its
/// keyword mistyped: unknown-keyword then says all there is to say.
bool isMeant(const model::Map& map, const model::Entry& entry, model::Construct construct);

/// True if some entry of a block is so meant.
bool mentions(const model::Map& map, const model::Block& block, model::Construct construct);

/// A text of several lines as one, for writing it behind a keyword.
std::string oneLine(std::string_view text);

}  // namespace journey::lint
