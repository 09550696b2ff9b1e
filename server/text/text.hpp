// The text of a document: an immutable value that is cheap to copy and cheap to edit.
//
// It is kept in chunks of whole lines, shared between versions, so an edit costs the chunk it
// touches and not the document. Lines end at \n, \r\n or a lone \r, as the protocol has it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace journey::text {

class Text {
 public:
  Text() : Text(std::string_view{}) {}
  explicit Text(std::string_view bytes);

  std::uint32_t size() const { return size_; }
  /// At least 1: a text that ends in a line ending has an empty last line.
  std::uint32_t lineCount() const { return lineCount_; }
  std::uint32_t chunkCount() const { return static_cast<std::uint32_t>(chunks_.size()); }

  /// Offset of a line's first byte; size() for lines past the last.
  std::uint32_t lineStart(std::uint32_t line) const;
  /// The line that holds a byte offset; offsets past the end belong to the last line.
  std::uint32_t lineOf(std::uint32_t offset) const;
  /// A line without its ending; empty past the last. The view lives as long as this text.
  std::string_view line(std::uint32_t line) const;
  /// The bytes from an offset to the end of its chunk; empty only at the end of the text.
  std::string_view from(std::uint32_t offset) const;

  std::string slice(Span span) const;
  std::string str() const { return slice({0, size_}); }

  /// This text with the bytes of `span` (clamped to the text) replaced.
  Text replaced(Span span, std::string_view with) const;

 private:
  struct Chunk {
    std::string bytes;
    std::vector<std::uint32_t> lineStarts;  // of the lines that begin here, from the chunk's start
  };
  struct Place {
    std::shared_ptr<const Chunk> chunk;
    std::uint32_t offset;  // of the chunk in the text
    std::uint32_t line;    // the chunk's first line
  };

  static void append(std::vector<Place>& to, std::string_view bytes);
  void number(std::size_t from);
  const Place& placeOf(std::uint32_t offset) const;
  const Place& placeOfLine(std::uint32_t line) const;

  std::vector<Place> chunks_;  // never empty; every chunk but the last ends in a line ending
  std::uint32_t size_ = 0;
  std::uint32_t lineCount_ = 1;
};

/// True if two texts hold the same bytes.
bool sameBytes(const Text& a, const Text& b);

/// Length in bytes of the line ending at the start of `bytes`: 0, 1 or 2.
std::size_t lineEndingAt(std::string_view bytes);

}  // namespace journey::text
