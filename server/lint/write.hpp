// Writing lines into a map: where a new entry goes and how it is indented. For fixes and completion.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/rule.hpp"

namespace journey::lint {

/// The line ending a text uses: that of its first line.
std::string_view lineEnding(const text::Text& text);

/// Columns of indentation for an entry of a construct, as the formatter sets it (two a level).
std::size_t indentOf(Construct construct);

/// `<indent>Keyword: text`, without line ending.
std::string entryLine(Construct construct, std::string_view text, locale::Language language);

/// Puts whole lines behind the line that holds `offset` (bytes).
TextEdit insertAfterLine(const text::Text& text, std::uint32_t offset, const std::vector<std::string>& lines);
/// Puts whole lines before the line that holds `offset`.
TextEdit insertBeforeLine(const text::Text& text, std::uint32_t offset, const std::vector<std::string>& lines);

/// Adds an entry to a block at its usual place among the block's own entries.
TextEdit addEntry(const text::Text& text, const model::Map& map, BlockIndex block, Construct construct,
                  std::string_view value);

/// Takes lines away, from the one that holds the span's start to the one that holds its end.
TextEdit deleteLines(const text::Text& text, Span span);

/// What stands for «fill this in»; placeholder-text then keeps asking for it.
inline constexpr std::string_view blank = "…";

}  // namespace journey::lint
