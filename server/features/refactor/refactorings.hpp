// The list of refactorings. Each is one file beside this one.
#pragma once

#include <span>

#include "features/refactor/refactoring.hpp"

namespace journey::features {

namespace refactorings {
extern const Refactoring wrapStrayLines;
extern const Refactoring splitPhase;
extern const Refactoring painToOpportunity;
extern const Refactoring draftFuture;
extern const Refactoring extractPersona;
extern const Refactoring translateKeywords;
}  // namespace refactorings

std::span<const Refactoring* const> allRefactorings();

}  // namespace journey::features
