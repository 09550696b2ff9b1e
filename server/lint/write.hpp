// Writing lines into a map: where a new entry goes and how it is indented. For fixes and
// completion.
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

/// Where an entry usually stands among those of its block, from 1; 0 for one without a usual place.
/// What is said anywhere comes last, but before opportunities: behind one it would be theirs.
int usualPlace(model::Block::Kind block, Construct construct);

/// `<indent>Keyword: text`, without line ending.
std::string entryLine(Construct construct, std::string_view text, locale::Language language);

/// Puts whole lines behind the line that holds `offset` (bytes).
TextEdit insertAfterLine(const text::Text& text, std::uint32_t offset,
                         const std::vector<std::string>& lines);
/// Puts whole lines before the line that holds `offset`.
TextEdit insertBeforeLine(const text::Text& text, std::uint32_t offset,
                          const std::vector<std::string>& lines);

/// Puts a block behind that line: a blank line before it, and one after it unless there is one.
TextEdit insertBlockAfterLine(const text::Text& text, std::uint32_t offset,
                              std::vector<std::string> lines);

/// Where the last line that belongs to a block ends: an entry or a stray line, not a comment (it
/// mostly speaks of what follows), and nothing behind an entry that ended the block.
std::uint32_t ownEnd(const model::Map& map, BlockIndex block);

/// Adds an entry to a block at its usual place among the block's own entries, indented like them.
TextEdit addEntry(const text::Text& text, const model::Map& map, BlockIndex block,
                  Construct construct, std::string_view value);

/// Puts a persona's lines behind the journey's personas, else behind its head.
TextEdit addPersona(const text::Text& text, const model::Map& map, const model::Journey& journey,
                    std::vector<std::string> lines);

/// True for a head that others stand under: without it they would join the block before.
bool carriesOthers(const model::Map& map, BlockIndex block, std::uint32_t entry);

/// Takes lines away, from the one that holds the span's start to the one that holds its end.
TextEdit deleteLines(const text::Text& text, Span span);

/// What stands for «fill this in»; placeholder-text then keeps asking for it.
inline constexpr std::string_view blank = "…";

}  // namespace journey::lint
