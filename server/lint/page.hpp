// A rule's page: what it looks for and why, examples, and how to change or silence it. People read
// it through `journey explain`, and through the link behind a finding.
#pragma once

#include <string>

#include "lint/rule.hpp"

namespace journey::lint {

locale::Message nameOf(Severity severity);

/// What follows a rule's id in the name of its page's file.
inline constexpr std::string_view pageEnding = ".md";

/// As Markdown.
std::string rulePage(const Rule& rule, locale::Language language);

}  // namespace journey::lint
