// JSON strings, for messages that are written at every keystroke.
#pragma once

#include <string>
#include <string_view>

namespace journey::text {

/// Appends `text`, which must be valid UTF-8, as a JSON string with its quotes.
void appendJson(std::string& out, std::string_view text);

}  // namespace journey::text
