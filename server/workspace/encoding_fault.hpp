// Files in other encodings: named, and never taken for text.
#pragma once

#include <optional>
#include <string_view>

#include "locale/message.hpp"
#include "text/span.hpp"

namespace journey::workspace {

/// Why the bytes of a file are no text that we read.
struct EncodingFault {
  locale::Message message{};
  text::Span span;  // bytes; empty where it is about the whole file
};
std::optional<EncodingFault> encodingFaultOf(std::string_view bytes);

}  // namespace journey::workspace
