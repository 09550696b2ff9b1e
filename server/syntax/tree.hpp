// The syntax tree. The only place that knows tree-sitter: others see lines.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "syntax/construct.hpp"
#include "text/span.hpp"
#include "text/text.hpp"

struct TSTree;

namespace journey::syntax {

/// What a line is (language.md, «Lines»); blank lines have no node.
struct Line {
  enum class Kind : std::uint8_t { Entry, Continuation, Comment, Stray };
  Kind kind = Kind::Stray;
  Construct construct = Construct::Unknown;  // of an entry
  // Bytes of the text. `keyword` to `body` are empty where a line has no such part; a qualifier is
  // given with its brackets; `body` is what stands behind the colon or the bar.
  text::Span whole;
  text::Span keyword;
  text::Span qualifier;
  text::Span body;
};

/// Immutable; a copy is cheap.
class Tree {
 public:
  Tree() = default;
  explicit operator bool() const { return tree_ != nullptr; }

  /// The lines whose nodes touch a span, in order.
  std::vector<Line> lines(text::Span span) const;

  /// As an S-expression, with positions left out. For tests and tools.
  std::string toString() const;
  /// True if the tree holds an ERROR or MISSING node, which the grammar never yields.
  bool hasError() const;

 private:
  friend Tree parse(const text::Text&);
  friend Tree reparse(const Tree&, const struct Edit&, const text::Text&);
  explicit Tree(TSTree* tree);
  std::shared_ptr<TSTree> tree_;
};

/// One replacement: the bytes of `before` in the old text became `after` in the new text.
struct Edit {
  text::Span before;
  text::Span after;
};

Tree parse(const text::Text& text);
/// The tree of `now`, which is the tree's text with one edit done; unchanged parts are shared.
Tree reparse(const Tree& tree, const Edit& edit, const text::Text& now);

}  // namespace journey::syntax
