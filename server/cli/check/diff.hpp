// What a fix would change, as a unified diff that patch and `git apply` take.
#pragma once

#include <string>
#include <string_view>

namespace journey::cli {

/// Empty if nothing changes. The path should be relative; it may hold any bytes.
std::string unifiedDiff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace journey::cli
