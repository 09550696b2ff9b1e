#include "features/format.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "features/place.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace journey::features {

namespace {

using model::Block;
using model::Construct;

/// What is known of each line of the document before its text is looked at.
struct LineFacts {
  enum class Kind : std::uint8_t { Blank, Entry, Continuation, Comment, Stray };
  Kind kind = Kind::Blank;
  std::size_t indent = 0;
  bool wantsGap =
      false;  // a persona, phase or journey, or the comments above it: a blank line before it
};

/// Comments belong to what stands right below them, else to what stands right above. Those apart
/// from both speak of what follows, unless somebody set them as deep as the entry above.
void placeComments(std::vector<LineFacts>& facts, const text::Text& text) {
  using Kind = LineFacts::Kind;
  std::vector<std::size_t> below(facts.size() + 1,
                                 0);  // indentation of the next entry from a line on
  for (std::size_t i = facts.size(); i-- > 0;)
    below[i] = facts[i].kind == Kind::Entry ? facts[i].indent : below[i + 1];
  std::optional<std::size_t> above;  // the last entry's
  for (std::size_t first = 0; first < facts.size(); ++first) {
    if (facts[first].kind == Kind::Entry) above = facts[first].indent;
    if (facts[first].kind != Kind::Comment) continue;
    std::size_t end = first;
    while (end < facts.size() && facts[end].kind == Kind::Comment) ++end;
    bool attachedBelow = end < facts.size() && facts[end].kind == Kind::Entry;
    bool attachedAbove = first > 0 && (facts[first - 1].kind == Kind::Entry ||
                                       facts[first - 1].kind == Kind::Continuation);
    std::string_view line = text.line(static_cast<std::uint32_t>(first));
    bool asAbove = above && line.find_first_not_of(' ') == *above;
    std::size_t indent =
        !attachedBelow && above && (attachedAbove || asAbove) ? *above : below[end];
    for (std::size_t i = first; i < end; ++i) facts[i].indent = indent;
    facts[first].wantsGap = attachedBelow && facts[end].wantsGap;
    first = end - 1;
  }
}

std::vector<LineFacts> factsOf(const workspace::Snapshot& snapshot) {
  using Kind = LineFacts::Kind;
  std::vector<LineFacts> facts(snapshot.text.lineCount());
  for (const model::PlacedBlock& placed : snapshot.map.blocks) {
    for (std::size_t e = 0; e < placed->entries.size(); ++e) {
      const model::Entry& entry = placed->entries[e];
      std::size_t indent = indentOf(*placed, e);
      std::uint32_t first = placed.line + entry.line;
      facts[first] = {Kind::Entry, indent,
                      e == 0 && placed->hasHead() && placed->kind != Block::Kind::Touchpoint};
      // Blank lines and comments may stand between an entry and what continues it.
      for (std::uint32_t l = first + 1; l < first + entry.lineCount; ++l)
        if (std::string_view line = snapshot.text.line(l);
            line.substr(leadingSpace(line)).starts_with('|'))
          facts[l] = {Kind::Continuation, indent + 2};
    }
    for (const model::OtherLine& other : placed->others)
      facts[placed.line + other.line] = {
          other.kind == model::OtherLine::Kind::Comment ? Kind::Comment : Kind::Stray, 0};
  }
  placeComments(facts, snapshot.text);
  return facts;
}

/// The line ending that most lines have; the first one's if two are as common.
std::string_view commonEnding(const text::Text& text) {
  struct Ending {
    std::string_view bytes;
    std::uint32_t lines;
  };
  std::array<Ending, 3> endings{{{"\n", 0}, {"\r\n", 0}, {"\r", 0}}};
  std::string_view firstEnding;
  for (std::uint32_t line = 0; line + 1 < text.lineCount(); ++line) {
    std::string_view rest =
        text.from(text.lineStart(line) + static_cast<std::uint32_t>(text.line(line).size()));
    std::string_view ending = rest.substr(0, text::lineEndingAt(rest));
    if (line == 0) firstEnding = ending;
    for (Ending& e : endings)
      if (e.bytes == ending) ++e.lines;
  }
  std::ranges::stable_partition(endings, [&](const Ending& e) { return e.bytes == firstEnding; });
  return std::ranges::max_element(endings, {}, &Ending::lines)->bytes;
}

class Formatter {
 public:
  Formatter(const workspace::Snapshot& snapshot, const FormatOptions& options)
      : snapshot_(snapshot),
        options_(options),
        facts_(factsOf(snapshot)),
        ending_(commonEnding(snapshot.text)) {}

  std::vector<lint::TextEdit> run() {
    std::size_t content = facts_.size();
    while (content > 0 && facts_[content - 1].kind == LineFacts::Kind::Blank) --content;
    for (const model::PlacedBlock& placed : snapshot_.map.blocks)
      for (const model::Entry& entry : placed->entries) spacing(placed, entry);
    for (std::uint32_t line = 0; line < content; ++line) this->line(line);
    end(static_cast<std::uint32_t>(content));
    std::ranges::stable_sort(edits_, {}, [](const lint::TextEdit& e) { return e.span; });
    return std::move(edits_);
  }

 private:
  void replace(text::Span span, std::string_view with) {
    if (snapshot_.text.slice(span) != with) edits_.push_back({span, std::string(with)});
  }

  /// `Keyword [qualifier]: text`
  void spacing(const model::PlacedBlock& placed, const model::Entry& entry) {
    std::uint32_t at = placed.offset;
    auto between = [&](std::uint32_t from, std::uint32_t to, std::string_view with) {
      replace({at + from, at + to}, with);
    };
    std::string head = snapshot_.text.slice({at + entry.keyword.end, at + entry.body.start});
    std::size_t open = head.find('[');
    std::size_t close = open == head.npos ? open : head.find(']', open);
    std::size_t colon = head.find(':', close == head.npos ? 0 : close);
    if (colon == head.npos) return;
    auto offset = [&](std::size_t i) { return entry.keyword.end + static_cast<std::uint32_t>(i); };
    if (close != head.npos) {
      between(offset(0), offset(open), " ");
      if (!entry.qualifier.empty()) {
        between(offset(open + 1), entry.qualifier.start, "");
        between(entry.qualifier.end, offset(close), "");
      }
      between(offset(close + 1), offset(colon), "");
    } else {
      between(offset(0), offset(colon), "");
    }
    if (!entry.body.empty()) between(offset(colon + 1), entry.body.start, " ");
  }

  void line(std::uint32_t number) {
    const LineFacts& facts = facts_[number];
    std::string_view text = snapshot_.text.line(number);
    std::uint32_t start = snapshot_.text.lineStart(number);
    if (number == 0 && text.starts_with(byteOrderMark)) {
      text.remove_prefix(byteOrderMark.size());
      start += static_cast<std::uint32_t>(byteOrderMark.size());
    }
    auto end = start + static_cast<std::uint32_t>(text.size());
    std::uint32_t next = snapshot_.text.lineStart(number + 1);
    if (facts.kind == LineFacts::Kind::Blank) {
      // One blank line is enough, and none is needed at the beginning.
      bool second = number == 0 || facts_[number - 1].kind == LineFacts::Kind::Blank;
      std::uint32_t from = second || options_.trimTrailingWhitespace ? start : end;
      replace({from, next}, second ? std::string_view{} : ending_);
      return;
    }
    if (number + 1 < facts_.size()) replace({end, next}, ending_);
    auto space = static_cast<std::uint32_t>(leadingSpace(text));
    if (facts.kind != LineFacts::Kind::Stray)
      replace({start, start + space}, gap(number) + std::string(facts.indent, ' '));
    std::string_view trimmed = text::trimmed(text);
    auto trimmedEnd = static_cast<std::uint32_t>(trimmed.data() + trimmed.size() - text.data());
    if (options_.trimTrailingWhitespace) replace({start + trimmedEnd, end}, "");
    if (facts.kind == LineFacts::Kind::Continuation) {
      std::string_view rest = text.substr(space + 1);
      std::string_view words = text::trimmed(rest);
      if (words.empty()) return;
      std::uint32_t bar = start + space + 1;
      replace({bar, bar + static_cast<std::uint32_t>(words.data() - rest.data())}, " ");
    }
  }

  /// The blank line that a head wants before it, comments above it included.
  std::string gap(std::uint32_t number) const {
    using Kind = LineFacts::Kind;
    if (!facts_[number].wantsGap || number == 0) return {};
    Kind before = facts_[number - 1].kind;
    return before == Kind::Blank || before == Kind::Comment ? std::string{} : std::string(ending_);
  }

  /// The text ends with one line ending, and no blank lines before it. `content` is the number of
  /// lines up to the last that is not blank.
  void end(std::uint32_t content) {
    const text::Text& text = snapshot_.text;
    if (content == facts_.size() && content > 0) {
      if (options_.insertFinalNewline)
        edits_.push_back({{text.size(), text.size()}, std::string(ending_)});
      return;
    }
    if (!options_.trimFinalNewlines) return;
    std::uint32_t from = text.lineStart(content);
    if (from == 0 && text.line(0).starts_with(byteOrderMark))
      from += static_cast<std::uint32_t>(byteOrderMark.size());
    replace({from, text.size()}, "");
  }

  const workspace::Snapshot& snapshot_;
  FormatOptions options_;
  std::vector<LineFacts> facts_;
  std::string_view ending_;
  std::vector<lint::TextEdit> edits_;
};

}  // namespace

std::size_t indentOf(const Block& block, std::size_t index) {
  const model::Entry& entry = block.entries[index];
  bool touchpoint = block.kind == Block::Kind::Touchpoint;
  if (index == 0 && block.hasHead()) return touchpoint ? 2 : 0;
  if (block.kind == Block::Kind::Preamble) return entry.place == model::Place::Opportunity ? 2 : 0;
  std::size_t own = touchpoint ? 4 : 2;
  switch (entry.place) {
    case model::Place::Journey:
      return 2;
    case model::Place::Opportunity:
      return own + 2;
    case model::Place::Block:
      return own;
    case model::Place::Nobody:
      // It stays in the innermost open block: after an entry of the journey that is the journey.
      for (std::size_t i = 0; i < index; ++i)
        if (block.entries[i].place == model::Place::Journey) return 2;
      return own;
  }
  return own;
}

std::vector<lint::TextEdit> format(const workspace::Snapshot& snapshot,
                                   const FormatOptions& options) {
  return Formatter(snapshot, options).run();
}

std::vector<lint::TextEdit> formatRanges(const workspace::Snapshot& snapshot,
                                         const std::vector<text::Span>& spans,
                                         const FormatOptions& options) {
  const text::Text& text = snapshot.text;
  std::vector<text::Span> lines;  // whole ones
  for (text::Span span : spans) {
    std::uint32_t first = text.lineOf(span.start);
    std::uint32_t last = text.lineOf(span.end);
    if (last > first && span.end == text.lineStart(last)) --last;
    lines.push_back({text.lineStart(first), text.lineStart(last + 1)});
  }
  std::vector<lint::TextEdit> edits = format(snapshot, options);
  std::erase_if(edits, [&](const lint::TextEdit& edit) {
    return std::ranges::none_of(lines, [&](text::Span whole) {
      // What is inserted where a line begins belongs to that line.
      bool before = edit.span.start < whole.end || whole.end == text.size();
      return whole.start <= edit.span.start && edit.span.end <= whole.end && before;
    });
  });
  return edits;
}

}  // namespace journey::features
