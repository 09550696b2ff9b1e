#include "features/on_type.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "features/format.hpp"
#include "features/indentation.hpp"
#include "features/place.hpp"
#include "text/unicode.hpp"

namespace journey::features {

namespace {

using model::Construct;
using Kind = LineAt::Kind;

class Typist {
 public:
  Typist(const workspace::Snapshot& snapshot, std::uint32_t offset)
      : s_(snapshot), number_(snapshot.text.lineOf(offset)), text_(snapshot.text.line(number_)) {
    start_ = snapshot.text.lineStart(number_);
    if (number_ == 0 && text_.starts_with(byteOrderMark)) {
      text_.remove_prefix(byteOrderMark.size());
      start_ += static_cast<std::uint32_t>(byteOrderMark.size());
    }
    column_ = std::min<std::size_t>(offset - std::min(offset, start_), text_.size());
    space_ = leadingSpace(text_);
    here_ = lineAt(snapshot, number_);
  }

  /// What is to stand before the line's first word; nothing where it is fine, or not ours to say.
  std::optional<std::string> front(char typed) const {
    if (typed == '\n') return behindEnter();
    if (!text::trimmed(text_.substr(column_)).empty()) return std::nullopt;
    if (typed == ':') return behindColon();
    if (typed == '|') return behindBar();
    return std::nullopt;
  }

  /// White space behind the cursor goes by an edit of its own: the cursor then stands before the
  /// first word, wherever an editor puts one that stood inside a replaced text.
  std::vector<lint::TextEdit> edits(std::string with) const {
    auto at = [&](std::size_t column) { return start_ + static_cast<std::uint32_t>(column); };
    std::size_t cut = std::min(column_, space_);
    std::vector<lint::TextEdit> out;
    if (text_.substr(0, cut) != with) out.push_back({{at(0), at(cut)}, std::move(with)});
    if (cut < space_) out.push_back({{at(cut), at(space_)}, ""});
    return out;
  }
  std::string_view space() const { return text_.substr(0, space_); }

  /// Enter behind a bar that says nothing ends the text, as it ends a list: the bar goes.
  /// White space on a blank line that was left goes too.
  std::optional<lint::TextEdit> leftBehind(char typed) const {
    if (typed != '\n' || number_ == 0 || here_.kind != Kind::Blank) return std::nullopt;
    LineAt above = lineAt(s_, number_ - 1);
    std::string_view bar = s_.text.line(number_ - 1);
    std::uint32_t start = s_.text.lineStart(number_ - 1);
    if (above.kind == Kind::Blank && number_ > 1 && !bar.empty())
      return lint::TextEdit{{start, start + static_cast<std::uint32_t>(bar.size())}, ""};
    if (above.kind != Kind::Continuation || text::trimmed(bar) != "|") return std::nullopt;
    return lint::TextEdit{{s_.text.lineStart(number_ - 1), s_.text.lineStart(number_)}, ""};
  }

 private:
  std::string_view spaceOf(std::uint32_t line) const {
    std::string_view text = s_.text.line(line);
    if (line == 0 && text.starts_with(byteOrderMark)) text.remove_prefix(byteOrderMark.size());
    return text.substr(0, leadingSpace(text));
  }
  const model::Entry& entryOf(const LineAt& line) const { return s_.map.entry(*line.entry); }
  bool isKeyword(const LineAt& line) const {
    return line.kind == Kind::Entry && (entryOf(line).construct != Construct::Unknown ||
                                        s_.map.isLane(text::fold(entryOf(line).word)));
  }
  std::size_t levelOf(const LineAt& line) const {
    return indentOf(s_.map.block(line.entry->block), line.entry->entry) / 2;
  }
  /// Of the entries that people write below an entry.
  std::size_t levelBelow(const LineAt& line) const {
    const model::Entry& entry = entryOf(line);
    bool opens = syntax::opensBlock(entry.construct) || entry.construct == Construct::Opportunity;
    return levelOf(line) + (opens ? 1 : 0);
  }
  std::optional<std::string> indented(const LineAt& like, std::size_t level) const {
    auto unit = indentUnit(s_, like.entry->block, number_);
    return unit ? std::optional(repeated(*unit, level)) : std::nullopt;
  }
  /// White space before the bar that continues what the line above begins or continues.
  std::string barSpace(const LineAt& above) const {
    std::string space(spaceOf(number_ - 1));
    if (above.kind == Kind::Continuation) return space;
    return space + std::string(indentUnit(s_, above.entry->block, number_).value_or(usualUnit));
  }

  std::optional<std::string> behindEnter() const {
    // Somebody who has typed on is not to be disturbed.
    if (number_ == 0 || column_ > space_) return std::nullopt;
    LineAt above = lineAt(s_, number_ - 1);
    if (above.kind == Kind::Blank) return here_.kind == Kind::Blank ? outwards() : std::nullopt;
    return here_.kind == Kind::Blank ? nextLine(above) : cut(above);
  }

  /// The cursor stood at the end of a line.
  std::optional<std::string> nextLine(const LineAt& above) const {
    if (!above.entry) return std::nullopt;
    if (above.kind == Kind::Continuation) {
      std::string_view text = s_.text.line(number_ - 1);
      text = text.substr(text.find('|') + 1);
      if (!text::trimmed(text).empty()) return barSpace(above) + "| ";
      return indented(above, levelBelow(above));
    }
    // Behind an empty keyword anything may come.
    if (entryOf(above).body.empty()) return std::nullopt;
    return indented(above, levelBelow(above));
  }

  /// The cursor stood inside a line: what is now on the next one still belongs to it.
  std::optional<std::string> cut(const LineAt& above) const {
    if (isKeyword(here_)) return indented(here_, levelOf(here_));
    if (here_.kind == Kind::Comment) return std::nullopt;
    if (above.kind == Kind::Comment) return std::string(spaceOf(number_ - 1)) + "# ";
    if (!above.entry) return std::nullopt;
    return barSpace(above) + (here_.kind == Kind::Continuation ? "" : "| ");
  }

  /// Each Enter on an empty line leads one level further out: from a touchpoint's entries to where
  /// the next touchpoint begins, then to the next phase.
  std::optional<std::string> outwards() const {
    std::uint32_t last = number_ - 1;
    while (last > 0 && number_ - last < 5 && lineAt(s_, last).kind == Kind::Blank) --last;
    LineAt above = lineAt(s_, last);
    if (!above.entry) return std::nullopt;
    std::size_t level = levelBelow(above);
    std::size_t blanks = number_ - 1 - last;
    return indented(above, level - std::min(level, blanks));
  }

  std::optional<std::string> behindColon() const {
    if (!isKeyword(here_)) return std::nullopt;
    // The colon that ends the keyword, not one in the text.
    const model::Entry& entry = entryOf(here_);
    std::uint32_t from = s_.map.absolute(here_.entry->block, entry.keyword).end - start_;
    if (from >= column_) return std::nullopt;
    std::string_view between = text::trimmed(text_.substr(from, column_ - from - 1));
    bool bracketed = between.starts_with('[') && between.find(']') == between.size() - 1;
    if (!between.empty() && !bracketed) return std::nullopt;
    return indented(here_, levelOf(here_));
  }

  std::optional<std::string> behindBar() const {
    if (column_ != space_ + 1 || here_.kind != Kind::Continuation || !here_.entry)
      return std::nullopt;
    LineAt above = lineAt(s_, number_ - 1);
    if (above.entry == here_.entry) return barSpace(above);
    return indented(here_, levelOf(here_) + 1);
  }

  const workspace::Snapshot& s_;
  std::uint32_t number_;
  std::string_view text_;
  std::uint32_t start_ = 0;
  std::size_t column_ = 0;
  std::size_t space_ = 0;
  LineAt here_;
};

}  // namespace

std::vector<lint::TextEdit> formatOnType(const workspace::Snapshot& snapshot, std::uint32_t offset,
                                         char typed) {
  Typist typist(snapshot, offset);
  auto front = typist.front(typed);
  std::vector<lint::TextEdit> edits;
  if (front && *front != typist.space()) edits = typist.edits(std::move(*front));
  if (auto bar = typist.leftBehind(typed)) edits.insert(edits.begin(), std::move(*bar));
  return edits;
}

}  // namespace journey::features
