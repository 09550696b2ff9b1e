// Messages in a byte stream: `Content-Length: n`, a blank line, n bytes (LSP 3.17, base protocol).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace journey::lsp {

/// A message's bytes, or what was wrong with the frame it should have come in.
struct Frame {
  std::string content;
  std::string error;  // empty if the frame was sound
};

/// Takes the stream as it comes. After a broken frame it goes on at the next header it can find.
class FrameReader {
 public:
  void feed(std::string_view bytes) { buffer_ += bytes; }
  /// The next frame that is complete; nothing if more bytes are needed.
  bool next(Frame& frame);
  /// Gives back the content of a frame whose length lied: reading goes on at a header inside it.
  void resume(std::string_view content);
  bool empty() const { return buffer_.size() == begin_; }

 private:
  void skipToHeader(std::size_t from);

  std::string buffer_;
  std::size_t begin_ = 0;
};

/// Appends a framed message.
void appendFrame(std::string& out, std::string_view content);

}  // namespace journey::lsp
