// Workflow commands, which GitHub shows at the lines of a pull request.
#include "cli/check/formats.hpp"
#include "locale/message.hpp"

namespace journey::cli {

namespace {

/// In a message % and line breaks would be read as something else; in a property also : and ,
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (char c : text) {
    if (c == '%')
      out += "%25";
    else if (c == '\r')
      out += "%0D";
    else if (c == '\n')
      out += "%0A";
    else if (property && c == ':')
      out += "%3A";
    else if (property && c == ',')
      out += "%2C";
    else
      out += c;
  }
  return out;
}

std::string_view commandOf(lint::Severity severity) {
  switch (severity) {
    case lint::Severity::Error:
      return "error";
    case lint::Severity::Warning:
      return "warning";
    default:
      return "notice";
  }
}

}  // namespace

std::string asGithub(const Outcome& outcome, const FormatSettings& settings) {
  std::string out;
  for (const CheckedFile& file : outcome.files)
    for (const Found& found : file.found) {
      text::Position start = placeOf(file.text, found.span.start, text::PositionEncoding::Utf32);
      text::Position end = placeOf(file.text, found.span.end, text::PositionEncoding::Utf32);
      out += "::" + std::string(commandOf(found.severity)) + " file=" + escaped(file.path, true) +
             ",line=" + std::to_string(start.line) + ",endLine=" + std::to_string(end.line);
      // Columns count only within one line.
      if (start.line == end.line)
        out += ",col=" + std::to_string(start.character) +
               ",endColumn=" + std::to_string(end.character);
      std::string message = found.message;
      if (const FoundFix* fix = usualFix(found))
        message += '\n' + locale::say(locale::Message::check_fix, settings.language,
                                      {{"title", fix->title}});
      out += ",title=" + escaped(found.rule, true) + "::" + escaped(message, false) + '\n';
    }
  for (const Unread& one : outcome.unread)
    out += "::error file=" + escaped(one.path, true) + "::" + escaped(one.reason, false) + '\n';
  return out;
}

}  // namespace journey::cli
