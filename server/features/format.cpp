#include "features/format.hpp"

#include <algorithm>
#include <optional>

#include "lint/write.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace journey::features {

namespace {

using model::Block;
using model::Construct;

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// What is known of each line of the document before its text is looked at.
struct LineFacts {
  enum class Kind : std::uint8_t { Blank, Entry, Continuation, Comment, Stray };
  Kind kind = Kind::Blank;
  std::size_t indent = 0;
  bool wantsGap = false;  // a persona, phase or journey: a blank line before it
};

std::vector<LineFacts> factsOf(const workspace::Snapshot& snapshot) {
  using Kind = LineFacts::Kind;
  std::vector<LineFacts> facts(snapshot.text.lineCount());
  for (const model::PlacedBlock& placed : snapshot.map.blocks) {
    for (std::size_t e = 0; e < placed->entries.size(); ++e) {
      const model::Entry& entry = placed->entries[e];
      std::size_t indent = indentOf(*placed, e);
      LineFacts& head = facts[placed.line + entry.line];
      head = {Kind::Entry, indent, e == 0 && placed->hasHead() && placed->kind != Block::Kind::Touchpoint};
      for (std::uint32_t l = 1; l < entry.lineCount; ++l) facts[placed.line + entry.line + l] = {Kind::Continuation, indent + 2};
    }
    for (const model::OtherLine& other : placed->others)
      facts[placed.line + other.line] = {other.kind == model::OtherLine::Kind::Comment ? Kind::Comment : Kind::Stray, 0};
  }
  // A comment belongs to what follows it; at the end, to what stands before.
  std::optional<std::size_t> next;
  for (std::size_t i = facts.size(); i-- > 0;) {
    if (facts[i].kind == Kind::Entry) next = facts[i].indent;
    if (facts[i].kind != Kind::Comment) continue;
    bool blankBelow = i + 1 < facts.size() && facts[i + 1].kind == Kind::Blank;
    std::optional<std::size_t> before;
    for (std::size_t k = i; k-- > 0 && !before;)
      if (facts[k].kind == Kind::Entry) before = facts[k].indent;
    bool gapBelow = blankBelow && before;
    facts[i].indent = gapBelow && !(next && i + 2 < facts.size() && facts[i + 2].wantsGap && *next == 0 && *before != 0)
                          ? *before
                          : next.value_or(before.value_or(0));
  }
  return facts;
}

/// White space at the front of a line, in bytes; a byte order mark is not counted.
std::size_t leading(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size()) {
    text::CodePoint c = text::decode(line.substr(at));
    if (!text::isSpace(c.value)) break;
    at += c.length;
  }
  return at;
}

class Formatter {
 public:
  explicit Formatter(const workspace::Snapshot& snapshot)
      : snapshot_(snapshot), facts_(factsOf(snapshot)), ending_(lint::lineEnding(snapshot.text)) {}

  std::vector<lint::TextEdit> run() {
    for (const model::PlacedBlock& placed : snapshot_.map.blocks)
      for (const model::Entry& entry : placed->entries) spacing(placed, entry);
    for (std::uint32_t line = 0; line < facts_.size(); ++line) this->line(line);
    lastLine();
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
    auto between = [&](std::uint32_t from, std::uint32_t to, std::string_view with) { replace({at + from, at + to}, with); };
    std::string head = snapshot_.text.slice({at + entry.keyword.end, at + entry.body.start});
    std::size_t open = head.find('[');
    std::size_t close = open == head.npos ? open : head.find(']', open);
    std::size_t colon = head.find(':', close == head.npos ? 0 : close);
    if (colon == head.npos) return;
    auto offset = [&](std::size_t i) { return entry.keyword.end + static_cast<std::uint32_t>(i); };
    if (close != head.npos) {
      between(offset(0), offset(open), " ");
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
    if (facts.kind == LineFacts::Kind::Blank) {
      bool second = number == 0 || facts_[number - 1].kind == LineFacts::Kind::Blank;
      bool last = number + 1 == facts_.size();
      if (second && !last && number > 0) replace({start, snapshot_.text.lineStart(number + 1)}, "");
      else replace({start, end}, "");
      return;
    }
    std::size_t space = leading(text);
    if (facts.kind != LineFacts::Kind::Stray)
      replace({start, start + static_cast<std::uint32_t>(space)}, gap(number) + std::string(facts.indent, ' '));
    std::string_view trimmed = text::trimmed(text);
    auto trimmedEnd = static_cast<std::uint32_t>(trimmed.data() + trimmed.size() - text.data());
    replace({start + trimmedEnd, end}, "");
    if (facts.kind == LineFacts::Kind::Continuation) {
      std::string_view rest = text.substr(space + 1);
      std::string_view words = text::trimmed(rest);
      if (words.empty()) return;
      auto bar = start + static_cast<std::uint32_t>(space) + 1;
      replace({bar, bar + static_cast<std::uint32_t>(words.data() - rest.data())}, " ");
    }
  }

  /// The blank line that a head wants before it, comments above it included.
  std::string gap(std::uint32_t number) {
    using Kind = LineFacts::Kind;
    std::uint32_t head = number;
    while (head < facts_.size() && facts_[head].kind == Kind::Comment) ++head;
    bool wants = head < facts_.size() && facts_[head].wantsGap && facts_[number].indent == facts_[head].indent;
    if (!wants || number == 0) return {};
    Kind before = facts_[number - 1].kind;
    bool has = before == Kind::Blank || before == Kind::Comment;
    return has ? std::string{} : std::string(ending_);
  }

  /// The text ends with one line ending, and no blank lines before it.
  void lastLine() {
    const text::Text& text = snapshot_.text;
    if (text.size() == 0) return;
    std::uint32_t last = text.lineCount() - 1;
    std::uint32_t content = last;
    while (content > 0 && facts_[content].kind == LineFacts::Kind::Blank) --content;
    if (facts_[content].kind == LineFacts::Kind::Blank) return;
    if (content == last) {
      edits_.push_back({{text.size(), text.size()}, std::string(ending_)});
      return;
    }
    text::Span rest{text.lineStart(content + 1), text.size()};
    if (rest.empty()) return;
    std::erase_if(edits_, [&](const lint::TextEdit& e) { return e.span.start >= rest.start; });
    edits_.push_back({rest, ""});
  }

  const workspace::Snapshot& snapshot_;
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
    case model::Place::Journey: return 2;
    case model::Place::Opportunity: return own + 2;
    case model::Place::Block: return own;
    case model::Place::Nobody:
      // It stays in the innermost open block: after an entry of the journey that is the journey.
      for (std::size_t i = 0; i < index; ++i)
        if (block.entries[i].place == model::Place::Journey) return 2;
      return own;
  }
  return own;
}

std::vector<lint::TextEdit> format(const workspace::Snapshot& snapshot) { return Formatter(snapshot).run(); }

std::string applied(const text::Text& text, const std::vector<lint::TextEdit>& edits) {
  std::string out;
  std::uint32_t at = 0;
  for (const lint::TextEdit& edit : edits) {
    out += text.slice({at, edit.span.start});
    out += edit.text;
    at = edit.span.end;
  }
  out += text.slice({at, text.size()});
  return out;
}

}  // namespace journey::features
