// Where in the map a cursor stands: its line, the blocks open before it, what they already hold.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "workspace/snapshot.hpp"

namespace journey::features {

struct Place {
  std::uint32_t lineNumber = 0;
  std::uint32_t lineStart = 0;                // bytes; behind a byte order mark
  std::string line;                           // without its ending
  std::uint32_t column = 0;                   // bytes into the line
  model::BlockIndex block = 0;                // the block whose lines stand before, or around it
  std::optional<model::Construct> construct;  // of the entry on this line
  // Of the lines before this one:
  model::Block::Kind open = model::Block::Kind::Preamble;  // innermost open block
  bool inOpportunity = false;
  std::set<model::Construct> present;  // what that block (or opportunity) holds already
};

Place placeAt(const workspace::Snapshot& snapshot, std::uint32_t offset);

/// The entry whose keyword, qualifier or text (continuation lines too) holds a byte offset.
std::optional<model::EntryRef> entryAt(const workspace::Snapshot& snapshot, std::uint32_t offset);

/// What a whole line is, and the entry that it begins or continues.
struct LineAt {
  enum class Kind : std::uint8_t { Blank, Entry, Continuation, Comment, Stray };
  Kind kind = Kind::Blank;
  std::optional<model::EntryRef> entry;  // always with Entry; with Continuation where there is one
};

LineAt lineAt(const workspace::Snapshot& snapshot, std::uint32_t line);

inline constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// White space at the front of a line, in bytes.
std::size_t leadingSpace(std::string_view line);

}  // namespace journey::features
