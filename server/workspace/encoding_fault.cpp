#include "workspace/encoding_fault.hpp"

#include "text/encoding.hpp"

namespace journey::workspace {

using locale::Message;

std::optional<EncodingFault> encodingFaultOf(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    return EncodingFault{Message::check_encoding_utf16, {}};
  auto at = [](std::size_t offset) {
    auto start = static_cast<std::uint32_t>(offset);
    return text::Span{start, start + 1};
  };
  if (std::size_t nul = bytes.find('\0'); nul != bytes.npos)
    return EncodingFault{Message::check_encoding_nul, at(nul)};
  for (std::size_t i = 0; i < bytes.size();) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    text::CodePoint c = text::decode(bytes.substr(i));
    if (c.value == 0xFFFD && c.length == 1)
      return EncodingFault{Message::check_encoding_bytes, at(i)};
    i += c.length;
  }
  return std::nullopt;
}

}  // namespace journey::workspace
