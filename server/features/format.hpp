// Formatting: indentation that shows the structure, one space behind a colon, no white space at
// line ends, one blank line before a persona or phase. No word is touched.
// LSP 3.17: textDocument/formatting
#pragma once

#include <string>
#include <vector>

#include "lint/rule.hpp"
#include "workspace/snapshot.hpp"

namespace journey::features {

/// Small edits, in order, that do not overlap; empty if the document is well formatted.
std::vector<lint::TextEdit> format(const workspace::Snapshot& snapshot);

using lint::applied;

/// How an entry is to be indented, in columns; continuation lines stand two further in.
std::size_t indentOf(const model::Block& block, std::size_t entry);

}  // namespace journey::features
