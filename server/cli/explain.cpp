// journey explain: what a rule looks for and why, or a list of all rules.
#include <algorithm>
#include <iostream>

#include "cli/check/outcome.hpp"
#include "cli/commands.hpp"
#include "lint/journeys.hpp"
#include "lint/page.hpp"
#include "lint/rules.hpp"
#include "locale/rule_text.hpp"
#include "workspace/project.hpp"

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

/// What `check` reports beside rules: it cannot be turned off, so there is less to say of it.
bool explainFault(std::string_view id, locale::Language language) {
  auto say = [&](Message message) { std::cout << locale::say(message, language) << '\n'; };
  if (id == workspace::faultCode) {
    std::cout << "# " << id << "\n\n";
    say(Message::check_about_settings);
    return true;
  }
  if (id != encodingCode) return false;
  std::cout << "# " << id << "\n\n";
  say(Message::check_about_encoding);
  std::cout << '\n';
  for (Message message : {Message::check_encoding_utf16, Message::check_encoding_bytes,
                          Message::check_encoding_nul}) {
    std::cout << "- ";
    say(message);
  }
  return true;
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
  if (explainFault(options.rule, options.language)) return exitClean;
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
