#include "lsp/diagnostics.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "lint/page.hpp"
#include "text/json.hpp"

namespace journey::lsp {

namespace {

void appendNumber(std::string& out, std::int64_t number) {
  char buffer[24];
  auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number);
  out.append(buffer, end);
}

void appendPosition(std::string& out, Position position) {
  out += R"({"line":)";
  appendNumber(out, position.line);
  out += R"(,"character":)";
  appendNumber(out, position.character);
  out += '}';
}

void appendRange(std::string& out, Range range) {
  out += R"({"start":)";
  appendPosition(out, range.start);
  out += R"(,"end":)";
  appendPosition(out, range.end);
  out += '}';
}

void appendRange(std::string& out, const Client& client, const workspace::Snapshot& snapshot,
                 model::BlockIndex block, text::Span span) {
  appendRange(out,
              text::rangeOf(snapshot.text, snapshot.map.absolute(block, span), client.encoding));
}

}  // namespace

void appendDiagnostic(std::string& out, const Client& client, const std::string& uri,
                      const workspace::Snapshot& snapshot, const lint::PlacedFinding& placed) {
  const lint::Finding& finding = *placed.finding;
  out += R"({"range":)";
  appendRange(out, client, snapshot, placed.block, finding.span);
  out += R"(,"severity":)";
  appendNumber(out, static_cast<int>(finding.severity));
  out += R"(,"code":)";
  text::appendJson(out, finding.rule->id);
  if (!client.rulePages.empty()) {  // a URI holds nothing that JSON escapes
    out += R"(,"codeDescription":{"href":")";
    out += client.rulePages;
    out += finding.rule->id;
    out += lint::pageEnding;
    out += R"("})";
  }
  out += R"(,"source":"journey","message":)";
  text::appendJson(out, locale::say(finding.message, client.language, finding.arguments));
  if (auto tag = static_cast<unsigned>(finding.rule->tag); (client.tags >> tag & 1U) != 0) {
    out += R"(,"tags":[)";
    appendNumber(out, tag);
    out += ']';
  }
  if (client.relatedInformation && !finding.related.empty()) {
    out += R"(,"relatedInformation":[)";
    for (const lint::Related& related : finding.related) {
      if (&related != &finding.related.front()) out += ',';
      out += R"({"location":{"uri":)";
      text::appendJson(out, uri);
      out += R"(,"range":)";
      appendRange(out, client, snapshot, related.block, related.span);
      out += R"(},"message":)";
      text::appendJson(out, locale::say(related.message, client.language));
      out += '}';
    }
    out += ']';
  }
  out += '}';
}

namespace {

// More than anybody reads; editors slow down with more.
constexpr std::size_t mostDiagnostics = 500;

void appendDiagnostics(std::string& out, const Client& client, const std::string& uri,
                       const workspace::Snapshot& snapshot) {
  out += '[';
  bool first = true;
  std::vector<lint::PlacedFinding> findings = snapshot.findings();
  // The note that there are more takes the place of one.
  std::size_t more = findings.size() > mostDiagnostics + 1 ? findings.size() - mostDiagnostics : 0;
  if (more > 0) {
    // The gravest ones, still in the order of the text.
    auto severity = [](const lint::PlacedFinding& p) { return p.finding->severity; };
    std::vector<lint::PlacedFinding> sorted = findings;
    std::ranges::stable_sort(sorted, {}, severity);
    auto last = severity(sorted[mostDiagnostics - 1]);
    std::size_t graver = 0;
    for (const auto& placed : findings) graver += severity(placed) < last;
    std::size_t room = mostDiagnostics - graver;
    std::erase_if(findings, [&](const lint::PlacedFinding& placed) {
      if (severity(placed) == last && room > 0) return room-- == 0;
      return severity(placed) >= last;
    });
  }
  for (const lint::PlacedFinding& placed : findings) {
    if (!std::exchange(first, false)) out += ',';
    appendDiagnostic(out, client, uri, snapshot, placed);
  }
  if (more > 0) {
    out += R"(,{"range":)";
    appendRange(out, {});
    out += R"(,"severity":3,"source":"journey","message":)";
    text::appendJson(out, locale::say(locale::Message::more_findings, client.language,
                                      {{"count", std::to_string(more)}}));
    out += '}';
  }
  out += ']';
}

}  // namespace

void appendFullReport(std::string& out, const Client& client, const std::string& uri,
                      const workspace::Snapshot& snapshot, std::string_view resultId) {
  out += R"("kind":"full","resultId":)";
  text::appendJson(out, resultId);
  out += R"(,"items":)";
  appendDiagnostics(out, client, uri, snapshot);
}

std::string publishProjectFaults(const Client& client, const std::string& uri,
                                 const workspace::ProjectFolder& folder) {
  text::Text content(folder.content);
  std::string out =
      R"({"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":)";
  text::appendJson(out, uri);
  out += R"(,"diagnostics":[)";
  for (const workspace::Fault& fault : folder.faults) {
    if (&fault != &folder.faults.front()) out += ',';
    out += R"({"range":)";
    appendRange(out, text::rangeOf(content, fault.span, client.encoding));
    out += R"(,"severity":)";
    appendNumber(out, static_cast<int>(fault.severity));
    out += R"(,"source":"journey","message":)";
    text::appendJson(out, locale::say(fault.message, client.language, fault.arguments));
    out += '}';
  }
  out += "]}}";
  return out;
}

std::string publishDiagnostics(const Client& client, const std::string& uri,
                               const workspace::Snapshot& snapshot) {
  std::string out =
      R"({"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":)";
  text::appendJson(out, uri);
  out += R"(,"version":)";
  appendNumber(out, snapshot.version);
  out += R"(,"diagnostics":)";
  appendDiagnostics(out, client, uri, snapshot);
  out += "}}";
  return out;
}

}  // namespace journey::lsp
