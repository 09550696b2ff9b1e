// journey explain: what a rule looks for and why, or a list of all rules.
#include <algorithm>
#include <iostream>

#include "cli/commands.hpp"
#include "lint/journeys.hpp"
#include "lint/page.hpp"
#include "lint/rules.hpp"
#include "locale/rule_text.hpp"

namespace journey::cli {

namespace {

using locale::Message;

void list(locale::Language language) {
  std::size_t width = 0;
  for (const lint::Rule* rule : lint::allRules()) width = std::max(width, rule->id.size());
  for (const lint::Rule* rule : lint::allRules()) {
    std::cout << rule->id << std::string(width - rule->id.size() + 2, ' ');
    if (const locale::RuleText* text = locale::ruleText(rule->id, language))
      std::cout << text->what;
    std::cout << '\n';
  }
  std::cout << '\n' << locale::say(Message::explain_one, language) << '\n';
}

}  // namespace

int explain(const ExplainOptions& options) {
  if (options.rule.empty()) {
    list(options.language);
    return exitClean;
  }
  if (const lint::Rule* rule = lint::ruleNamed(options.rule)) {
    std::cout << lint::rulePage(*rule, options.language);
    return exitClean;
  }
  std::vector<std::string> ids;
  for (const lint::Rule* rule : lint::allRules()) ids.emplace_back(rule->id);
  constexpr std::uint32_t farSlip = 6;  // ids are long, and one that was guessed is far off
  auto near = lint::nearest(options.rule, ids, farSlip);
  std::cerr << "journey: "
            << locale::say(Message::useless_suppression_unknown, options.language,
                           {{"rule", options.rule}})
            << ' '
            << (near ? locale::say(Message::explain_near, options.language, {{"rule", *near}})
                     : locale::say(Message::explain_all, options.language))
            << '\n';
  return exitUsage;
}

}  // namespace journey::cli
