// Every feature at every place of real maps, whole and broken.
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

#include "features/call_hierarchy.hpp"
#include "features/code_lens.hpp"
#include "features/completion.hpp"
#include "features/definition.hpp"
#include "features/documentation.hpp"
#include "features/folding.hpp"
#include "features/format.hpp"
#include "features/hover.hpp"
#include "features/inlay_hints.hpp"
#include "features/linked_editing.hpp"
#include "features/links.hpp"
#include "features/on_type.hpp"
#include "features/organize.hpp"
#include "features/place.hpp"
#include "features/refactor/refactorings.hpp"
#include "features/reference_lens.hpp"
#include "features/references.hpp"
#include "features/rename.hpp"
#include "features/rule_hover.hpp"
#include "features/selection_ranges.hpp"
#include "features/semantic_tokens.hpp"
#include "features/symbols.hpp"
#include "features/workspace_symbols.hpp"
#include "support/files.hpp"
#include "support/fixture.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"

using namespace journey;

namespace {

class Scan {
 public:
  explicit Scan(const workspace::SnapshotPtr& snapshot) : s_(*snapshot) {
    view_.files = {workspace::makeFile("file:///scanned.journey", s_.text,
                                       workspace::factsOf(s_.text, s_.map), snapshot)};
  }

  void whole() {
    wholeWorkspace();
    for (text::Span span : features::previewLenses(s_)) need(inside(span) && oneLine(span), "lens");
    for (const features::PainLens& lens : features::painLenses(s_)) {
      need(inside(lens.line) && oneLine(lens.line) && !lens.pains.empty(), "pain lens");
      for (text::Span span : lens.pains) need(inside(span), "pain");
    }
    hints();
    tokens();
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
    // These write the whole map anew, wherever the cursor is.
    refactor(features::refactorings::translateKeywords, {0, 0});
    refactor(features::refactorings::draftFuture, {s_.text.size(), s_.text.size()});
    refactor(features::refactorings::wrapStrayLines, {0, s_.text.size()});
    need(features::formatRanges(s_, {{0, s_.text.size()}}).size() == features::format(s_).size(),
         "a range of everything");
  }

  void wholeWorkspace() {
    for (const features::DocumentLink& link : features::documentLinks(view_, file()))
      need(inside(link.span) && !link.target.empty(), "link");
    for (const features::ReferenceLens& lens : features::referenceLenses(view_, file()))
      need(inside(lens.line) && oneLine(lens.line) && !lens.mentions.empty(), "reference lens");
    for (const features::WorkspaceSymbol& symbol : features::workspaceSymbols(view_, "e"))
      need(inside(symbol.at.name->span) && !symbol.at.name->text.empty(), "workspace symbol");
  }

  /// What follows names.
  void names(std::uint32_t offset) {
    offset_ = offset;
    if (auto found = features::definition(view_, file(), offset)) {
      need(inside(found->origin) && found->origin.touches(offset), "definition's origin");
      for (const features::Target& target : found->targets)
        need(inside(target.whole) && target.whole.start <= target.name.start &&
                 target.name.end <= target.whole.end,
             "definition");
    }
    for (const features::Reference& r : features::references(view_, file(), offset, true))
      need(inside(r.span), "reference");
    auto prepared = features::prepareRename(file(), offset);
    auto renamed = features::rename(view_, file(), offset, "Renamed by the scan");
    auto* edit = std::get_if<features::WorkspaceEdit>(&renamed);
    need(prepared.has_value() == (edit != nullptr), "what is prepared is renamed");
    bool here = false;
    if (edit)
      for (const lint::TextEdit& e : edit->files.at(0).edits) {
        need(inside(e.span), "rename");
        here |= e.span.touches(offset) || !oneLine(prepared->span);
      }
    need(!edit || here, "rename at the cursor");
    std::size_t places = features::highlights(view_, file(), offset).size();
    need(prepared.has_value() == (places > 0), "highlight");
    if (auto touchpoint = features::touchpointAt(view_, file(), offset))
      for (auto* ways : {&features::waysFrom, &features::waysTo})
        for (const features::Way& way : ways(*touchpoint))
          for (text::Span span : way.spans) need(inside(span), "way");
  }

  void at(std::uint32_t offset) {
    names(offset);
    need(features::placeAt(s_, offset).column <= s_.text.size(), "place");
    if (auto ref = features::entryAt(s_, offset))
      need(ref->entry < s_.map.block(ref->block).entries.size(), "entry");
    if (auto hover = features::hover(s_, offset, locale::Language::En)) {
      need(inside(hover->span) && hover->span.touches(offset), "hover around the cursor");
      need(text::validUtf8(hover->text) == hover->text, "hover in UTF-8");
    }
    if (auto hover = features::ruleHover(s_, offset, locale::Language::En,
                                         features::Markup::Markdown, "file:///rules/"))
      need(inside(hover->span) && hover->span.touches(offset), "a finding around the cursor");
    for (const features::Refactoring* refactoring : features::allRefactorings())
      if (refactoring != &features::refactorings::translateKeywords &&
          refactoring != &features::refactorings::draftFuture)
        refactor(*refactoring, {offset, offset});
    std::uint32_t here = s_.text.lineOf(offset);
    for (char typed : {'\n', ':', '|', 'x'})
      for (const lint::TextEdit& edit : features::formatOnType(s_, offset, typed)) {
        std::string before = s_.text.slice({s_.text.lineStart(here), edit.span.end});
        need(edit.span.start <= edit.span.end && s_.text.lineOf(edit.span.start) == here &&
                 before.size() <= s_.text.line(here).size(),
             "typing changes the cursor's line");
        need(features::leadingSpace(s_.text.slice(edit.span)) == edit.span.size(),
             "typing changes white space");
      }
    selections(features::selectionRanges(s_, offset));
    features::LinkedEditing linked = features::linkedEditing(s_, offset);
    for (std::size_t i = 0; i < linked.spans.size(); ++i) {
      need(inside(linked.spans[i]) && oneLine(linked.spans[i]), "linked");
      need(s_.text.slice(linked.spans[i]) == s_.text.slice(linked.spans[0]), "linked alike");
      need(i == 0 || linked.spans[i - 1].end < linked.spans[i].start, "linked apart");
    }
    for (bool snippets : {false, true}) {
      features::CompletionOptions options;
      options.snippets = snippets;
      options.filters = snippets;
      features::Completions found = features::complete(s_, offset, options);
      // Inside a line ending or a byte order mark there is no cursor.
      std::uint32_t line = s_.text.lineOf(offset);
      std::uint32_t start = s_.text.lineStart(line);
      auto end = start + static_cast<std::uint32_t>(s_.text.line(line).size());
      need(inside(found.replace) && oneLine(found.replace), "replace on one line");
      need(found.replace.touches(std::min(offset, end)) || offset < start + 3,
           "replace around the cursor");
      need(found.replace.start <= found.insertEnd && found.insertEnd <= found.replace.end &&
               found.insertEnd >= std::min(offset, found.replace.end),
           "insert up to the cursor");
      need(std::ranges::count(found.items, true, &features::Completion::preselect) <= 1,
           "one preselected");
      for (const features::Completion& item : found.items) {
        need(!item.label.empty() && !item.filter.empty(), "item");
        if (!item.about.empty()) documented(item.about);
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
    features::RefactorRequest request{s_, "file:///a.journey", selection,
                                      std::make_shared<const workspace::View>(), true};
    for (const features::RefactorOffer& offer : refactoring.offers(request)) {
      if (offer.disabled) continue;
      features::WorkspaceEdit edit = refactoring.edit(request, offer);
      need(!edit.files.empty() || !edit.created.empty(), refactoring.id);
      for (const features::FileEdits& file : edit.files) edits(file.edits, refactoring.id);
    }
  }
  /// Every item says what it is, in Markdown and without; asked once for each.
  void documented(const std::string& about) {
    if (!seen_.insert(about).second) return;
    for (features::Markup markup : {features::Markup::Plain, features::Markup::Markdown}) {
      std::string told = features::documentation(s_, about, locale::Language::En, markup);
      need(!told.empty() || about.starts_with("block:"), about);
      need(text::validUtf8(told) == told, "documentation in UTF-8");
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
  void hints() {
    std::uint32_t at = 0;
    for (const features::InlayHint& hint :
         features::inlayHints(s_, {0, s_.text.size()}, locale::Language::En)) {
      need(at <= hint.offset && hint.offset <= s_.text.size(), "hints in order");
      need(!hint.label.empty(), "hint");
      at = hint.offset;
    }
  }
  void tokens() {
    std::vector<features::Token> tokens = features::semanticTokens(s_);
    std::uint32_t at = 0;
    for (const features::Token& token : tokens) {
      need(inside(token.span) && oneLine(token.span) && !token.span.empty(), "token");
      need(at <= token.span.start, "tokens in order, apart");
      need(s_.text.lineOf(token.span.start) == token.line, "token's line");
      at = token.span.end;
    }
    using text::PositionEncoding;
    for (auto encoding :
         {PositionEncoding::Utf8, PositionEncoding::Utf16, PositionEncoding::Utf32}) {
      std::vector<std::uint32_t> data = features::encodeTokens(s_.text, tokens, encoding);
      need(data.size() == tokens.size() * 5, "five numbers a token");
      text::Position place;
      for (std::size_t i = 0; i < tokens.size() && data.size() == tokens.size() * 5; ++i) {
        if (data[i * 5] > 0) place = {place.line + data[i * 5], 0};
        place.character += data[i * 5 + 1];
        text::Range range = text::rangeOf(s_.text, tokens[i].span, encoding);
        need(place == range.start, "token's place");
        need(place.character + data[i * 5 + 2] == range.end.character, "token's length");
      }
    }
  }
  void selections(const std::vector<text::Span>& spans) {
    need(!spans.empty() && spans.back() == text::Span{0, s_.text.size()}, "the file is selected");
    for (std::size_t i = 0; i < spans.size(); ++i) {
      need(inside(spans[i]) && spans[i].touches(offset_), "selection around the cursor");
      need(i == 0 || (spans[i].start <= spans[i - 1].start && spans[i - 1].end <= spans[i].end &&
                      spans[i] != spans[i - 1]),
           "selections nested");
    }
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

  const workspace::File& file() const { return *view_.files.front(); }

  const workspace::Snapshot& s_;
  workspace::View view_;
  std::uint32_t offset_ = 0;
  std::set<std::string> seen_;
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
