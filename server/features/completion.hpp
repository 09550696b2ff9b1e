// Completion: keywords that fit the place, and what can stand behind them.
// LSP 3.17: textDocument/completion
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "locale/message.hpp"
#include "workspace/snapshot.hpp"

namespace journey::features {

struct Completion {
  enum class Kind : std::uint8_t { Keyword, Block, Value, Reference, Emotion, Phase, Comment };
  Kind kind = Kind::Value;
  std::string label;
  std::string filter;  // what typing is matched against; a keyword's other words too
  std::string insert;
  bool snippet = false;  // `insert` has $1 and ${2:…} in it
  std::string detail;    // short, behind the label
  std::optional<locale::Message> about;
  /// Of the white space in front; ends where `replace` begins.
  std::optional<lint::TextEdit> indentation;
};

struct Completions {
  text::Span replace;             // bytes; around the cursor, on its line
  std::vector<Completion> items;  // the best first
};

/// `offset` in bytes; `language` is that of the person, for details. `trigger` is the character
/// that was just typed if that is why completion is asked for.
Completions complete(const workspace::Snapshot& snapshot, std::uint32_t offset,
                     locale::Language language, bool snippets, char trigger = 0);

}  // namespace journey::features
