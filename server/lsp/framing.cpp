#include "lsp/framing.hpp"

#include <algorithm>
#include <charconv>

#include "text/unicode.hpp"

namespace journey::lsp {

namespace {

constexpr std::string_view lengthHeader = "content-length";
constexpr std::size_t largest = std::size_t{1} << 30;
// A header block is a line or two; more than this without its end is not one.
constexpr std::size_t longestHeader = 8192;

/// How much of `Content-Length`, in any case, stands at `at`.
std::size_t headerLengthAt(std::string_view bytes, std::size_t at) {
  std::size_t i = 0;
  for (; i < lengthHeader.size() && at + i < bytes.size(); ++i) {
    char c = bytes[at + i];
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c != lengthHeader[i]) break;
  }
  return i;
}

/// The next header from `from` on, or what may be the start of one whose rest is on its way, or the
/// end.
std::size_t findHeader(std::string_view bytes, std::size_t from) {
  for (std::size_t at = from; at < bytes.size(); ++at) {
    std::size_t length = headerLengthAt(bytes, at);
    if (length == lengthHeader.size() || (length > 0 && at + length == bytes.size())) return at;
  }
  return bytes.size();
}

}  // namespace

void FrameReader::skipToHeader(std::size_t from) { begin_ = findHeader(buffer_, from); }

bool FrameReader::next(Frame& frame) {
  if (begin_ > 0 && begin_ == buffer_.size()) {
    buffer_.clear();
    begin_ = 0;
  }
  std::string_view rest = std::string_view(buffer_).substr(begin_);
  std::size_t end = rest.find("\r\n\r\n");
  std::size_t gap = 4;
  // Some hand-written clients end lines with \n alone.
  if (std::size_t plain = rest.find("\n\n");
      plain != rest.npos && (end == rest.npos || plain < end)) {
    end = plain;
    gap = 2;
  }
  if (end == rest.npos) {
    if (rest.size() <= longestHeader) return false;
    frame = {{}, "a header without an end"};
    skipToHeader(begin_ + 1);
    return true;
  }
  std::size_t length = 0;
  bool found = false;
  for (std::string_view lines = rest.substr(0, end); !lines.empty();) {
    std::size_t lineEnd = std::min(lines.find('\n'), lines.size());
    std::string_view line = lines.substr(0, lineEnd);
    lines.remove_prefix(std::min(lineEnd + 1, lines.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    std::size_t colon = line.find(':');
    if (colon == line.npos || text::fold(line.substr(0, colon)) != lengthHeader) continue;
    std::string_view value = text::trimmed(line.substr(colon + 1));
    auto [stop, error] = std::from_chars(value.data(), value.data() + value.size(), length);
    found = error == std::errc{} && stop == value.data() + value.size() && !value.empty();
  }
  if (!found || length > largest) {
    frame = {
        {},
        found ? "a Content-Length that is too large" : "a header without a valid Content-Length"};
    // The next header may begin inside what was taken for the header's end.
    skipToHeader(begin_ + 1);
    return true;
  }
  if (rest.size() - end - gap < length) return false;
  frame = {std::string(rest.substr(end + gap, length)), {}};
  begin_ += end + gap + length;
  // Long sessions must not keep what was read.
  if (begin_ > 65536 && begin_ * 2 > buffer_.size()) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  return true;
}

void FrameReader::resume(std::string_view content) {
  // The next header may begin in what was swallowed and end in what still waits.
  std::string left(content);
  left += std::string_view(buffer_).substr(begin_);
  buffer_ = std::move(left);
  begin_ = 0;
  skipToHeader(0);
}

void appendFrame(std::string& out, std::string_view content) {
  out += "Content-Length: ";
  out += std::to_string(content.size());
  out += "\r\n\r\n";
  out += content;
}

}  // namespace journey::lsp
