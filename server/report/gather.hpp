// A report over many maps as plain values: what stands in them that no map shows alone.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "features/curve.hpp"
#include "locale/language.hpp"
#include "model/map.hpp"
#include "workspace/facts.hpp"

namespace journey::report {

/// A file that is reported on. A file of personas alone is no map, but describes them.
struct Source {
  std::string path;  // as people write it
  std::string link;  // where a link to it leads: a path from the report, unescaped; empty: nowhere
  const model::Map* map = nullptr;
  const workspace::Facts* facts = nullptr;
  int reviewDays = 180;  // how long a review lasts
};

/// What could not be read.
struct Unread {
  std::string path;
  std::string reason;
};

struct Place {
  std::string path;
  std::string link;
  std::uint32_t line = 1;  // from 1
};

/// A journey, or a file, by a name that no other one in the report has.
struct MapName {
  std::string title;
  Place place;
};

/// Touchpoints, and how those of them feel that say so.
struct Uses {
  std::size_t count = 0;
  std::size_t felt = 0;
  double sum = 0;
  std::optional<double> mean() const {
    return felt == 0 ? std::nullopt : std::optional(sum / static_cast<double>(felt));
  }
};

struct ChannelRow {
  std::string channel;
  std::vector<Uses> uses;  // by phase; then in other phases and in none, as the table says
  Uses total;
};

/// Journeys of one phase model together, and those without any.
struct ChannelTable {
  std::string model;  // empty: phases are told apart by their titles
  std::size_t maps = 0;
  std::vector<std::string> phases;  // the model's in order, then such as it does not know
  bool others = false;              // phases of too few maps for a column of their own
  bool outside = false;             // touchpoints in no phase
  std::vector<ChannelRow> rows;     // the most used first
};

struct LowPoint {
  double value = 0;
  std::string persona;  // whose value it is; empty: that of all together
  std::string touchpoint;
  std::string phase;
  std::vector<std::string> opportunities;  // that answer it
  MapName map;
  Place place;
  features::Curve curve;  // of the journey, with the first of its low points; empty with others
  std::size_t at = 0;     // on the curve
};

struct Pain {
  std::string text;
  std::string touchpoint;
  std::string phase;
  MapName map;
  Place place;
};

struct Opportunity {
  std::string text;
  std::optional<std::uint32_t> votes;
  std::string votesAsWritten;       // where they are no number
  std::string priority;             // in the report's language, where it can be read
  std::string owner;                // as written; empty if nobody has it
  std::vector<std::string> owners;  // each of them
  std::vector<std::string> solutions;
  std::vector<std::string> metrics;
  std::string touchpoint;
  std::string phase;
  std::string state;  // of its map, as Review::state
  MapName map;
  Place place;
};

struct Owner {
  std::string name;                 // empty: nobody
  std::vector<std::string> titles;  // of opportunities, in their order
  std::uint64_t votes = 0;
};

struct Review {
  enum class Kind : std::uint8_t { Never, NoDate, ToCome, Done };
  Kind kind = Kind::Never;
  MapName map;
  std::string state;  // in the report's language, where it can be read
  std::string date;   // ISO 8601, or what stands there instead
  long days = 0;      // since it was done
  bool overdue = false;
  features::Curve curve;
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
  std::size_t futures = 0;                 // of them: maps of what is wished for or planned
  int leastReviewDays = 0;                 // how long a review lasts, which projects may
  int mostReviewDays = 0;                  // settle differently
  std::vector<LowPoint> lowest;            // the worst first; not of futures
  std::vector<Pain> pains;                 // that no opportunity answers; not of futures
  std::vector<Opportunity> opportunities;  // by votes, then by priority
  std::vector<Owner> owners;               // who has most first, nobody last
  std::vector<ChannelTable> channels;      // not of futures
  std::vector<Review> reviews;             // without any first, then the oldest
  std::vector<Persona> personas;           // that travel most first
  std::vector<Unread> unread;
};

/// That of most maps.
locale::Language commonestLanguage(const std::vector<Source>& sources);

Report gather(const std::vector<Source>& sources, std::chrono::year_month_day today,
              locale::Language language);

}  // namespace journey::report
