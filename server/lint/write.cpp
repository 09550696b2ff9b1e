#include "lint/write.hpp"

#include <algorithm>
#include <utility>

#include "text/unicode.hpp"

namespace journey::lint {

namespace {

using model::Place;

std::string joined(const std::vector<std::string>& lines, std::string_view ending) {
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) out += ending;
    out += lines[i];
  }
  return out;
}

std::uint32_t lineEnd(const text::Text& text, std::uint32_t line) {
  return text.lineStart(line) + static_cast<std::uint32_t>(text.line(line).size());
}

bool isBlank(std::string_view line) { return text::trimmed(line).empty(); }

std::string indentationAt(const text::Text& text, std::uint32_t offset) {
  std::uint32_t start = text.lineStart(text.lineOf(offset));
  std::string before = text.slice({start, offset});
  return isBlank(before) ? before : std::string();
}

}  // namespace

std::string_view lineEnding(const text::Text& text) {
  std::string_view rest = text.from(static_cast<std::uint32_t>(text.line(0).size()));
  if (rest.starts_with("\r\n")) return "\r\n";
  return rest.starts_with('\r') ? "\r" : "\n";
}

std::size_t indentOf(Construct c) {
  using syntax::Level;
  switch (syntax::levelOf(c)) {
    case Level::Root:
      return 0;
    case Level::Journey:
      return c == Construct::Persona || c == Construct::Phase ? 0 : 2;
    case Level::Persona:
      return 2;
    case Level::Phase:
      return 2;
    case Level::Touchpoint:
      return 4;
    case Level::Opportunity:
      return 6;
    case Level::Any:
      return 4;
  }
  return 0;
}

int usualPlace(model::Block::Kind block, Construct c) {
  using enum Construct;
  static constexpr std::initializer_list<Construct> journey = {
      State, Model, Goal, Scenario, Problem, Segment, Author, Reviewed, Lane};
  static constexpr std::initializer_list<Construct> persona = {
      Demographics, Goal, Need, Preference, Behaviour, Quote, Image};
  auto among = [&](const std::initializer_list<Construct>& order) {
    auto found = std::ranges::find(order, c);
    if (found != order.end()) return static_cast<int>(found - order.begin()) + 1;
    return syntax::levelOf(c) == syntax::Level::Any ? static_cast<int>(order.size()) + 1 : 0;
  };
  if (block == model::Block::Kind::Journey) return among(journey);
  if (block == model::Block::Kind::Persona) return among(persona);
  if (block != model::Block::Kind::Touchpoint) return 0;
  switch (c) {
    case Channel:
      return 1;
    case Action:
      return 2;
    case Moment:
    case Thought:
    case Quote:
      return 3;
    case Emotion:
      return 4;
    case Pain:
    case Problem:
      return 5;
    case Evidence:
    case Metric:
    case Note:
    case Image:
    case Scene:
    case Unknown:
      return 6;
    case Opportunity:
      return 7;
    case Next:
      return 8;
    default:
      return 0;
  }
}

std::string entryLine(Construct construct, std::string_view value, locale::Language language) {
  std::string line(indentOf(construct), ' ');
  line += locale::keyword(construct, language);
  line += ':';
  if (!value.empty()) {
    line += ' ';
    line += value;
  }
  return line;
}

TextEdit insertAfterLine(const text::Text& text, std::uint32_t offset,
                         const std::vector<std::string>& lines) {
  std::uint32_t at = lineEnd(text, text.lineOf(offset));
  return {{at, at}, std::string(lineEnding(text)) + joined(lines, lineEnding(text))};
}

TextEdit insertBeforeLine(const text::Text& text, std::uint32_t offset,
                          const std::vector<std::string>& lines) {
  std::uint32_t at = text.lineStart(text.lineOf(offset));
  if (at == 0 && text.from(0).starts_with("\xEF\xBB\xBF")) at = 3;  // a BOM stays first
  return {{at, at}, joined(lines, lineEnding(text)) + std::string(lineEnding(text))};
}

TextEdit insertBlockAfterLine(const text::Text& text, std::uint32_t offset,
                              std::vector<std::string> lines) {
  lines.insert(lines.begin(), "");
  if (!isBlank(text.line(text.lineOf(offset) + 1))) lines.emplace_back();
  return insertAfterLine(text, offset, lines);
}

std::uint32_t ownEnd(const model::Map& map, BlockIndex index) {
  const model::Block& block = map.block(index);
  std::uint32_t end = 0;
  std::uint32_t limit = block.size;
  for (std::size_t e = 0; e < block.entries.size(); ++e) {
    const model::Entry& entry = block.entries[e];
    if (entry.place == Place::Journey && block.hasHead()) {
      limit = entry.whole.start;
      break;
    }
    end = entry.whole.end;
  }
  for (const model::OtherLine& other : block.others)
    if (other.kind == model::OtherLine::Kind::Stray && other.span.end <= limit &&
        other.span.end > end)
      end = other.span.end;
  return map.blocks[index].offset + end;
}

TextEdit addEntry(const text::Text& text, const model::Map& map, BlockIndex index,
                  Construct construct, std::string_view value) {
  const model::Block& block = map.block(index);
  std::uint32_t after = block.hasHead() ? block.head().whole.end : 0;
  // An attribute that any block takes stands as deep as the block's own.
  std::string line = entryLine(construct, value, map.language);
  if (syntax::levelOf(construct) == syntax::Level::Any ||
      block.kind != model::Block::Kind::Touchpoint) {
    std::size_t depth = !block.hasHead() ? 0 : block.kind == model::Block::Kind::Touchpoint ? 4 : 2;
    line = std::string(depth, ' ') + line.substr(line.find_first_not_of(' '));
  }
  bool aligned = false;
  // Entries of other blocks keep the order typed.
  auto place = [](Construct c) { return usualPlace(model::Block::Kind::Touchpoint, c); };
  for (std::size_t e = block.hasHead() ? 1 : 0; e < block.entries.size(); ++e) {
    const model::Entry& entry = block.entries[e];
    if (entry.place == Place::Journey && block.hasHead()) break;
    bool taken = entry.place == Place::Block || entry.place == Place::Opportunity;
    if (entry.place == Place::Block && !std::exchange(aligned, true))
      line = indentationAt(text, map.blocks[index].offset + entry.whole.start) +
             line.substr(line.find_first_not_of(' '));
    Construct ranked = entry.opportunity >= 0 ? Construct::Opportunity : entry.construct;
    if (taken && place(ranked) <= place(construct)) after = entry.whole.end;
  }
  return insertAfterLine(text, map.blocks[index].offset + after, {line});
}

TextEdit addPersona(const text::Text& text, const model::Map& map, const model::Journey& journey,
                    std::vector<std::string> lines) {
  auto end = [&](BlockIndex i) {
    return map.blocks[i].offset + map.block(i).entries.back().whole.end;
  };
  if (!journey.personas.empty())
    return insertBlockAfterLine(text, end(journey.personas.back()), std::move(lines));
  if (journey.head != model::noBlock)
    return insertBlockAfterLine(text, end(journey.head), std::move(lines));
  lines.emplace_back();
  return insertBeforeLine(text, map.blocks.size() > 1 ? map.blocks[1].offset : 0, lines);
}

bool carriesOthers(const model::Map& map, BlockIndex index, std::uint32_t e) {
  const model::Block& block = map.block(index);
  const model::Entry& entry = block.entries[e];
  if (entry.construct == Construct::Opportunity && entry.opportunity >= 0)
    return block.opportunities[static_cast<std::size_t>(entry.opportunity)].entries.size() > 1;
  if (e != 0 || !block.hasHead()) return false;
  if (block.entries.size() > 1) return true;
  if (index + 1 == map.blocks.size()) return false;
  using Kind = model::Block::Kind;
  Kind next = map.block(index + 1).kind;
  return (block.kind == Kind::Journey && next != Kind::Journey) ||
         (block.kind == Kind::Phase && next == Kind::Touchpoint);
}

TextEdit deleteLines(const text::Text& text, Span span) {
  std::uint32_t first = text.lineOf(span.start);
  std::uint32_t last = text.lineOf(span.end);
  std::uint32_t start = text.lineStart(first);
  std::uint32_t end = text.lineStart(last + 1);
  // The last line has no ending of its own: take the one before it.
  if (last + 1 >= text.lineCount() && first > 0) start = lineEnd(text, first - 1);
  constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
  if (first == 0 && text.line(0).starts_with(byteOrderMark))
    start += static_cast<std::uint32_t>(byteOrderMark.size());
  return {{start, end}, {}};
}

}  // namespace journey::lint
