// A report over many maps as plain values: what stands in them that no map shows alone.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "locale/language.hpp"
#include "model/map.hpp"
#include "workspace/facts.hpp"

namespace journey::report {

/// A file that is reported on. A file of personas alone is no map, but describes them.
struct Source {
  std::string path;  // as people write it
  std::string link;  // where a link to it leads: a path from the report, unescaped
  const model::Map* map = nullptr;
  const workspace::Facts* facts = nullptr;
};

struct Place {
  std::string path;
  std::string link;
  std::uint32_t line = 1;  // from 1
};

/// A journey, or a file, by its name.
struct MapName {
  std::string title;
  Place place;
};

struct ChannelRow {
  std::string channel;              // as it is written first
  std::vector<std::size_t> counts;  // touchpoints that use it, by phase
  std::size_t total = 0;
};

/// Journeys of one phase model together, and those without any.
struct ChannelTable {
  std::string model;                // empty: phases are told apart by their titles
  std::vector<std::string> phases;  // the model's in order, then those it does not know
  bool outside = false;             // the last count is of touchpoints in no phase
  std::vector<ChannelRow> rows;     // the most used first
};

struct LowPoint {
  double value = 0;
  std::string touchpoint;
  std::vector<std::string> opportunities;  // that answer it
  MapName map;
  Place place;
};

struct Pain {
  std::string text;
  std::string touchpoint;
  MapName map;
  Place place;
};

struct Opportunity {
  std::string text;
  std::optional<std::uint32_t> votes;
  std::string priority;  // as written
  std::string owner;     // as written; empty if nobody has it
  MapName map;
  Place place;
};

struct Review {
  MapName map;
  std::string state;         // as written
  std::string date;          // ISO 8601; empty if nobody ever did
  std::optional<long> days;  // since then; none for a day that is still to come
};

struct Persona {
  std::string name;
  std::vector<MapName> described;  // where it is more than a name
  std::vector<MapName> maps;
};

struct Report {
  locale::Language language = locale::Language::En;
  std::chrono::year_month_day today;
  std::size_t maps = 0;
  std::vector<ChannelTable> channels;
  std::vector<LowPoint> lowest;            // of each journey that has a bad moment; the worst first
  std::vector<Pain> pains;                 // that no opportunity answers
  std::vector<Opportunity> opportunities;  // by votes, then by priority
  std::vector<Review> reviews;             // never reviewed first, then the oldest
  std::vector<Persona> personas;           // that travel most first
};

/// That of most maps.
locale::Language commonestLanguage(const std::vector<Source>& sources);

Report gather(const std::vector<Source>& sources, std::chrono::year_month_day today,
              locale::Language language);

}  // namespace journey::report
