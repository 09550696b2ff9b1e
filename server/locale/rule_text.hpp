// What a rule's page says, from the section `rules` of grammar/locales/*.json.
#pragma once

#include <span>
#include <string_view>

#include "locale/language.hpp"

namespace journey::locale {

struct RuleText {
  std::string_view what;  // it looks for
  std::string_view why;   // that matters to the customer
  std::string_view
      fires;  // a map, in whole lines, where this rule and no other has something to say
  std::string_view fine;  // nearly the same one, where it has not
};

/// nullptr if nothing is written about that rule.
const RuleText* ruleText(std::string_view id, Language language);

/// All rules that something is written about.
std::span<const std::string_view> ruleTextIds();

}  // namespace journey::locale
