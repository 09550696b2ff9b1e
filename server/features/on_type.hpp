// Formatting while typing: behind Enter the indentation that the next line will have, and the bar
// or # that keeps a line cut in two what it was; behind the colon of a keyword, or a bar, the
// line's own indentation.
//
// Changes nothing but white space in front of the cursor's line, and what it puts there; an editor
// that indents by itself and is right gets no edit at all.
// LSP 3.17: textDocument/onTypeFormatting
#pragma once

#include <cstdint>
#include <vector>

#include "lint/rule.hpp"
#include "workspace/snapshot.hpp"

namespace journey::features {

/// `offset` (bytes) is where the cursor stands, behind `typed`: one of '\n', ':' and '|'.
std::vector<lint::TextEdit> formatOnType(const workspace::Snapshot& snapshot, std::uint32_t offset,
                                         char typed);

}  // namespace journey::features
