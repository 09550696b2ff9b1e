#include "lint/fix_all.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "lint/lint.hpp"
#include "lint/minimal_edits.hpp"
#include "lint/rules.hpp"
#include "syntax/tree.hpp"

namespace journey::lint {

namespace {

/// Enough for fixes that make room for the next ones; more would be fixes that chase each other.
constexpr int mostRounds = 100;

/// What a finding says, wherever it stands: fixes move lines.
std::string sayingOf(const Finding& finding) {
  std::string out(finding.rule->id);
  out += '\0' + std::to_string(static_cast<int>(finding.message)) + '\0' + finding.detail;
  for (const auto& [name, value] : finding.arguments) (out += '\0') += value;
  return out;
}

/// A text with what is found in it.
struct Checked {
  text::Text text;
  model::Map map;
  std::vector<PlacedFinding> findings;
  std::map<std::string, std::size_t> sayings;  // how often each is said

  Checked(text::Text t, model::Map m, const Context& context)
      : text(std::move(t)), map(std::move(m)) {
    findings = lint::findings(map, check(map, context), context);
    for (const PlacedFinding& placed : findings) ++sayings[sayingOf(*placed.finding)];
  }
  std::size_t count(const std::string& saying) const {
    auto found = sayings.find(saying);
    return found == sayings.end() ? 0 : found->second;
  }
};

struct Step {
  std::string saying;
  std::vector<TextEdit> edits;
};

/// Edits side by side would have to be put in order: one of them waits.
bool touch(const Step& step, const std::set<Span>& taken) {
  return std::ranges::any_of(step.edits, [&](const TextEdit& edit) {
    auto next = taken.lower_bound({edit.span.start, edit.span.start});
    return (next != taken.end() && next->overlaps(edit.span)) ||
           (next != taken.begin() && std::prev(next)->overlaps(edit.span));
  });
}

/// The fixes that can be taken together, in the order of the text. Suppressions go last: one that
/// is useless now may silence what another fix brings up.
std::vector<Step> stepsFor(const Checked& now, const Context& context, const Rule* only,
                           const std::set<std::string>& dropped) {
  std::vector<Step> steps;
  std::set<Span> taken;
  FixMemo memo{.many = true, .names = {}};
  for (bool suppressions : {false, true}) {
    if (!steps.empty()) break;
    for (const PlacedFinding& placed : now.findings) {
      const Rule* rule = placed.finding->rule;
      if ((only && rule != only) || (rule == &rules::uselessSuppression) != suppressions) continue;
      Step step{sayingOf(*placed.finding), {}};
      if (dropped.contains(step.saying)) continue;
      std::vector<Fix> fixes = fixesFor(now.text, now.map, placed, context, memo);
      auto fix = std::ranges::find_if(fixes, only ? &Fix::preferred : &Fix::safe);
      if (fix == fixes.end()) continue;
      step.edits = std::move(fix->edits);
      if (touch(step, taken)) continue;
      for (const TextEdit& edit : step.edits) taken.insert(edit.span);
      steps.push_back(std::move(step));
    }
  }
  return steps;
}

Checked after(const Checked& now, const std::vector<Step>& steps, const Context& context) {
  std::vector<TextEdit> edits;
  for (const Step& step : steps) edits.insert(edits.end(), step.edits.begin(), step.edits.end());
  std::ranges::stable_sort(edits, {}, &TextEdit::span);
  text::Text text(applied(now.text, edits));
  model::Map map = model::readMap(text, syntax::parse(text), now.map.conventions);
  return {std::move(text), std::move(map), context};
}

}  // namespace

FixedText fixAll(const text::Text& text, const model::Map& map, const Context& context,
                 const Rule* only) {
  Checked now(text, map, context);
  std::set<std::string> dropped;
  std::set<std::string> seen{text.str()};  // fixes that undo each other come back to one of these
  FixedText out;
  for (int round = 0; round < mostRounds; ++round) {
    std::vector<Step> steps = stepsFor(now, context, only, dropped);
    if (steps.empty()) break;
    Checked next = after(now, steps, context);
    auto helps = [&](const Step& step) { return next.count(step.saying) < now.count(step.saying); };
    // Where fixes get in each other's way, some of them are taken, if need be one alone.
    while (steps.size() > 1 && !std::ranges::all_of(steps, helps)) {
      auto [first, last] = std::ranges::stable_partition(steps, helps);
      steps.erase(first == steps.begin() ? first + 1 : first, last);
      next = after(now, steps, context);
    }
    if (!helps(steps.front())) {
      dropped.insert(steps.front().saying);
      continue;
    }
    if (!seen.insert(next.text.str()).second) break;
    dropped.clear();  // it may help now
    out.taken += steps.size();
    now = std::move(next);
  }
  out.text = now.text.str();
  out.edits = minimalEdits(text, out.text);
  out.map = std::move(now.map);
  out.findings = std::move(now.findings);
  return out;
}

}  // namespace journey::lint
