#include "syntax/tree.hpp"

#include <tree_sitter/api.h>

#include <array>
#include <cstdlib>
#include <stdexcept>
#include <string>

extern "C" const TSLanguage* tree_sitter_journey();

namespace journey::syntax {

namespace {

using text::Span;

struct Symbols {
  TSSymbol entry, stray, comment, continuation, unknownKeyword;
  TSFieldId keyword, qualifier, text;
  std::vector<Construct> constructs;  // by symbol; Unknown for what is no keyword

  Symbols() {
    const TSLanguage* language = tree_sitter_journey();
    auto symbol = [&](std::string_view name) {
      return ts_language_symbol_for_name(language, name.data(),
                                         static_cast<std::uint32_t>(name.size()), true);
    };
    auto field = [&](std::string_view name) {
      return ts_language_field_id_for_name(language, name.data(),
                                           static_cast<std::uint32_t>(name.size()));
    };
    entry = symbol("entry");
    stray = symbol("stray");
    comment = symbol("comment");
    continuation = symbol("continuation");
    unknownKeyword = symbol("unknown_keyword");
    keyword = field("keyword");
    qualifier = field("qualifier");
    text = field("text");
    constructs.assign(ts_language_symbol_count(language), Construct::Unknown);
    for (std::size_t i = 0; i < constructCount; ++i) {
      std::string name(constructNames[i]);
      constructs[symbol(name + "_keyword")] = static_cast<Construct>(i);
    }
  }
};

const Symbols& symbols() {
  static const Symbols table;
  return table;
}

Span spanOf(TSNode node) { return {ts_node_start_byte(node), ts_node_end_byte(node)}; }

const char* readChunk(void* payload, std::uint32_t byte, TSPoint, std::uint32_t* size) {
  std::string_view piece = static_cast<const text::Text*>(payload)->from(byte);
  *size = static_cast<std::uint32_t>(piece.size());
  return piece.data();
}

TSTree* run(const TSTree* old, const text::Text& text) {
  // A parser keeps its stacks between calls, which is worth keeping; it is bound to its thread.
  thread_local std::unique_ptr<TSParser, decltype(&ts_parser_delete)> parser(
      [] {
        TSParser* p = ts_parser_new();
        if (!ts_parser_set_language(p, tree_sitter_journey()))
          throw std::runtime_error(
              "the tree-sitter runtime is too old or too new for this grammar");
        return p;
      }(),
      &ts_parser_delete);
  TSInput input{const_cast<text::Text*>(&text), &readChunk, TSInputEncodingUTF8};
  return ts_parser_parse(parser.get(), old, input);
}

// Rows and columns are not used anywhere (they end at \n only, and count bytes), but the parser
// wants them consistent: everything is one row.
TSPoint point(std::uint32_t offset) { return {0, offset}; }

Line lineOf(TSNode node, TSSymbol symbol) {
  const Symbols& s = symbols();
  Line line;
  line.whole = spanOf(node);
  if (symbol == s.comment) {
    line.kind = Line::Kind::Comment;
    return line;
  }
  if (symbol == s.stray) return line;
  auto child = [&](TSFieldId field) {
    TSNode found = ts_node_child_by_field_id(node, field);
    return ts_node_is_null(found) ? Span{} : spanOf(found);
  };
  line.body = child(s.text);
  if (symbol == s.continuation) {
    line.kind = Line::Kind::Continuation;
    return line;
  }
  line.kind = Line::Kind::Entry;
  TSNode keyword = ts_node_child_by_field_id(node, s.keyword);
  line.keyword = spanOf(keyword);
  line.construct = s.constructs[ts_node_symbol(keyword)];
  line.qualifier = child(s.qualifier);
  return line;
}

}  // namespace

Tree::Tree(TSTree* tree) : tree_(tree, &ts_tree_delete) {}

std::vector<Line> Tree::lines(text::Span span) const {
  std::vector<Line> out;
  if (!tree_) return out;
  const Symbols& s = symbols();
  TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree_.get()));
  // Depth first, skipping what ends before the span and stopping at what starts behind it.
  auto enter = [&] {
    return ts_tree_cursor_goto_first_child_for_byte(&cursor, span.start) >= 0 ||
           ts_tree_cursor_goto_first_child(&cursor);
  };
  bool more = enter();
  while (more) {
    TSNode node = ts_tree_cursor_current_node(&cursor);
    if (ts_node_start_byte(node) > span.end) break;
    TSSymbol symbol = ts_node_symbol(node);
    bool isLine =
        symbol == s.entry || symbol == s.stray || symbol == s.comment || symbol == s.continuation;
    if (isLine) {
      out.push_back(lineOf(node, symbol));
    } else if (ts_node_named_child_count(node) > 0) {
      if (ts_node_start_byte(node) >= span.start ? ts_tree_cursor_goto_first_child(&cursor)
                                                 : enter())
        continue;
    }
    while (!(more = ts_tree_cursor_goto_next_sibling(&cursor)))
      if (!ts_tree_cursor_goto_parent(&cursor)) break;
  }
  ts_tree_cursor_delete(&cursor);
  return out;
}

std::string Tree::toString() const {
  std::unique_ptr<char, decltype(&std::free)> s(ts_node_string(ts_tree_root_node(tree_.get())),
                                                &std::free);
  return s.get();
}

bool Tree::hasError() const { return ts_node_has_error(ts_tree_root_node(tree_.get())); }

Tree parse(const text::Text& text) { return Tree(run(nullptr, text)); }

Tree reparse(const Tree& tree, const Edit& edit, const text::Text& now) {
  std::unique_ptr<TSTree, decltype(&ts_tree_delete)> edited(ts_tree_copy(tree.tree_.get()),
                                                            &ts_tree_delete);
  TSInputEdit input{edit.before.start,        edit.before.end,        edit.after.end,
                    point(edit.before.start), point(edit.before.end), point(edit.after.end)};
  ts_tree_edit(edited.get(), &input);
  return Tree(run(edited.get(), now));
}

}  // namespace journey::syntax
