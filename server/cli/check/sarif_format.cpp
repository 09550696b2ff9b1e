// SARIF 2.1.0 (OASIS), which code hosts and editors read: with the rules' pages, fixes as
// replacements, and fingerprints that hold when lines move.
#include <boost/json.hpp>

#include <map>

#include <fmt/format.h>

#include "cli/check/formats.hpp"
#include "lint/page.hpp"
#include "lint/rules.hpp"
#include "locale/message.hpp"
#include "locale/rule_text.hpp"
#include "workspace/project.hpp"
#include "workspace/uri.hpp"

namespace journey::cli {

namespace {

namespace json = boost::json;
namespace fs = std::filesystem;
using locale::Message;

constexpr std::string_view root = "%SRCROOT%";

std::string_view levelOf(lint::Severity severity) {
  switch (severity) {
    case lint::Severity::Error:
      return "error";
    case lint::Severity::Warning:
      return "warning";
    default:
      return "note";
  }
}

json::object message(std::string_view text) { return {{"text", text}}; }

/// Markdown as it is read without marks.
std::string plainText(std::string_view markdown) {
  std::string out;
  while (!markdown.empty()) {
    std::size_t end = std::min(markdown.find('\n'), markdown.size());
    std::string_view line = markdown.substr(0, end);
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
    if (line.starts_with("```")) continue;
    while (line.starts_with('#') && line.find(' ') != line.npos &&
           line.find_first_not_of('#') == line.find(' '))
      line.remove_prefix(line.find(' ') + 1);
    for (char c : line)
      if (c != '`') out += c;
    out += '\n';
  }
  return out;
}

/// All rules, and what else a finding can be of.
class Rules {
 public:
  explicit Rules(locale::Language language) {
    for (const lint::Rule* rule : lint::allRules()) {
      json::object out = described(rule->id, rule->severity);
      if (const locale::RuleText* text = locale::ruleText(rule->id, language)) {
        out["shortDescription"] = message(text->what);
        out["fullDescription"] = message(text->why);
      }
      std::string page = lint::rulePage(*rule, language);
      out["help"] = json::object{{"text", plainText(page)}, {"markdown", page}};
      add(rule->id, std::move(out));
    }
    for (auto [id, about] : {std::pair(workspace::faultCode, Message::check_about_settings),
                             std::pair(encodingCode, Message::check_about_encoding)}) {
      json::object out = described(id, lint::Severity::Error);
      std::string said = locale::say(about, language);
      for (const char* member : {"shortDescription", "fullDescription", "help"})
        out[member] = message(said);
      add(id, std::move(out));
    }
  }

  json::array take() { return std::move(rules_); }
  std::size_t indexOf(std::string_view id) const { return index_.find(id)->second; }

 private:
  static json::object described(std::string_view id, lint::Severity severity) {
    return {{"id", id}, {"defaultConfiguration", json::object{{"level", levelOf(severity)}}}};
  }
  void add(std::string_view id, json::object rule) {
    index_.emplace(id, rules_.size());
    rules_.push_back(std::move(rule));
  }

  json::array rules_;
  std::map<std::string, std::size_t, std::less<>> index_;
};

/// Relative to the working folder where it lies in it.
json::object artifact(const std::string& path, const fs::path& workingFolder) {
  std::string base = workspace::uriOf(workingFolder / "");
  fs::path absolute = (workingFolder / path).lexically_normal();
  std::string uri = workspace::uriOf(absolute);
  if (!uri.starts_with(base)) return {{"uri", uri}};
  uri.erase(0, base.size());
  // Up to a colon in the first part would be a scheme (RFC 3986, 4.2).
  if (uri.find(':') < uri.find('/')) uri.insert(0, "./");
  return {{"uri", uri}, {"uriBaseId", root}};
}

json::object region(const text::Text& text, text::Span span) {
  text::Position start = placeOf(text, span.start, text::PositionEncoding::Utf16);
  text::Position end = placeOf(text, span.end, text::PositionEncoding::Utf16);
  return {{"startLine", start.line},
          {"startColumn", start.character},
          {"endLine", end.line},
          {"endColumn", end.character}};
}

json::object location(const json::object& artifact, const text::Text& text, text::Span span) {
  return {{"physicalLocation",
           json::object{{"artifactLocation", artifact}, {"region", region(text, span)}}}};
}

json::array fixesOf(const json::object& artifact, const text::Text& text, const Found& found) {
  json::array fixes;
  for (const FoundFix& fix : found.fixes) {
    json::array replacements;
    for (const lint::TextEdit& edit : fix.edits) {
      json::object replacement{{"deletedRegion", region(text, edit.span)}};
      if (!edit.text.empty()) replacement["insertedContent"] = message(edit.text);
      replacements.push_back(std::move(replacement));
    }
    if (replacements.empty()) continue;
    fixes.push_back(json::object{
        {"description", message(fix.title)},
        {"artifactChanges", json::array{json::object{{"artifactLocation", artifact},
                                                     {"replacements", std::move(replacements)}}}}});
  }
  return fixes;
}

/// FNV-1a, the same on every machine.
std::string fingerprint(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (unsigned char c : text) hash = (hash ^ c) * 0x100000001b3;
  return fmt::format("{:016x}", hash);
}

json::array resultsOf(const CheckedFile& file, const Rules& rules, const json::object& artifact) {
  json::array results;
  std::map<std::string, int> alike;
  for (const Found& found : file.found) {
    json::object result{{"ruleId", found.rule},
                        {"ruleIndex", rules.indexOf(found.rule)},
                        {"level", levelOf(found.severity)},
                        {"message", message(found.message)},
                        {"locations", json::array{location(artifact, file.text, found.span)}}};
    std::string what =
        std::string(found.rule) + '\n' + lineOf(file.text, found) + '\n' + found.detail;
    what += '\n' + std::to_string(++alike[what]);
    result["partialFingerprints"] = json::object{{"journeyFinding/v1", fingerprint(what)}};
    json::array related;
    for (const FoundRelated& one : found.related) {
      json::object place = location(artifact, file.text, one.span);
      place["message"] = message(one.message);
      related.push_back(std::move(place));
    }
    if (!related.empty()) result["relatedLocations"] = std::move(related);
    if (json::array fixes = fixesOf(artifact, file.text, found); !fixes.empty())
      result["fixes"] = std::move(fixes);
    results.push_back(std::move(result));
  }
  return results;
}

}  // namespace

std::string asSarif(const Outcome& outcome, const FormatSettings& settings) {
  Rules rules(settings.language);
  json::array results;
  for (const CheckedFile& file : outcome.files)
    for (json::value& result : resultsOf(file, rules, artifact(file.path, settings.workingFolder)))
      results.push_back(std::move(result));
  json::object invocation{{"executionSuccessful", outcome.unread.empty()}};
  json::array notifications;
  for (const Unread& one : outcome.unread)
    notifications.push_back(json::object{
        {"level", "error"},
        {"message", message(one.reason)},
        {"locations",
         json::array{json::object{
             {"physicalLocation",
              json::object{{"artifactLocation", artifact(one.path, settings.workingFolder)}}}}}}});
  if (!notifications.empty()) invocation["toolExecutionNotifications"] = std::move(notifications);
  json::object run{
      {"tool", json::object{{"driver", json::object{{"name", "journey"},
                                                    {"version", settings.version},
                                                    {"semanticVersion", settings.version},
                                                    {"rules", rules.take()}}}}},
      {"language", locale::codeOf(settings.language)},
      {"columnKind", "utf16CodeUnits"},
      {"originalUriBaseIds",
       json::object{{root, json::object{{"uri", workspace::uriOf(settings.workingFolder / "")}}}}},
      {"invocations", json::array{std::move(invocation)}},
      {"results", std::move(results)}};
  json::object log{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                   {"version", "2.1.0"},
                   {"runs", json::array{std::move(run)}}};
  return json::serialize(log) + '\n';
}

}  // namespace journey::cli
