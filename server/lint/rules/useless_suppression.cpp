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
      r.offer(Message::fix_change_to, {{"text", *near}}, {{name, *near}}, true).safe =
          isSlip(r.finding.detail, *near);
  // A name that nobody knows may be that of a newer rule.
  bool known = ruleNamed(r.finding.detail) != nullptr;
  auto offer = [&](Message title, locale::Arguments arguments, TextEdit edit) {
    r.offer(title, std::move(arguments), {std::move(edit)}, known).safe = known;
  };
  for (const model::Directive& d : r.at().directives)
    for (std::size_t i = 0; i < d.names.size(); ++i) {
      if (d.names[i].span != r.finding.span) continue;
      if (d.names.size() == 1) {
        offer(Message::fix_delete_line, {}, deleteLines(r.text, name));
      } else {
        // With the comma before it, or behind the first.
        Span span = i > 0 ? Span{d.names[i - 1].span.end, d.names[i].span.end}
                          : Span{d.names[0].span.start, d.names[1].span.start};
        offer(Message::fix_delete_text, {{"text", r.finding.detail}}, {r.absolute(span), ""});
      }
    }
}

}  // namespace

const Rule rules::uselessSuppression{
    "useless-suppression", Severity::Warning, nullptr, nullptr, &fix, Tag::Unnecessary};

}  // namespace journey::lint
