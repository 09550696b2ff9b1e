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
  std::string filter;  // what typing is matched against
  std::string insert;
  bool snippet = false;  // `insert` has $1 and ${2:…} in it
  std::string detail;    // short, behind the label
  std::optional<locale::Message> about;
};

struct Completions {
  text::Span replace;                           // bytes; around the cursor, on its line
  std::vector<Completion> items;                // the best first
  std::optional<lint::TextEdit> indentation;    // to make with any of them
};

/// `offset` in bytes; `language` is that of the person, for details.
Completions complete(const workspace::Snapshot& snapshot, std::uint32_t offset, locale::Language language,
                     bool snippets);

}  // namespace journey::features
