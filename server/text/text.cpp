#include "text/text.hpp"

#include <algorithm>

namespace journey::text {

namespace {

// A chunk is split when it outgrows this; small enough to rebuild in a microsecond or two.
constexpr std::size_t chunkSize = 4096;

bool endsLine(std::string_view bytes) {
  return !bytes.empty() && (bytes.back() == '\n' || bytes.back() == '\r');
}

}  // namespace

std::size_t lineEndingAt(std::string_view bytes) {
  if (bytes.empty()) return 0;
  if (bytes[0] == '\n') return 1;
  if (bytes[0] != '\r') return 0;
  return bytes.size() > 1 && bytes[1] == '\n' ? 2 : 1;
}

Text::Text(std::string_view bytes) {
  append(chunks_, bytes);
  number(0);
}

void Text::append(std::vector<Place>& to, std::string_view bytes) {
  std::size_t begin = 0;
  do {
    auto chunk = std::make_shared<Chunk>();
    chunk->lineStarts.push_back(0);
    std::size_t at = begin;
    while (at < bytes.size()) {
      at = std::min(bytes.find_first_of("\r\n", at), bytes.size());
      at += lineEndingAt(bytes.substr(at));
      if (at - begin >= chunkSize || at == bytes.size()) break;
      chunk->lineStarts.push_back(static_cast<std::uint32_t>(at - begin));
    }
    chunk->bytes = bytes.substr(begin, at - begin);
    to.push_back({std::move(chunk), 0, 0});
    begin = at;
  } while (begin < bytes.size());
}

void Text::number(std::size_t from) {
  std::uint32_t offset =
      from == 0 ? 0
                : chunks_[from - 1].offset +
                      static_cast<std::uint32_t>(chunks_[from - 1].chunk->bytes.size());
  std::uint32_t line =
      from == 0 ? 0
                : chunks_[from - 1].line +
                      static_cast<std::uint32_t>(chunks_[from - 1].chunk->lineStarts.size());
  for (std::size_t i = from; i < chunks_.size(); ++i) {
    chunks_[i].offset = offset;
    chunks_[i].line = line;
    offset += static_cast<std::uint32_t>(chunks_[i].chunk->bytes.size());
    line += static_cast<std::uint32_t>(chunks_[i].chunk->lineStarts.size());
  }
  size_ = offset;
  lineCount_ = line + (endsLine(chunks_.back().chunk->bytes) ? 1 : 0);
}

const Text::Place& Text::placeOf(std::uint32_t offset) const {
  auto after = std::upper_bound(chunks_.begin(), chunks_.end(), offset,
                                [](std::uint32_t o, const Place& p) { return o < p.offset; });
  return *std::prev(after);
}

const Text::Place& Text::placeOfLine(std::uint32_t line) const {
  auto after = std::upper_bound(chunks_.begin(), chunks_.end(), line,
                                [](std::uint32_t l, const Place& p) { return l < p.line; });
  return *std::prev(after);
}

std::uint32_t Text::lineStart(std::uint32_t line) const {
  const Place& place = placeOfLine(line);
  std::uint32_t within = line - place.line;
  if (within >= place.chunk->lineStarts.size()) return size_;
  return place.offset + place.chunk->lineStarts[within];
}

std::uint32_t Text::lineOf(std::uint32_t offset) const {
  if (offset >= size_) return lineCount_ - 1;
  const Place& place = placeOf(offset);
  const auto& starts = place.chunk->lineStarts;
  auto after = std::upper_bound(starts.begin(), starts.end(), offset - place.offset);
  return place.line + static_cast<std::uint32_t>(after - starts.begin()) - 1;
}

std::string_view Text::line(std::uint32_t line) const {
  const Place& place = placeOfLine(line);
  const auto& starts = place.chunk->lineStarts;
  std::uint32_t within = line - place.line;
  if (within >= starts.size()) return {};
  std::string_view bytes = place.chunk->bytes;
  std::size_t end = within + 1 < starts.size() ? starts[within + 1] : bytes.size();
  bytes = bytes.substr(starts[within], end - starts[within]);
  if (bytes.ends_with('\n')) bytes.remove_suffix(1);
  if (bytes.ends_with('\r')) bytes.remove_suffix(1);
  return bytes;
}

std::string_view Text::from(std::uint32_t offset) const {
  if (offset >= size_) return {};
  const Place& place = placeOf(offset);
  return std::string_view(place.chunk->bytes).substr(offset - place.offset);
}

std::string Text::slice(Span span) const {
  span.end = std::min(span.end, size_);
  std::string out;
  out.reserve(span.end > span.start ? span.size() : 0);
  for (std::uint32_t at = span.start; at < span.end;) {
    std::string_view piece = from(at).substr(0, span.end - at);
    out += piece;
    at += static_cast<std::uint32_t>(piece.size());
  }
  return out;
}

Text Text::replaced(Span span, std::string_view with) const {
  span.end = std::min(span.end, size_);
  span.start = std::min(span.start, span.end);
  auto indexOf = [&](std::uint32_t offset) {
    return static_cast<std::size_t>(&placeOf(offset) - chunks_.data());
  };

  std::size_t first = indexOf(span.start);
  // A chunk that ends in \r may be joined by a \n that is typed behind it.
  if (first > 0 && chunks_[first].offset == span.start &&
      chunks_[first - 1].chunk->bytes.back() == '\r')
    --first;
  std::size_t last = indexOf(span.end);

  std::string bytes = chunks_[first].chunk->bytes.substr(0, span.start - chunks_[first].offset);
  bytes += with;
  bytes += std::string_view(chunks_[last].chunk->bytes).substr(span.end - chunks_[last].offset);
  // Keep the invariant: a chunk ends where a line surely ends. Small rests join their neighbour.
  while (last + 1 < chunks_.size() &&
         (!endsLine(bytes) || bytes.back() == '\r' || bytes.size() < chunkSize / 4))
    bytes += chunks_[++last].chunk->bytes;

  Text result;
  result.chunks_.clear();
  result.chunks_.reserve(chunks_.size() + 1);
  result.chunks_.assign(chunks_.begin(), chunks_.begin() + static_cast<std::ptrdiff_t>(first));
  if (!bytes.empty() || (first == 0 && last + 1 == chunks_.size())) append(result.chunks_, bytes);
  result.chunks_.insert(result.chunks_.end(),
                        chunks_.begin() + static_cast<std::ptrdiff_t>(last) + 1, chunks_.end());
  result.number(first);
  return result;
}

bool sameBytes(const Text& a, const Text& b) {
  if (a.size() != b.size()) return false;
  for (std::uint32_t at = 0; at < a.size();) {
    std::string_view x = a.from(at);
    std::string_view y = b.from(at);
    if (x.data() == y.data() && x.size() == y.size()) {
      at += static_cast<std::uint32_t>(x.size());
      continue;
    }
    std::size_t n = std::min(x.size(), y.size());
    if (x.substr(0, n) != y.substr(0, n)) return false;
    at += static_cast<std::uint32_t>(n);
  }
  return true;
}

}  // namespace journey::text
