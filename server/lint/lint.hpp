// Runs the rules over a map. What an edit did not touch is not checked again.
#pragma once

#include <memory>
#include <vector>

#include "lint/rule.hpp"

namespace journey::lint {

/// Findings of one version of a document.
struct Report {
  std::vector<std::shared_ptr<const std::vector<Finding>>> blocks;  // one a block of the map
  std::vector<PlacedFinding> wide;                                  // of checks that compare blocks
};

Report check(const model::Map& map, const Context& context);
/// The report of `map`, made from its predecessor by `change`; `before` is that one's report in the
/// same context.
Report recheck(const Report& before, const model::Map& old, const model::Map& map,
               const model::Change& change, const Context& context);

/// All findings in the order of the text, suppressed ones taken out and useless suppressions put
/// in.
std::vector<PlacedFinding> findings(const model::Map& map, const Report& report,
                                    const Context& context);

/// The fixes of one finding.
std::vector<Fix> fixesFor(const text::Text& text, const model::Map& map,
                          const PlacedFinding& finding, const Context& context);

/// The same; for all findings of one map, which are asked in turn with one `memo`.
std::vector<Fix> fixesFor(const text::Text& text, const model::Map& map,
                          const PlacedFinding& finding, const Context& context, FixMemo& memo);

/// Today, by the system's clock and zone.
std::chrono::year_month_day today();

}  // namespace journey::lint
