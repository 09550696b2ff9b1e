#include "lint/phase_text.hpp"

#include "text/unicode.hpp"

namespace journey::lint {

namespace {

/// Where a block begins for its reader: at the first of the comment lines right above its head.
std::uint32_t startOf(const text::Text& text, const model::Map& map, BlockIndex block) {
  std::uint32_t line = map.blocks[block].line;
  // What stands above all heads (`# language:`) speaks of the whole document.
  std::uint32_t first = block < 2 ? line : map.blocks[block - 1].line;
  while (line > first && text::trimmed(text.line(line - 1)).starts_with('#')) --line;
  return text.lineStart(line);
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

Span headLineSpan(const text::Text& text, const model::Map& map, BlockIndex block) {
  const model::Entry& head = map.block(block).head();
  std::uint32_t line = map.blocks[block].line + head.line;
  return {text.lineStart(line), text.lineStart(line + head.lineCount)};
}

}  // namespace journey::lint
