// Completion: keywords that fit the place, and what can stand behind them.
// LSP 3.17: textDocument/completion
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "locale/language.hpp"
#include "workspace/snapshot.hpp"
#include "workspace/view.hpp"

namespace journey::features {

struct Completion {
  enum class Kind : std::uint8_t { Keyword, Block, Value, Reference, Emotion, Phase, Comment };
  Kind kind = Kind::Value;
  std::string label;
  std::string filter;  // what typing is matched against; a keyword's other words too
  std::string insert;
  bool snippet = false;    // `insert` has $1 and $0 in it
  bool preselect = false;  // what stands there already; one item at most
  std::string detail;      // short, beside the label
  std::string about;       // for `documentation`
  /// Of the white space in front; ends where `replace` begins.
  std::optional<lint::TextEdit> indentation;
};

struct Completions {
  text::Span replace;  // bytes; around the cursor, on its line
  /// Where `replace` ends for somebody who wants to keep what stands behind the cursor.
  std::uint32_t insertEnd = 0;
  /// Characters that nobody types inside an item: they accept it, and are typed behind it.
  std::string_view commit;
  std::vector<Completion> items;  // the best first
};

/// Who asks, and how they take the answer.
struct CompletionOptions {
  locale::Language language = locale::Language::En;  // of the person, for details
  bool snippets = false;
  /// The editor matches what is typed against `filter`. Simple ones look at the text to be
  /// inserted.
  bool filters = true;
  char trigger = 0;  // what was just typed, if that is why completion is asked for
  /// All files of the workspace, asked for only where they are of use.
  std::function<workspace::ViewPtr()> files = {};
};

/// `offset` in bytes.
Completions complete(const workspace::Snapshot& snapshot, std::uint32_t offset,
                     const CompletionOptions& options = {});

}  // namespace journey::features
