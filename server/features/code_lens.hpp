// «Show the map» above every journey.
// LSP 3.17: textDocument/codeLens
#pragma once

#include <vector>

#include "workspace/snapshot.hpp"

namespace journey::features {

/// Spans (bytes) of the lines that offer the preview.
std::vector<text::Span> previewLenses(const workspace::Snapshot& snapshot);

}  // namespace journey::features
