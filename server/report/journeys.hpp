// The journeys that a report is about, and the parts of the report that are gathered from them,
// each in a file of its name.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "report/gather.hpp"

namespace journey::report {

/// A journey that is a map of its own.
struct Journey {
  const Source* source = nullptr;
  const model::Map* map = nullptr;
  const model::Journey* journey = nullptr;
  std::string state;  // in the report's language, where it can be read
  bool isFuture = false;
  MapName name;
};

/// All of them in order. Those of one title are told apart by state, else by place.
std::vector<Journey> journeysOf(const std::vector<Source>& sources, locale::Language language);

/// False for what stands outside any journey and is nothing but personas.
bool isMap(const model::Journey& journey);

Place placeOf(const Source& source, model::BlockIndex block, std::uint32_t line = 0);

/// Titles of phases by what stands in them: touchpoints and their own heads.
std::map<model::BlockIndex, std::string> phaseTitles(const Journey& of);

/// A text that says something, as one line; empty for a placeholder.
std::string saidIn(const model::Entry& entry);

std::vector<LowPoint> lowestOf(const std::vector<Journey>& journeys);
std::vector<Pain> painsOf(const std::vector<Journey>& journeys);
std::vector<Opportunity> opportunitiesOf(const std::vector<Journey>& journeys,
                                         locale::Language language);
std::vector<Owner> ownersOf(const std::vector<Opportunity>& opportunities);
std::vector<ChannelTable> channelsOf(const std::vector<Journey>& journeys,
                                     locale::Language language);
std::vector<Review> reviewsOf(const std::vector<Journey>& journeys,
                              std::chrono::year_month_day today);
std::vector<Persona> personasOf(const std::vector<Source>& sources,
                                const std::vector<Journey>& journeys);

}  // namespace journey::report
