#include "cli/check/outcome.hpp"

#include <algorithm>

#include "text/unicode.hpp"
#include "workspace/project.hpp"

namespace journey::cli {

bool isFailure(const Found& found) {
  return found.severity == lint::Severity::Error &&
         (found.rule == encodingCode || found.rule == workspace::faultCode);
}

const FoundFix* usualFix(const Found& found) {
  auto preferred = std::ranges::find_if(found.fixes, &FoundFix::preferred);
  if (preferred != found.fixes.end()) return &*preferred;
  return found.fixes.size() == 1 ? &found.fixes.front() : nullptr;
}

std::string lineOf(const text::Text& text, const Found& found) {
  std::string_view line = text.line(text.lineOf(found.span.start));
  if (line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < line.size();) {
    text::CodePoint c = text::decode(line.substr(at));
    if (text::isSpace(c.value)) {
      gap = !out.empty();
    } else {
      if (gap) out += ' ';
      gap = false;
      out += line.substr(at, c.length);
    }
    at += c.length;
  }
  return text::compose(text::validUtf8(out));
}

text::Position placeOf(const text::Text& text, std::uint32_t offset,
                       text::PositionEncoding encoding) {
  text::Position at = text::positionOf(text, offset, encoding);
  std::uint32_t mark = at.line == 0 && text.line(0).starts_with("\xEF\xBB\xBF")
                           ? text::length("\xEF\xBB\xBF", encoding)
                           : 0;
  return {at.line + 1, at.character - std::min(mark, at.character) + 1};
}

std::string_view wordOf(lint::Severity severity) {
  return workspace::severityNames()[static_cast<std::size_t>(severity) - 1];
}

}  // namespace journey::cli
