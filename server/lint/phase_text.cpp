#include "lint/phase_text.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace journey::lint {

namespace {

/// Where a block begins for its reader: at the first of the comment lines right above its head.
std::uint32_t startOf(const text::Text& text, const model::Map& map, BlockIndex block) {
  std::uint32_t line = map.blocks[block].line;
  // What stands above all heads (`# language:`) speaks of the whole document.
  std::uint32_t first = block < 2 ? line : map.blocks[block - 1].line;
  while (line > first && text::trimmed(text.line(line - 1)).starts_with('#')) --line;
  // A byte order mark stays where it is.
  return line == 0 && text.line(0).starts_with("\xEF\xBB\xBF") ? 3 : text.lineStart(line);
}

}  // namespace

std::optional<Span> phaseSpan(const text::Text& text, const model::Map& map,
                              const model::Phase& phase) {
  if (phase.head == model::noBlock) return std::nullopt;
  BlockIndex last = phase.head;
  for (BlockIndex touchpoint : phase.touchpoints)
    if (touchpoint != ++last) return std::nullopt;
  for (BlockIndex i = phase.head; i <= last; ++i)
    if (map.block(i).endsOuter) return std::nullopt;
  return Span{startOf(text, map, phase.head),
              last + 1 < map.blocks.size() ? startOf(text, map, last + 1) : text.size()};
}

std::optional<TextEdit> phasesInOrder(const text::Text& text, const model::Map& map,
                                      const model::Journey& journey,
                                      const model::PhaseModelUse& use) {
  struct Part {
    std::size_t place;
    std::string body;
  };
  std::vector<Part> parts;
  std::vector<std::string> gaps;  // the blank lines between phases stay where they are
  std::optional<Span> all;
  std::size_t place = 0;
  for (std::size_t i = 0; i < journey.phases.size(); ++i) {
    auto span = phaseSpan(text, map, journey.phases[i]);
    if (!span || (all && all->end != span->start)) return std::nullopt;
    all = all ? cover(*all, *span) : *span;
    if (use.places[i]) place = *use.places[i];
    std::string bytes = text.slice(*span);
    std::size_t end = bytes.find_first_of("\r\n", bytes.find_last_not_of("\r\n \t"));
    parts.push_back({place, bytes.substr(0, end)});
    gaps.push_back(bytes.substr(std::min(end, bytes.size())));
  }
  if (std::ranges::is_sorted(parts, {}, &Part::place)) return std::nullopt;
  std::ranges::stable_sort(parts, {}, &Part::place);
  TextEdit edit{*all, {}};
  for (std::size_t i = 0; i < parts.size(); ++i) edit.text += parts[i].body + gaps[i];
  return edit;
}

Span headLineSpan(const text::Text& text, const model::Map& map, BlockIndex block) {
  const model::Entry& head = map.block(block).head();
  std::uint32_t line = map.blocks[block].line + head.line;
  return {text.lineStart(line), text.lineStart(line + head.lineCount)};
}

}  // namespace journey::lint
