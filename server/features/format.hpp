// Formatting: indentation that shows the structure, one space behind a colon, no white space at
// line ends, one blank line before a persona or phase. No word is touched.
// LSP 3.17: textDocument/formatting, textDocument/rangeFormatting; 3.18:
// textDocument/rangesFormatting
#pragma once

#include <string>
#include <vector>

#include "lint/rule.hpp"
#include "workspace/snapshot.hpp"

namespace journey::features {

/// What an editor may want otherwise. How deep a level is indented is no matter of taste: two
/// spaces, so that every project's maps look alike.
struct FormatOptions {
  bool trimTrailingWhitespace = true;
  bool insertFinalNewline = true;
  bool trimFinalNewlines = true;
};

/// Small edits, in order, that do not overlap; empty if the document is well formatted.
std::vector<lint::TextEdit> format(const workspace::Snapshot& snapshot,
                                   const FormatOptions& options = {});

/// Those of them that change nothing but lines which some spans (bytes) touch. A span that ends
/// where a line begins does not touch that line.
std::vector<lint::TextEdit> formatRanges(const workspace::Snapshot& snapshot,
                                         const std::vector<text::Span>& spans,
                                         const FormatOptions& options = {});

using lint::applied;

/// How an entry is to be indented, in columns; continuation lines stand two further in.
std::size_t indentOf(const model::Block& block, std::size_t entry);

}  // namespace journey::features
