// Columns in the three encodings of the protocol, and positions in a text.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/span.hpp"
#include "text/text.hpp"

namespace journey::text {

/// What a column counts (LSP 3.17, PositionEncodingKind).
enum class PositionEncoding : std::uint8_t { Utf8, Utf16, Utf32 };

/// The code point at the start of `bytes` and how many bytes it takes. A byte that is not UTF-8
/// counts as U+FFFD of length 1. `bytes` must not be empty.
struct CodePoint {
  char32_t value;
  std::uint32_t length;
};
CodePoint decode(std::string_view bytes);

/// Number of code units of `bytes` in an encoding.
std::uint32_t length(std::string_view bytes, PositionEncoding encoding);

/// Byte offset in a line of a column; columns past the end give the end, columns inside a
/// character give its start.
std::uint32_t byteOf(std::string_view line, std::uint32_t column, PositionEncoding encoding);

/// Positions outside the text are clamped to the nearest inside.
std::uint32_t offsetOf(const Text& text, Position position, PositionEncoding encoding);
Position positionOf(const Text& text, std::uint32_t offset, PositionEncoding encoding);

inline Span spanOf(const Text& text, Range range, PositionEncoding encoding) {
  Span span{offsetOf(text, range.start, encoding), offsetOf(text, range.end, encoding)};
  return span.start <= span.end ? span : Span{span.end, span.start};
}
inline Range rangeOf(const Text& text, Span span, PositionEncoding encoding) {
  return {positionOf(text, span.start, encoding), positionOf(text, span.end, encoding)};
}

}  // namespace journey::text
