#include "lint/page.hpp"

#include "lint/rules.hpp"
#include "locale/rule_text.hpp"

namespace journey::lint {

Message nameOf(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return Message::severity_error;
    case Severity::Warning:
      return Message::severity_warning;
    case Severity::Information:
      return Message::severity_information;
    case Severity::Hint:
      return Message::severity_hint;
  }
  return Message::severity_hint;
}

std::string rulePage(const Rule& rule, locale::Language language) {
  auto say = [&](Message message, const Arguments& arguments = {}) {
    return locale::say(message, language, arguments);
  };
  auto fenced = [](std::string_view kind, std::string_view lines) {
    return "```" + std::string(kind) + "\n" + std::string(lines) + "```\n";
  };
  std::string id(rule.id);
  std::string out = "# " + id + "\n\n" +
                    say(Message::rule_page_severity, {{"severity", say(nameOf(rule.severity))}}) +
                    "\n\n" +
                    say(Message::rule_page_group, {{"group", std::string(groupOf(rule))}}) + "\n";
  auto heading = [&](Message message) { out += "\n## " + say(message) + "\n\n"; };
  if (const locale::RuleText* text = locale::ruleText(rule.id, language)) {
    out += '\n' + std::string(text->what) + '\n';
    heading(Message::rule_page_why);
    out += std::string(text->why) + '\n';
    heading(Message::rule_page_fires);
    out += fenced("journey", text->fires);
    heading(Message::rule_page_fine);
    out += fenced("journey", text->fine);
  }
  heading(Message::rule_page_configure);
  out += say(Message::rule_page_in_project) + "\n\n" +
         fenced("json", "{ \"rules\": { \"" + id + "\": \"off\" } }\n") + '\n' +
         say(Message::rule_page_on_line) + "\n\n" +
         fenced("journey", "# journey-ignore: " + id + '\n') + '\n' +
         say(Message::rule_page_in_file) + "\n\n" +
         fenced("journey", "# journey-ignore-file: " + id + '\n');
  return out;
}

}  // namespace journey::lint
