#include "features/refactor/refactorings.hpp"

namespace journey::features {

std::span<const Refactoring* const> allRefactorings() {
  using namespace refactorings;
  static constexpr const Refactoring* all[] = {&wrapStrayLines,    &splitPhase,
                                               &painToOpportunity, &draftFuture,
                                               &extractPersona,    &translateKeywords};
  return all;
}

}  // namespace journey::features
