// What grows around a cursor: word, value, entry, opportunity, touchpoint, phase, journey, file.
// LSP 3.17: textDocument/selectionRange
#pragma once

#include <cstdint>
#include <vector>

#include "workspace/snapshot.hpp"

namespace journey::features {

/// Spans (bytes), innermost first, each inside the next and smaller than it. All hold the offset;
/// the last is the whole text. Never empty.
std::vector<text::Span> selectionRanges(const workspace::Snapshot& snapshot, std::uint32_t offset);

}  // namespace journey::features
