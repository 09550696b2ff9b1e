// How many findings there are, by rule and by file.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cli/check/outcome.hpp"

namespace journey::cli {

struct RuleCount {
  std::string rule;
  lint::Severity severity{};
  std::size_t count = 0;
};
struct FileCount {
  std::string path;
  std::size_t count = 0;
};

/// The most frequent first.
struct Statistics {
  std::vector<RuleCount> rules;
  std::vector<FileCount> files;
  std::map<lint::Severity, std::size_t> severities;
  std::size_t total = 0;
};

Statistics statisticsOf(const Outcome& outcome);

}  // namespace journey::cli
