// useless-suppression: `# journey-ignore` that names no rule, or one that would not have fired.
// Found where findings are put together (lint.cpp), since only there it is known what was silenced.
#include "lint/journeys.hpp"
#include "lint/rules.hpp"
#include "lint/write.hpp"

namespace journey::lint {

namespace {

void fix(const FixRequest& r) {
  Span name = r.absolute(r.finding.span);
  std::vector<std::string> ids;
  for (const Rule* rule : allRules()) ids.emplace_back(rule->id);
  if (!ruleNamed(r.finding.detail))
    if (auto near = nearest(r.finding.detail, ids))
      r.offer(Message::fix_change_to, {{"text", *near}}, {{name, *near}}, true);
  for (const model::Directive& d : r.at().directives)
    for (const auto& n : d.names)
      if (n.span == r.finding.span && d.names.size() == 1)
        r.offer(Message::fix_delete_line, {}, {deleteLines(r.text, name)});
}

}  // namespace

const Rule rules::uselessSuppression{"useless-suppression", Severity::Warning, nullptr, nullptr, &fix};

}  // namespace journey::lint
