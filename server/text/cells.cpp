#include "text/cells.hpp"

#include <algorithm>

#include <utf8proc.h>

#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace journey::text {

namespace {

utf8proc_int32_t point(char32_t c) { return static_cast<utf8proc_int32_t>(c); }

bool isFlag(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

bool isHarmful(char32_t c) {
  bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return turns || c == 0x2028 || c == 0x2029 || utf8proc_category(point(c)) == UTF8PROC_CATEGORY_CC;
}

}  // namespace

std::uint32_t cells(std::string_view bytes) {
  std::uint32_t columns = 0;
  for (std::string_view cluster : graphemes(bytes)) {
    // A cluster is as wide as its widest part; an emoji behind a joiner stands in the same cells.
    std::uint32_t widest = 0;
    bool emoji = false;
    for (std::size_t at = 0; at < cluster.size();) {
      CodePoint c = decode(cluster.substr(at));
      int width = utf8proc_charwidth(point(c.value));
      widest = std::max(widest, width < 0 ? 0 : static_cast<std::uint32_t>(width));
      emoji |= c.value == 0xFE0F || isFlag(c.value);
      at += c.length;
    }
    columns += emoji ? 2 : widest;
  }
  return columns;
}

std::string harmless(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    CodePoint c = decode(bytes.substr(at));
    if (isHarmful(c.value) || (c.value == 0xFFFD && c.length == 1))
      out += "\xEF\xBF\xBD";
    else
      out += bytes.substr(at, c.length);
    at += c.length;
  }
  return out;
}

}  // namespace journey::text
