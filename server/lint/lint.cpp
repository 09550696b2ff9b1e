#include "lint/lint.hpp"

#include <algorithm>
#include <ctime>
#include <set>

#include "lint/journeys.hpp"
#include "lint/overview.hpp"
#include "lint/rules.hpp"

namespace journey::lint {

namespace {

using BlockFindings = std::shared_ptr<const std::vector<Finding>>;

BlockFindings checkBlock(const model::Map& map, const model::Block& block, const Context& context) {
  static const BlockFindings none = std::make_shared<const std::vector<Finding>>();
  std::vector<Finding> findings;
  for (const Rule* rule : allRules()) {
    if (!rule->checkBlock || context.settings->isOff(*rule)) continue;
    std::size_t first = findings.size();
    rule->checkBlock({map, block, context, *rule, findings});
    for (std::size_t i = first; i < findings.size(); ++i)
      findings[i].severity = *context.settings->judged(*rule, findings[i].severity);
  }
  if (findings.empty()) return none;
  return std::make_shared<const std::vector<Finding>>(std::move(findings));
}

std::vector<PlacedFinding> checkWide(const model::Map& map, const Context& context) {
  std::vector<PlacedFinding> findings;
  Overview overview = overviewOf(map, context.library);
  for (const Rule* rule : allRules()) {
    if (!rule->checkMap || context.settings->isOff(*rule)) continue;
    std::size_t first = findings.size();
    rule->checkMap({map, overview, context, *rule, findings});
    for (std::size_t i = first; i < findings.size(); ++i) {
      Severity own = findings[i].finding->severity;
      Severity judged = *context.settings->judged(*rule, own);
      if (judged == own) continue;
      auto changed = std::make_shared<Finding>(*findings[i].finding);
      changed->severity = judged;
      findings[i].finding = std::move(changed);
    }
  }
  return findings;
}

/// One `journey-ignore` name and what it silences.
struct Suppression {
  BlockIndex block;
  Span span;
  std::string rule;
  std::optional<std::uint32_t> line;  // none: the whole file
  bool used = false;
};

std::vector<Suppression> suppressions(const model::Map& map) {
  std::vector<Suppression> out;
  std::set<std::uint32_t> comments;  // «the next line» is the next that is none of these
  for (BlockIndex i = 0; i < map.blocks.size(); ++i) {
    for (const model::OtherLine& other : map.block(i).others)
      if (other.kind == model::OtherLine::Kind::Comment)
        comments.insert(map.blocks[i].line + other.line);
    for (const model::Directive& d : map.block(i).directives) {
      if (d.kind == model::Directive::Kind::Language) continue;
      std::vector<model::Directive::Name> names = d.names;
      if (names.empty()) names.push_back({"", d.span});
      for (const auto& name : names) {
        Suppression s{i, name.span, name.text, std::nullopt};
        if (d.kind == model::Directive::Kind::IgnoreNextLine)
          s.line = map.blocks[i].line + d.line + 1;
        out.push_back(std::move(s));
      }
    }
  }
  for (Suppression& s : out)
    while (s.line && comments.contains(*s.line)) ++*s.line;
  return out;
}

std::uint32_t lineOf(const model::Map& map, const PlacedFinding& placed) {
  const model::Block& block = map.block(placed.block);
  std::uint32_t line = 0;
  auto see = [&](std::uint32_t start, std::uint32_t at) {
    if (start <= placed.finding->span.start) line = std::max(line, at);
  };
  for (const model::Entry& entry : block.entries) see(entry.whole.start, entry.line);
  for (const model::OtherLine& other : block.others) see(other.span.start, other.line);
  return map.blocks[placed.block].line + line;
}

}  // namespace

Finding& BlockCheck::report(Span span, Message message, Arguments arguments) const {
  return findings.emplace_back(
      Finding{&rule, rule.severity, message, std::move(arguments), span, ~0U, {}, {}});
}

Finding& BlockCheck::report(std::uint32_t entry, Span span, Message message,
                            Arguments arguments) const {
  return findings.emplace_back(
      Finding{&rule, rule.severity, message, std::move(arguments), span, entry, {}, {}});
}

Finding& MapCheck::report(BlockIndex block, Span span, Message message, Arguments arguments) const {
  auto finding = std::make_shared<Finding>(
      Finding{&rule, rule.severity, message, std::move(arguments), span, ~0U, {}, {}});
  findings.push_back({block, finding});
  return *finding;
}

const SettingsPtr& defaultSettings() {
  static const SettingsPtr settings = std::make_shared<const Settings>();
  return settings;
}

std::optional<Severity> Settings::judged(const Rule& rule, Severity own) const {
  if (!severities.empty()) {
    if (auto found = severities.find(rule.id); found != severities.end()) return found->second;
    if (auto found = severities.find(groupOf(rule)); found != severities.end())
      return found->second;
  }
  if (preset == Preset::Workshop && !helpsWhileDrafting(rule)) return std::nullopt;
  if (preset == Preset::Strict && own == Severity::Information) return Severity::Warning;
  if (preset == Preset::Strict && own == Severity::Hint) return Severity::Information;
  return own;
}

bool Settings::isOff(const Rule& rule) const { return !judged(rule, rule.severity); }

Report check(const model::Map& map, const Context& context) {
  Report report;
  report.blocks.reserve(map.blocks.size());
  for (const model::PlacedBlock& placed : map.blocks)
    report.blocks.push_back(checkBlock(map, *placed, context));
  report.wide = checkWide(map, context);
  return report;
}

Report recheck(const Report& before, const model::Map& old, const model::Map& map,
               const model::Change& change, const Context& context) {
  // A block's findings depend on the document's language and lanes too.
  if (old.language != map.language || laneNames(old) != laneNames(map)) return check(map, context);
  Report report;
  report.blocks.reserve(map.blocks.size());
  report.blocks.assign(before.blocks.begin(), before.blocks.begin() + change.first);
  for (std::uint32_t i = 0; i < change.after; ++i)
    report.blocks.push_back(checkBlock(map, map.block(change.first + i), context));
  report.blocks.insert(report.blocks.end(), before.blocks.begin() + change.first + change.before,
                       before.blocks.end());
  report.wide = checkWide(map, context);
  return report;
}

std::vector<PlacedFinding> findings(const model::Map& map, const Report& report,
                                    const Context& context) {
  std::vector<PlacedFinding> all = report.wide;
  for (BlockIndex i = 0; i < report.blocks.size(); ++i)
    for (const Finding& finding : *report.blocks[i])
      all.push_back({i, std::shared_ptr<const Finding>(report.blocks[i], &finding)});

  if (std::vector<Suppression> suppressed = suppressions(map); !suppressed.empty()) {
    auto silence = [&] {
      std::erase_if(all, [&](const PlacedFinding& placed) {
        bool silenced = false;
        for (Suppression& s : suppressed)
          if (s.rule == placed.finding->rule->id && (!s.line || *s.line == lineOf(map, placed)))
            silenced = s.used = true;
        return silenced;
      });
    };
    const Rule& rule = rules::uselessSuppression;
    auto reportUseless = [&](bool ofThisRule) {
      auto severity = context.settings->judged(rule, rule.severity);
      if (!severity) return;
      for (const Suppression& s : suppressed) {
        // Nobody knows what a rule that is off would have said.
        const Rule* named = ruleNamed(s.rule);
        if (s.used || (s.rule == rule.id) != ofThisRule ||
            (named && context.settings->isOff(*named)))
          continue;
        Message message = s.rule.empty() ? Message::useless_suppression_empty
                          : named        ? Message::useless_suppression
                                         : Message::useless_suppression_unknown;
        all.push_back(
            {s.block,
             std::make_shared<const Finding>(
                 Finding{&rule, *severity, message, {{"rule", s.rule}}, s.span, ~0U, {}, s.rule})});
      }
    };
    silence();
    reportUseless(false);
    silence();  // these can be silenced too
    reportUseless(true);
  }
  std::ranges::stable_sort(
      all, {}, [](const PlacedFinding& p) { return std::pair(p.block, p.finding->span.start); });
  return all;
}

std::vector<Fix> fixesFor(const text::Text& text, const model::Map& map,
                          const PlacedFinding& placed, const Context& context) {
  FixMemo memo{.many = false, .names = {}};
  return fixesFor(text, map, placed, context, memo);
}

std::vector<Fix> fixesFor(const text::Text& text, const model::Map& map,
                          const PlacedFinding& placed, const Context& context, FixMemo& memo) {
  std::vector<Fix> fixes;
  if (placed.finding->rule->fix)
    placed.finding->rule->fix({text, map, placed.block, *placed.finding, context, memo, fixes});
  return fixes;
}

std::string applied(const text::Text& text, const std::vector<TextEdit>& edits) {
  std::string out;
  std::uint32_t at = 0;
  for (const TextEdit& edit : edits) {
    out += text.slice({at, edit.span.start});
    out += edit.text;
    at = edit.span.end;
  }
  out += text.slice({at, text.size()});
  return out;
}

std::chrono::year_month_day today() {
  std::time_t now = std::time(nullptr);
  std::tm local{};
#ifdef _WIN32
  localtime_s(&local, &now);
#else
  localtime_r(&now, &local);
#endif
  using namespace std::chrono;
  return year(local.tm_year + 1900) / month(static_cast<unsigned>(local.tm_mon + 1)) /
         day(static_cast<unsigned>(local.tm_mday));
}

}  // namespace journey::lint
