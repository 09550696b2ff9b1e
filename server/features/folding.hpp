// What folds: blocks, opportunities, entries with continuation lines, runs of comments.
// LSP 3.17: textDocument/foldingRange
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "workspace/snapshot.hpp"

namespace journey::features {

struct Fold {
  /// «Fold all regions» folds the phases, so that a map shows itself phase by phase.
  enum class Kind : std::uint8_t { Plain, Comment, Region };

  std::uint32_t first = 0;  // lines from 0
  std::uint32_t last = 0;   // inclusive, larger than `first`
  Kind kind = Kind::Plain;
  std::string instead = {};  // what may stand for the folded lines; empty for the editor's own sign

  bool operator==(const Fold&) const = default;
};

/// In the order of their first lines; an outer fold before the inner ones. No more than `most`: the
/// smallest are left out.
std::vector<Fold> folds(const workspace::Snapshot& snapshot, std::size_t most = ~std::size_t{0});

}  // namespace journey::features
