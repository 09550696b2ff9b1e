// What maps tell each other: personas that libraries describe, and journeys drawn as they should
// become.
#pragma once

#include <vector>

#include "lint/library.hpp"
#include "workspace/facts.hpp"

namespace journey::workspace {

/// Where two libraries describe the same, the first one counts.
lint::Library libraryOf(const std::vector<const Facts*>& files);

}  // namespace journey::workspace
