// What folds: blocks, opportunities, entries with continuation lines, runs of comments.
// LSP 3.17: textDocument/foldingRange
#pragma once

#include <cstdint>
#include <vector>

#include "workspace/snapshot.hpp"

namespace journey::features {

struct Fold {
  std::uint32_t first = 0;  // lines from 0
  std::uint32_t last = 0;   // inclusive, larger than `first`
  bool comment = false;

  bool operator==(const Fold&) const = default;
};

/// In the order of their first lines; an outer fold before the inner ones.
std::vector<Fold> folds(const workspace::Snapshot& snapshot);

}  // namespace journey::features
