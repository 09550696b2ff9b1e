#include "lint/phase_text.hpp"

#include "lint/write.hpp"

namespace journey::lint {

std::optional<Span> phaseSpan(const model::Map& map, const model::Phase& phase) {
  if (phase.head == model::noBlock) return std::nullopt;
  BlockIndex last = phase.head;
  for (BlockIndex touchpoint : phase.touchpoints)
    if (touchpoint != ++last) return std::nullopt;
  for (BlockIndex i = phase.head; i <= last; ++i)
    if (map.block(i).endsOuter) return std::nullopt;
  return Span{map.blocks[phase.head].offset, map.blocks[last].offset + map.block(last).size};
}

Span headLineSpan(const text::Text& text, const model::Map& map, BlockIndex block) {
  const model::Entry& head = map.block(block).head();
  std::uint32_t line = map.blocks[block].line + head.line;
  return {text.lineStart(line), text.lineStart(line + head.lineCount)};
}

std::string withLineEnding(const text::Text& text, std::uint32_t end, std::string piece) {
  bool ended = piece.ends_with('\n') || piece.ends_with('\r');
  if (end >= text.size() && !ended && !piece.empty()) piece += lineEnding(text);
  return piece;
}

}  // namespace journey::lint
