#include "features/refactor/refactorings.hpp"

#include <algorithm>

#include "workspace/uri.hpp"

namespace journey::features {

workspace::FilePtr RefactorRequest::find(const std::string& fileUri) const {
  std::string key = workspace::keyOf(fileUri);
  auto found = std::ranges::find(view->files, key, &workspace::File::key);
  if (found != view->files.end()) return *found;
  return onDisk ? onDisk(fileUri) : nullptr;
}

std::span<const Refactoring* const> allRefactorings() {
  using namespace refactorings;
  static constexpr const Refactoring* all[] = {&wrapStrayLines,    &splitPhase,
                                               &painToOpportunity, &draftFuture,
                                               &extractPersona,    &translateKeywords};
  return all;
}

}  // namespace journey::features
