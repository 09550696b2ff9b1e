// A half-open range of bytes, and a place in lines and columns.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

namespace journey::text {

/// Bytes [start, end) of some text; which text is said where a span is kept.
struct Span {
  std::uint32_t start = 0;
  std::uint32_t end = 0;

  auto operator<=>(const Span&) const = default;
  std::uint32_t size() const { return end - start; }
  bool empty() const { return start == end; }
  /// True for offsets inside the span and at its end, as a cursor sees it.
  bool touches(std::uint32_t offset) const { return start <= offset && offset <= end; }
  bool overlaps(Span other) const { return start <= other.end && other.start <= end; }
  Span shifted(std::uint32_t by) const { return {start + by, end + by}; }
};

inline Span cover(Span a, Span b) { return {std::min(a.start, b.start), std::max(a.end, b.end)}; }

/// A line (from 0) and a column in code units of the encoding in use.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t character = 0;

  auto operator<=>(const Position&) const = default;
};

struct Range {
  Position start;
  Position end;

  auto operator<=>(const Range&) const = default;
};

}  // namespace journey::text
