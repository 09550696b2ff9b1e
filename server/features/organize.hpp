// Puts a map in order: phases as their model has them, the entries of journeys, personas and
// touchpoints as people usually write them. Only whole lines move; none is changed or lost.
// LSP 3.17: textDocument/codeAction, source.organize
//
// - Phases move where the model is named, or where at least three of its phases are there.
// - An opportunity moves with its own entries; an entry with its continuation lines, the comments
//   right above it, and what stands below it without a usual place (stray lines, unknown words,
//   misplaced entries). Entries of one kind keep their order.
// - Blank lines between entries stay where they are, and so does what stands below the last one.
#pragma once

#include <vector>

#include "lint/rule.hpp"
#include "workspace/snapshot.hpp"

namespace journey::features {

/// True if there is nothing to do: far cheaper than the edits, for menus.
bool isOrganized(const workspace::Snapshot& snapshot);

/// As small as can be, in order; empty if the map is in order.
std::vector<lint::TextEdit> organize(const workspace::Snapshot& snapshot);

}  // namespace journey::features
