// For programs: everything that is known of each finding. Lines and columns count from 1, columns
// in code points.
#include <boost/json.hpp>

#include "cli/check/formats.hpp"
#include "cli/check/statistics.hpp"

namespace journey::cli {

namespace {

namespace json = boost::json;

json::object placed(const text::Text& text, text::Span span) {
  auto position = [&](std::uint32_t offset) {
    text::Position at = placeOf(text, offset, text::PositionEncoding::Utf32);
    return json::object{{"line", at.line}, {"column", at.character}};
  };
  return {{"start", position(span.start)}, {"end", position(span.end)}};
}

json::object fixOf(const text::Text& text, const FoundFix& fix) {
  json::array edits;
  for (const lint::TextEdit& edit : fix.edits) {
    json::object one = placed(text, edit.span);
    one["text"] = edit.text;
    edits.push_back(std::move(one));
  }
  return {{"title", fix.title},
          {"preferred", fix.preferred},
          {"safe", fix.safe},
          {"edits", std::move(edits)}};
}

json::object findingOf(const text::Text& text, const Found& found) {
  json::object out{
      {"rule", found.rule}, {"severity", wordOf(found.severity)}, {"message", found.message}};
  for (auto& member : placed(text, found.span)) out.insert(std::move(member));
  json::array fixes;
  for (const FoundFix& fix : found.fixes) fixes.push_back(fixOf(text, fix));
  out["fixes"] = std::move(fixes);
  json::array related;
  for (const FoundRelated& one : found.related) {
    json::object place = placed(text, one.span);
    place["message"] = one.message;
    related.push_back(std::move(place));
  }
  out["related"] = std::move(related);
  out["detail"] = found.detail;
  return out;
}

json::object countsOf(const Statistics& statistics) {
  json::array rules;
  for (const RuleCount& rule : statistics.rules)
    rules.push_back(json::object{
        {"rule", rule.rule}, {"severity", wordOf(rule.severity)}, {"count", rule.count}});
  json::array files;
  for (const FileCount& file : statistics.files)
    files.push_back(json::object{{"path", file.path}, {"count", file.count}});
  return {{"total", statistics.total}, {"rules", std::move(rules)}, {"files", std::move(files)}};
}

}  // namespace

std::string asJson(const Outcome& outcome, const FormatSettings& settings) {
  json::array files;
  for (const CheckedFile& file : outcome.files) {
    json::array findings;
    for (const Found& found : file.found) findings.push_back(findingOf(file.text, found));
    files.push_back(json::object{{"path", file.path},
                                 {"language", locale::codeOf(file.language)},
                                 {"findings", std::move(findings)}});
  }
  json::array unread;
  for (const Unread& one : outcome.unread)
    unread.push_back(json::object{{"path", one.path}, {"reason", one.reason}});
  json::array stale;
  for (const KnownFinding& known : outcome.stale)
    stale.push_back(json::object{{"path", known.path},
                                 {"rule", known.rule},
                                 {"line", known.line},
                                 {"detail", known.detail},
                                 {"count", known.count}});
  json::object out{{"version", 1}, {"files", std::move(files)}, {"unread", std::move(unread)}};
  out["baseline"] = json::object{{"hidden", outcome.hidden}, {"stale", std::move(stale)}};
  if (settings.statistics) out["statistics"] = countsOf(statisticsOf(outcome));
  return json::serialize(out) + '\n';
}

}  // namespace journey::cli
