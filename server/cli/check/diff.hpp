// What a fix would change, as a unified diff that patch and `git apply` take.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/rule.hpp"

namespace journey::cli {

/// Empty if nothing changes. `edits` are in order and apart. The path should be relative.
std::string unifiedDiff(std::string_view path, const text::Text& before,
                        const std::vector<lint::TextEdit>& edits);

}  // namespace journey::cli
