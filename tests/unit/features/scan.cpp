// Every feature at every place of real maps, whole and broken.
#include <catch2/catch_test_macros.hpp>

#include "features/code_lens.hpp"
#include "features/completion.hpp"
#include "features/folding.hpp"
#include "features/format.hpp"
#include "features/hover.hpp"
#include "features/organize.hpp"
#include "features/place.hpp"
#include "features/refactor/refactorings.hpp"
#include "features/symbols.hpp"
#include "support/files.hpp"
#include "support/fixture.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"

using namespace journey;

namespace {

class Scan {
 public:
  explicit Scan(const workspace::SnapshotPtr& snapshot) : s_(*snapshot) {}

  void whole() {
    for (text::Span span : features::previewLenses(s_)) need(inside(span) && oneLine(span), "lens");
    symbols(features::symbols(s_), {0, s_.text.size()});
    std::uint32_t line = 0;
    bool first = true;
    for (const features::Fold& fold : features::folds(s_)) {
      need(fold.first < fold.last && fold.last < s_.text.lineCount(), "fold");
      need(first || fold.first > line, "folds in order, one a line");
      need(!text::trimmed(s_.text.line(fold.last)).empty(), "a fold ends in words");
      line = fold.first;
      first = false;
    }
    edits(features::format(s_), "format");
    edits(features::organize(s_), "organize");
    refactor(features::refactorings::translateKeywords, {0, 0});
    refactor(features::refactorings::wrapStrayLines, {0, s_.text.size()});
  }

  void at(std::uint32_t offset) {
    offset_ = offset;
    need(features::placeAt(s_, offset).column <= s_.text.size(), "place");
    if (auto ref = features::entryAt(s_, offset))
      need(ref->entry < s_.map.block(ref->block).entries.size(), "entry");
    if (auto hover = features::hover(s_, offset, locale::Language::En)) {
      need(inside(hover->span) && hover->span.touches(offset), "hover around the cursor");
      need(text::validUtf8(hover->text) == hover->text, "hover in UTF-8");
    }
    for (const features::Refactoring* refactoring : features::allRefactorings())
      if (refactoring != &features::refactorings::translateKeywords)
        refactor(*refactoring, {offset, offset});
    for (bool snippets : {false, true}) {
      features::Completions found = features::complete(s_, offset, locale::Language::En, snippets);
      // Inside a line ending or a byte order mark there is no cursor.
      std::uint32_t line = s_.text.lineOf(offset);
      std::uint32_t start = s_.text.lineStart(line);
      auto end = start + static_cast<std::uint32_t>(s_.text.line(line).size());
      need(inside(found.replace) && oneLine(found.replace), "replace on one line");
      need(found.replace.touches(std::min(offset, end)) || offset < start + 3,
           "replace around the cursor");
      for (const features::Completion& item : found.items) {
        need(!item.label.empty() && !item.filter.empty(), "item");
        need(!item.snippet || snippets, "snippets only if wanted");
        need(item.snippet || item.insert.find('\n') == item.insert.npos, "one line");
        if (item.indentation) {
          need(item.indentation->span.start >= start &&
                   item.indentation->span.end == found.replace.start,
               "indentation in front");
          need(!item.indentation->span.empty() || !found.replace.empty(), "two edits at one place");
        }
      }
    }
  }

  std::string failed;

 private:
  void edits(const std::vector<lint::TextEdit>& list, std::string_view what) {
    std::uint32_t at = 0;
    for (const lint::TextEdit& edit : list) {
      need(at <= edit.span.start && inside(edit.span), what);
      at = edit.span.end;
    }
  }
  void refactor(const features::Refactoring& refactoring, text::Span selection) {
    static const workspace::View nothing;
    features::RefactorRequest request{s_, "file:///a.journey", selection, nothing, true};
    for (const features::RefactorOffer& offer : refactoring.offers(request)) {
      if (offer.disabled) continue;
      features::WorkspaceEdit edit = refactoring.edit(request, offer);
      need(!edit.files.empty() || !edit.created.empty(), refactoring.id);
      for (const features::FileEdits& file : edit.files) edits(file.edits, refactoring.id);
    }
  }
  bool inside(text::Span span) const {
    return span.start <= span.end && span.end <= s_.text.size();
  }
  bool oneLine(text::Span span) const {
    return s_.text.lineOf(span.start) == s_.text.lineOf(span.end);
  }
  void need(bool holds, std::string_view what) {
    if (!holds && failed.empty())
      failed = std::string(what) + " behind «" +
               s_.text.slice({offset_ - std::min(offset_, 50U), offset_}) + "»";
  }
  void symbols(const std::vector<features::Symbol>& list, text::Span around) {
    std::uint32_t at = around.start;
    for (const features::Symbol& symbol : list) {
      need(
          inside(symbol.span) && around.start <= symbol.span.start && symbol.span.end <= around.end,
          "symbol in its parent");
      need(at <= symbol.span.start, "symbols in order, apart");
      need(symbol.span.start <= symbol.title.start && symbol.title.end <= symbol.span.end,
           "title in its symbol");
      need(!symbol.name.empty(), "symbol's name");
      symbols(symbol.children, symbol.span);
      at = symbol.span.end;
    }
  }

  const workspace::Snapshot& s_;
  std::uint32_t offset_ = 0;
};

void scan(std::string_view text, std::uint32_t from = 0, std::uint32_t to = ~0U,
          std::uint32_t step = 1) {
  auto snapshot = test::snapshotOf(text);
  Scan one(snapshot);
  one.whole();
  for (std::uint32_t offset = from; offset <= std::min(to, snapshot->text.size()); offset += step)
    one.at(offset);
  if (one.failed.empty()) return;
  FAIL(one.failed);
}

}  // namespace

TEST_CASE("every feature at every byte of every example", "[features][scan]") {
  for (const auto& path : test::examples()) {
    INFO(path);
    scan(test::readFile(path));
  }
}

TEST_CASE("every feature around each single deletion", "[features][scan]") {
  std::string text = test::readFile(test::source("grammar/examples/workshop.en.journey"));
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    std::string without = text.substr(0, i) + text.substr(i + 1);
    scan(without, i < 2 ? 0 : i - 2, i + 2);
  }
}

TEST_CASE("every feature in every beginning of a map", "[features][scan]") {
  std::string text = test::readFile(test::source("grammar/examples/canteen-future.nb.journey"));
  for (std::uint32_t size = 0; size <= text.size(); ++size)
    scan(text.substr(0, size), size < 2 ? 0 : size - 2);
}

TEST_CASE("every feature in odd texts", "[features][scan]") {
  using namespace std::literals;
  for (
      std::string_view text :
      {""sv, "\xEF\xBB\xBF"sv, "\xEF\xBB\xBFJourney: J\n"sv, "\n\r\n\r"sv, ":"sv, "[:"sv, "[]:"sv,
       "#"sv, "# :"sv, "|"sv, "Emotion: \xFF\xC3(\n  Emotion: 😖😖 (+9) x,;/(\n"sv,
       "Phase: \0a\0\nTouchpoint:\0\n"sv, "Opportunity: o\nOwner: w"sv,
       "Persona: P\nPhase: A\nTouchpoint: T\nPersona: Q\nTouchpoint: U\nGoal: g\nTouchpoint: V\nOpportunity: o\nJourney: J"sv,
       "Journey: J\n| a\n\n| b\n# c\n# d\n| e\nstray\nPhase: P\n\nTouchpoint: T\nstray\nGoal: g\nstray\nOpportunity: o\n"sv,
       "Journey:\n  Lane: $Back}stage\\\nPhase:\nTouchpoint:\n\n"sv,
       "Touchpoint: T\r\n    Emotion [: glad\r\n\r\n"sv})
    scan(text);
}
