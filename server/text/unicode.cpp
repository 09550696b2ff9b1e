#include "text/unicode.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "text/encoding.hpp"

namespace journey::text {

namespace {

std::string mapped(std::string_view bytes, utf8proc_option_t options) {
  utf8proc_uint8_t* out = nullptr;
  utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()),
                                       static_cast<utf8proc_ssize_t>(bytes.size()), &out, options);
  std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(out, &std::free);
  if (size < 0) return std::string(bytes);
  return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(size)};
}

bool isAscii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::vector<char32_t> codePoints(std::string_view bytes) {
  std::vector<char32_t> out;
  for (std::size_t at = 0; at < bytes.size();) {
    CodePoint c = decode(bytes.substr(at));
    out.push_back(c.value);
    at += c.length;
  }
  return out;
}

void appendUtf8(std::string& out, char32_t c) {
  utf8proc_uint8_t buffer[4];
  utf8proc_ssize_t n = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), buffer);
  out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(n));
}

}  // namespace

bool isSpace(char32_t c) {
  return c == ' ' || c == '\t' || c == '\f' || c == '\v' || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool isWordCharacter(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
      return true;
    default:
      return false;
  }
}

bool isEmoji(char32_t c) {
  return (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x1F1E6 && c <= 0x1F1FF) ||
         (c >= 0x2600 && c <= 0x27BF) || (c >= 0x2B05 && c <= 0x2B55) ||
         (c >= 0x231A && c <= 0x23FF) || c == 0x2049 || c == 0x203C;
}

std::string fold(std::string_view bytes) {
  std::string folded;
  if (isAscii(bytes)) {
    folded.assign(bytes);
    for (char& c : folded)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  } else {
    folded = mapped(validUtf8(bytes), static_cast<utf8proc_option_t>(
                                          UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
  }
  std::string out;
  out.reserve(folded.size());
  bool gap = false;
  for (std::size_t at = 0; at < folded.size();) {
    CodePoint c = decode(std::string_view(folded).substr(at));
    std::string_view piece = std::string_view(folded).substr(at, c.length);
    at += c.length;
    if (isSpace(c.value) || c.value == '\n' || c.value == '\r') {
      gap = !out.empty();
      continue;
    }
    if (c.value == 0xAD) continue;  // a soft hyphen: only where a line may end
    if (gap) out += ' ';
    gap = false;
    if (c.value == 0x133 || c.value == 0x132)
      out += "ij";
    else if (c.value == 0x2019 || c.value == 0x2BC)
      out += '\'';
    else
      out += piece;
  }
  return out;
}

std::string compose(std::string_view bytes) {
  if (isAscii(bytes)) return std::string(bytes);
  return mapped(validUtf8(bytes),
                static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
}

std::string_view trimmed(std::string_view bytes) {
  while (!bytes.empty()) {
    CodePoint c = decode(bytes);
    if (!isSpace(c.value)) break;
    bytes.remove_prefix(c.length);
  }
  while (!bytes.empty()) {
    std::size_t last = bytes.size() - 1;
    while (last > 0 && bytes.size() - last < 4 &&
           (static_cast<unsigned char>(bytes[last]) & 0xC0) == 0x80)
      --last;
    CodePoint c = decode(bytes.substr(last));
    if (!isSpace(c.value) || last + c.length != bytes.size()) break;
    bytes.remove_suffix(c.length);
  }
  return bytes;
}

std::string validUtf8(std::string_view bytes) {
  if (isAscii(bytes)) return std::string(bytes);
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    CodePoint c = decode(bytes.substr(at));
    if (c.value == 0xFFFD)
      appendUtf8(out, c.value);
    else
      out += bytes.substr(at, c.length);
    at += c.length;
  }
  return out;
}

std::vector<std::string_view> graphemes(std::string_view bytes) {
  std::vector<std::string_view> out;
  utf8proc_int32_t state = 0;
  char32_t previous = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    CodePoint c = decode(bytes.substr(at));
    if (at > 0 &&
        utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(previous),
                                         static_cast<utf8proc_int32_t>(c.value), &state)) {
      out.push_back(bytes.substr(begin, at - begin));
      begin = at;
    }
    previous = c.value;
    at += c.length;
  }
  if (begin < bytes.size()) out.push_back(bytes.substr(begin));
  return out;
}

std::uint32_t editDistance(std::string_view a, std::string_view b, std::uint32_t limit) {
  std::vector<char32_t> x = codePoints(a);
  std::vector<char32_t> y = codePoints(b);
  std::size_t longer = std::max(x.size(), y.size());
  std::size_t shorter = std::min(x.size(), y.size());
  if (longer - shorter > limit) return limit + 1;
  std::vector<std::uint32_t> row(y.size() + 1);
  for (std::size_t j = 0; j <= y.size(); ++j) row[j] = static_cast<std::uint32_t>(j);
  for (std::size_t i = 1; i <= x.size(); ++i) {
    std::uint32_t diagonal = row[0];
    row[0] = static_cast<std::uint32_t>(i);
    for (std::size_t j = 1; j <= y.size(); ++j) {
      std::uint32_t substitution = diagonal + (x[i - 1] == y[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({substitution, row[j] + 1, row[j - 1] + 1});
    }
  }
  return std::min(row[y.size()], limit + 1);
}

bool isSwap(std::string_view a, std::string_view b) {
  auto [x, y] = std::ranges::mismatch(a, b);
  return a.size() == b.size() && a.end() - x >= 2 && x[0] == y[1] && x[1] == y[0] &&
         std::equal(x + 2, a.end(), y + 2);
}

}  // namespace journey::text
