// A title and its mentions change together while one types: a touchpoint's and the `Next` of its
// journey, a persona's and the [names] of the file.
// LSP 3.17: textDocument/linkedEditingRange
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "workspace/snapshot.hpp"

namespace journey::features {

struct LinkedEditing {
  std::vector<text::Span> spans;  // bytes; all hold the same text, apart from each other
  std::string_view pattern;       // a regular expression of what may be typed
};

/// Asked in the title, where a change means another name. In a mention it means another touchpoint
/// or persona, so there is nothing to link (that is what renaming is for). Empty also for titles of
/// several lines, titles without mentions, and titles that several blocks share.
LinkedEditing linkedEditing(const workspace::Snapshot& snapshot, std::uint32_t offset);

}  // namespace journey::features
