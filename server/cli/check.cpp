// journey check: what the linter says, as text or JSON.
#include <fmt/format.h>
#include <boost/json.hpp>

#include <iostream>

#include "cli/commands.hpp"
#include "locale/message.hpp"
#include "text/encoding.hpp"
#include "workspace/snapshot.hpp"

namespace journey::cli {

namespace {

namespace json = boost::json;

std::string_view nameOf(lint::Severity severity) {
  switch (severity) {
    case lint::Severity::Error:
      return "error";
    case lint::Severity::Warning:
      return "warning";
    case lint::Severity::Information:
      return "information";
    case lint::Severity::Hint:
      return "hint";
  }
  return "";
}

struct Shown {
  text::Range range;  // lines and columns from 0; columns in code points
  std::string message;
};

Shown shown(const workspace::Snapshot& snapshot, const lint::PlacedFinding& placed,
            locale::Language language) {
  return {text::rangeOf(snapshot.text, snapshot.map.absolute(placed.block, placed.finding->span),
                        text::PositionEncoding::Utf32),
          locale::say(placed.finding->message, language, placed.finding->arguments)};
}

json::object position(text::Position p) {
  return {{"line", p.line + 1}, {"column", p.character + 1}};
}

}  // namespace

int check(const CheckOptions& options) {
  bool sound = true;
  bool failed = false;
  std::size_t count = 0;
  json::array files;
  for (const std::string& path : expand(options.paths, sound)) {
    auto content = readOrComplain(path);
    if (!content) {
      sound = false;
      continue;
    }
    auto snapshot = workspace::read(text::Text(*content), 0, {});
    json::array findings;
    for (const lint::PlacedFinding& placed : snapshot->findings()) {
      const lint::Finding& finding = *placed.finding;
      Shown s = shown(*snapshot, placed, options.language);
      ++count;
      failed |= finding.severity <= options.failOn;
      if (options.json) {
        findings.push_back({{"rule", finding.rule->id},
                            {"severity", nameOf(finding.severity)},
                            {"message", s.message},
                            {"start", position(s.range.start)},
                            {"end", position(s.range.end)}});
      } else {
        std::cout << fmt::format("{}:{}:{}: {}: {} [{}]\n", path, s.range.start.line + 1,
                                 s.range.start.character + 1, nameOf(finding.severity), s.message,
                                 finding.rule->id);
      }
    }
    if (options.json)
      files.push_back({{"path", path},
                       {"language", locale::codeOf(snapshot->map.language)},
                       {"findings", std::move(findings)}});
  }
  if (options.json)
    std::cout << json::serialize(json::object{{"version", 1}, {"files", std::move(files)}}) << '\n';
  else if (count == 0 && sound)
    std::cout << locale::say(locale::Message::check_clean, options.language) << '\n';
  if (!sound) return exitUsage;
  return failed ? exitFindings : exitClean;
}

}  // namespace journey::cli
