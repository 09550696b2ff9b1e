#include "cli/check/statistics.hpp"

#include <algorithm>
#include <functional>

namespace journey::cli {

Statistics statisticsOf(const Outcome& outcome) {
  Statistics out;
  std::map<std::pair<std::string, lint::Severity>, std::size_t> rules;
  for (const CheckedFile& file : outcome.files) {
    if (!file.found.empty()) out.files.push_back({file.path, file.found.size()});
    for (const Found& found : file.found) {
      ++rules[{std::string(found.rule), found.severity}];
      ++out.severities[found.severity];
      ++out.total;
    }
  }
  for (const auto& [key, count] : rules) out.rules.push_back({key.first, key.second, count});
  std::ranges::stable_sort(out.rules, std::greater(), &RuleCount::count);
  std::ranges::stable_sort(out.files, std::greater(), &FileCount::count);
  return out;
}

}  // namespace journey::cli
