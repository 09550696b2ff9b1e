// For people: each finding with its line, a mark under what it is about, and how to fix it.
#include <fmt/format.h>

#include <algorithm>

#include "cli/check/excerpt.hpp"
#include "cli/check/formats.hpp"
#include "cli/check/statistics.hpp"
#include "lint/journeys.hpp"
#include "lint/page.hpp"
#include "locale/message.hpp"
#include "text/cells.hpp"

namespace journey::cli {

namespace {

using locale::Message;

struct Colours {
  std::string_view path, error, warning, information, hint, dim, fix, end;

  std::string_view of(lint::Severity severity) const {
    switch (severity) {
      case lint::Severity::Error:
        return error;
      case lint::Severity::Warning:
        return warning;
      case lint::Severity::Information:
        return information;
      case lint::Severity::Hint:
        return hint;
    }
    return hint;
  }
};

constexpr Colours none{};
constexpr Colours ansi{"\x1b[1m",  "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;34m",
                       "\x1b[36m", "\x1b[2m",    "\x1b[32m",   "\x1b[0m"};

std::string oneLine(std::string_view text) { return text::harmless(lint::oneLine(text)); }

/// Not of bytes that are no text.
bool hasExcerpt(const CheckedFile& file, const Found& found) {
  return found.rule != encodingCode && file.text.size() > 0;
}

void appendFinding(std::string& out, const CheckedFile& file, const Found& found,
                   const FormatSettings& settings) {
  const Colours& colours = settings.colours ? ansi : none;
  text::Position at = placeOf(file.text, found.span.start, text::PositionEncoding::Utf32);
  out += fmt::format("{}{}{}:{}:{}: {}{}{}: {} {}[{}]{}\n", colours.path, text::harmless(file.path),
                     colours.end, at.line, at.character, colours.of(found.severity),
                     locale::say(lint::nameOf(found.severity), settings.language), colours.end,
                     oneLine(found.message), colours.dim, found.rule, colours.end);
  if (hasExcerpt(file, found)) {
    std::uint32_t line = at.line - 1;
    std::uint32_t begin = file.text.lineStart(line);
    Excerpt excerpt =
        excerptOf(file.text.line(line), found.span.start - begin, found.span.end - begin);
    std::string number = std::to_string(at.line);
    std::string gap(number.size(), ' ');
    out += fmt::format("  {}{} |{} {}\n", colours.dim, number, colours.end, excerpt.line);
    out += fmt::format("  {}{} |{} {}{}{}\n", colours.dim, gap, colours.end,
                       colours.of(found.severity), excerpt.marks, colours.end);
  }
  std::string fix;
  if (const FoundFix* usual = usualFix(found))
    fix = locale::say(usual->safe ? Message::check_fix_safe : Message::check_fix, settings.language,
                      {{"title", oneLine(usual->title)}});
  else if (!found.fixes.empty())
    fix = locale::sayCount(Message::check_fixes, found.fixes.size(), settings.language);
  if (!fix.empty()) out += fmt::format("  {}{}{}\n", colours.fix, fix, colours.end);
  out += '\n';
}

void appendStatistics(std::string& out, const Statistics& statistics) {
  auto width = [](std::size_t count) { return std::to_string(count).size(); };
  if (statistics.total == 0) return;
  std::size_t most =
      std::max(width(statistics.rules.front().count), width(statistics.files.front().count));
  for (const RuleCount& rule : statistics.rules)
    out += fmt::format("{:>{}}  {:<11}  {}\n", rule.count, most, wordOf(rule.severity), rule.rule);
  out += '\n';
  for (const FileCount& file : statistics.files)
    out += fmt::format("{:>{}}  {}\n", file.count, most, text::harmless(file.path));
  out += '\n';
}

}  // namespace

std::string asText(const Outcome& outcome, const FormatSettings& settings) {
  std::string out;
  Statistics statistics = statisticsOf(outcome);
  std::size_t safe = 0;
  for (const CheckedFile& file : outcome.files)
    for (const Found& found : file.found) {
      if (!settings.statistics) appendFinding(out, file, found, settings);
      safe += std::ranges::any_of(found.fixes, &FoundFix::safe) ? 1 : 0;
    }
  if (settings.statistics) appendStatistics(out, statistics);
  if (statistics.total == 0) {
    if (outcome.unread.empty()) out += locale::say(Message::check_clean, settings.language) + '\n';
    return out;
  }
  std::string severities;
  for (const auto& [severity, count] : statistics.severities) {
    if (!severities.empty()) severities += ", ";
    severities +=
        locale::say(lint::nameOf(severity), settings.language) + ": " + std::to_string(count);
  }
  out += locale::sayCount(Message::check_found, statistics.total, settings.language,
                          {{"severities", severities}});
  if (safe > 0) out += ' ' + locale::sayCount(Message::check_fixable, safe, settings.language);
  return out + '\n';
}

}  // namespace journey::cli
