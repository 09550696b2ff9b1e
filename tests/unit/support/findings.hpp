// Maps with the findings they should have written into them, and fixes compared as whole texts.
//
//   Phase: Pay
//     Touchpoint: Queue
//       Next: ⟦Buys a snack⟧      ⟵ broken-reference "no touchpoint"
//
// ⟵ names the rule that fires on that line, and a part of what it says. ⟦…⟧ marks the exact span;
// it may run over lines and counts for the line it ends on. Without it the span is the line without
// its indentation. Several ⟵ on a line take the line's spans in turn, the last one again and again.
// A text begins behind its first line break, and the indentation that all its lines share is not
// part of it.
#pragma once

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "lint/rules.hpp"
#include "support/fixture.hpp"
#include "text/unicode.hpp"

namespace journey::test {

struct Expectation {
  text::Span span;
  std::string rule;
  std::string says;  // a part of the message; may be empty
};

struct MarkedText {
  std::string text;
  std::vector<Expectation> findings;
};

/// A raw string as it is meant: without the first line break and the shared indentation.
inline std::string dedented(std::string_view raw) {
  if (raw.starts_with('\n')) raw.remove_prefix(1);
  if (auto last = raw.rfind('\n');
      last != raw.npos && raw.substr(last).find_first_not_of("\n ") == raw.npos)
    raw = raw.substr(0, last + 1);
  std::size_t shared = raw.npos;
  for (std::size_t at = 0; at < raw.size(); at = std::min(raw.find('\n', at), raw.size() - 1) + 1) {
    std::size_t first = raw.find_first_not_of(' ', at);
    if (first != raw.npos && raw[first] != '\n') shared = std::min(shared, first - at);
  }
  std::string out;
  for (std::size_t at = 0; at < raw.size();) {
    std::size_t end = std::min(raw.find('\n', at), raw.size() - 1) + 1;
    std::string_view line = raw.substr(at, end - at);
    out += line.substr(std::min(shared, std::min(line.find_first_not_of(' '), line.size())));
    at = end;
  }
  return out;
}

inline MarkedText marked(std::string_view raw) {
  static constexpr std::string_view open = "⟦", close = "⟧", arrow = "⟵";
  MarkedText out;
  std::string source = dedented(raw);
  struct Line {
    text::Span whole;
    std::vector<text::Span> spans;
    std::vector<std::string> says;
  };
  std::vector<Line> lines;
  std::uint32_t opened = 0;
  for (std::size_t at = 0; at < source.size();) {
    std::size_t end = std::min(source.find('\n', at), source.size());
    std::string_view rest = std::string_view(source).substr(at, end - at);
    Line& line = lines.emplace_back();
    std::size_t arrowAt = rest.find(arrow);
    if (arrowAt != rest.npos) {
      std::string_view notes = rest.substr(arrowAt);
      while (!notes.empty()) {
        notes.remove_prefix(arrow.size());
        std::size_t next = std::min(notes.find(arrow), notes.size());
        line.says.emplace_back(text::trimmed(notes.substr(0, next)));
        notes.remove_prefix(next);
      }
      rest = rest.substr(0, arrowAt);
      rest = rest.substr(0, rest.find_last_not_of(' ') + 1);
    }
    auto here = [&] { return static_cast<std::uint32_t>(out.text.size()); };
    line.whole.start =
        here() + static_cast<std::uint32_t>(std::min(rest.find_first_not_of(' '), rest.size()));
    while (!rest.empty()) {
      std::size_t mark = std::min(rest.find(open), rest.find(close));
      out.text += rest.substr(0, mark);
      if (mark == rest.npos) break;
      if (rest.substr(mark).starts_with(open)) {
        opened = here();
      } else {
        line.spans.push_back({opened, here()});
      }
      rest.remove_prefix(mark + open.size());
    }
    line.whole.end = here();
    if (end < source.size()) out.text += '\n';
    at = end + 1;
  }
  for (const Line& line : lines)
    for (std::size_t i = 0; i < line.says.size(); ++i) {
      text::Span span =
          line.spans.empty() ? line.whole : line.spans[std::min(i, line.spans.size() - 1)];
      std::size_t quote = line.says[i].find('"');
      std::string says = quote == std::string::npos
                             ? ""
                             : line.says[i].substr(quote + 1, line.says[i].rfind('"') - quote - 1);
      out.findings.push_back(
          {span, std::string(text::trimmed(line.says[i].substr(0, quote))), says});
    }
  return out;
}

inline std::string said(const lint::Finding& finding,
                        locale::Language language = locale::Language::En) {
  return locale::say(finding.message, language, finding.arguments);
}

/// `line: rule “span”` for each finding, in order.
inline std::vector<std::string> listed(const text::Text& text, std::vector<Expectation> findings) {
  auto key = [](const Expectation& e) { return std::tie(e.span.start, e.span.end, e.rule); };
  std::ranges::sort(findings, [&](const auto& a, const auto& b) { return key(a) < key(b); });
  std::vector<std::string> out;
  for (const Expectation& e : findings)
    out.push_back(std::to_string(text.lineOf(e.span.start) + 1) + ": " + e.rule + " “" +
                  text.slice(e.span) + "”");
  return out;
}

/// Rules that ask for what is not said. The few lines of a test leave much unsaid, so tests of
/// several rules at once speak of them only where they name them.
inline bool asksForMore(std::string_view rule) {
  using namespace lint::rules;
  for (const lint::Rule* one :
       {&noEvidence, &neverReviewed, &journeyWithoutGoal, &personaWithoutGoal, &thinPersona,
        &personaWithoutEvidence, &touchpointWithoutChannel, &touchpointWithoutAction,
        &touchpointWithoutThought, &opportunityWithoutOwner, &opportunityWithoutMetric,
        &negativeWithoutPain, &unprioritisedOpportunities, &flatCurve, &startsLate, &endsEarly,
        &noFutureMap})
    if (one->id == rule) return true;
  return false;
}

using RuleIds = std::vector<std::string_view>;

inline std::vector<Expectation> findingsOf(const workspace::Snapshot& snapshot,
                                           const RuleIds& only = {}) {
  std::vector<Expectation> out;
  for (const lint::PlacedFinding& placed : snapshot.findings())
    if (only.empty() || std::ranges::find(only, placed.finding->rule->id) != only.end())
      out.push_back({snapshot.map.absolute(placed.block, placed.finding->span),
                     std::string(placed.finding->rule->id), said(*placed.finding)});
  return out;
}

inline std::vector<Expectation> findingsOf(const workspace::Snapshot& snapshot,
                                           std::string_view onlyRule) {
  return findingsOf(snapshot, RuleIds{onlyRule});
}

/// Checks that exactly the findings fire that a text names; with `only`, of these rules.
inline void expectFindings(std::string_view raw, const RuleIds& only = {}) {
  MarkedText expected = marked(raw);
  auto snapshot = snapshotOf(expected.text);
  std::vector<Expectation> actual = findingsOf(*snapshot, only);
  if (only.empty())
    std::erase_if(actual, [&](const Expectation& a) {
      return asksForMore(a.rule) &&
             std::ranges::find(expected.findings, a.rule, &Expectation::rule) ==
                 expected.findings.end();
    });
  INFO(expected.text);
  CHECK(listed(snapshot->text, actual) == listed(snapshot->text, expected.findings));
  for (const Expectation& e : expected.findings) {
    INFO("expected to hear: " << e.says);
    CHECK(std::ranges::any_of(actual, [&](const Expectation& a) {
      return a.span == e.span && a.rule == e.rule && a.says.find(e.says) != std::string::npos;
    }));
  }
}

inline void expectFindings(std::string_view raw, std::string_view onlyRule) {
  expectFindings(raw, RuleIds{onlyRule});
}

/// Does a fix's edits to a text, and checks that an editor could: they are inside the text, apart,
/// and cut neither a character nor a \r\n in two.
inline std::string applied(const workspace::Snapshot& snapshot, const lint::Fix& fix) {
  std::string text = snapshot.text.str();
  std::vector<lint::TextEdit> edits = fix.edits;
  REQUIRE_FALSE(edits.empty());
  std::ranges::stable_sort(edits, {}, [](const lint::TextEdit& e) { return e.span.start; });
  auto cuts = [&](std::uint32_t at) {
    if (at == 0 || at >= text.size()) return false;
    return (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80 ||
           (text[at - 1] == '\r' && text[at] == '\n');
  };
  std::string out;
  std::uint32_t at = 0;
  for (const lint::TextEdit& edit : edits) {
    REQUIRE(edit.span.start >= at);
    REQUIRE(edit.span.end >= edit.span.start);
    REQUIRE(edit.span.end <= text.size());
    REQUIRE_FALSE(cuts(edit.span.start));
    REQUIRE_FALSE(cuts(edit.span.end));
    out += text.substr(at, edit.span.start - at);
    out += edit.text;
    at = edit.span.end;
  }
  return out + text.substr(at);
}

inline std::string titleOf(const lint::Fix& fix) {
  return locale::say(fix.title, locale::Language::En, fix.arguments) + (fix.preferred ? " ★" : "");
}

/// The first finding of a rule.
inline lint::PlacedFinding firstOf(const workspace::Snapshot& snapshot, std::string_view rule) {
  for (const lint::PlacedFinding& placed : snapshot.findings())
    if (placed.finding->rule->id == rule) return placed;
  FAIL("nothing of " << rule << " in:\n" << snapshot.text.str());
  return {};
}

/// `line: “span” what it says there` for each place that the first finding of a rule points at.
inline std::vector<std::string> relatedOf(std::string_view rule, std::string_view raw) {
  auto snapshot = snapshotOf(marked(raw).text);
  std::vector<std::string> out;
  for (const lint::Related& related : firstOf(*snapshot, rule).finding->related) {
    text::Span span = snapshot->map.absolute(related.block, related.span);
    out.push_back(std::to_string(snapshot->text.lineOf(span.start) + 1) + ": “" +
                  snapshot->text.slice(span) + "” " +
                  locale::say(related.message, locale::Language::En));
  }
  return out;
}

/// The fixes of the first finding of a rule, the preferred one with a star.
inline std::vector<std::string> fixesOf(std::string_view rule, std::string_view raw) {
  auto snapshot = snapshotOf(marked(raw).text);
  std::vector<std::string> out;
  for (const lint::Fix& fix : snapshot->fixes(firstOf(*snapshot, rule)))
    out.push_back(titleOf(fix));
  return out;
}
using Titles = std::vector<std::string>;

/// Takes the fix of that title (with its star) for the first finding of a rule, and compares. What
/// the rule still finds afterwards must be marked in `after`.
inline void expectFix(std::string_view rule, std::string_view title, std::string_view before,
                      std::string_view after) {
  auto snapshot = snapshotOf(marked(before).text);
  MarkedText expected = marked(after);
  std::string titles;
  for (const lint::Fix& fix : snapshot->fixes(firstOf(*snapshot, rule))) {
    titles += '\n' + titleOf(fix);
    if (titleOf(fix) != title) continue;
    std::string result = applied(*snapshot, fix);
    CHECK(result == expected.text);
    expectFindings(after, rule);
    return;
  }
  FAIL_CHECK("no fix is called " << title << ", but:" << titles);
}

}  // namespace journey::test
