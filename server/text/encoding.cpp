#include "text/encoding.hpp"

#include <algorithm>

namespace journey::text {

namespace {

std::uint32_t unitsOf(char32_t c, PositionEncoding encoding) {
  return encoding == PositionEncoding::Utf16 && c > 0xFFFF ? 2 : 1;
}

}  // namespace

CodePoint decode(std::string_view bytes) {
  constexpr char32_t replacement = 0xFFFD;
  auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  std::uint32_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  if (lead < 0xC2 || lead > 0xF4 || bytes.size() <= more) return {replacement, 1};
  char32_t value = lead & (0x3F >> more);
  for (std::uint32_t i = 1; i <= more; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {replacement, 1};
    value = value << 6 | (byte(i) & 0x3F);
  }
  bool overlong = (more == 2 && value < 0x800) || (more == 3 && value < 0x10000);
  bool impossible = value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF);
  if (overlong || impossible) return {replacement, 1};
  return {value, more + 1};
}

std::uint32_t length(std::string_view bytes, PositionEncoding encoding) {
  if (encoding == PositionEncoding::Utf8) return static_cast<std::uint32_t>(bytes.size());
  std::uint32_t units = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++units;
      ++at;
      continue;
    }
    CodePoint c = decode(bytes.substr(at));
    units += unitsOf(c.value, encoding);
    at += c.length;
  }
  return units;
}

std::uint32_t byteOf(std::string_view line, std::uint32_t column, PositionEncoding encoding) {
  std::uint32_t at = 0;
  std::uint32_t units = 0;
  while (at < line.size()) {
    CodePoint c = decode(line.substr(at));
    std::uint32_t size = encoding == PositionEncoding::Utf8 ? c.length : unitsOf(c.value, encoding);
    if (units + size > column) return at;
    units += size;
    at += c.length;
  }
  return at;
}

std::uint32_t offsetOf(const Text& text, Position position, PositionEncoding encoding) {
  if (position.line >= text.lineCount()) return text.size();
  return text.lineStart(position.line) +
         byteOf(text.line(position.line), position.character, encoding);
}

Position positionOf(const Text& text, std::uint32_t offset, PositionEncoding encoding) {
  offset = std::min(offset, text.size());
  std::uint32_t line = text.lineOf(offset);
  std::string_view bytes = text.line(line);
  std::size_t within = std::min<std::size_t>(offset - text.lineStart(line), bytes.size());
  return {line, length(bytes.substr(0, within), encoding)};
}

}  // namespace journey::text
