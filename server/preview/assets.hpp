// The page's own files, made into constants at build time (embed.cmake).
#pragma once

#include <string_view>

namespace journey::preview {

extern const std::string_view clientScript;  // page/client.js
extern const std::string_view pageStyle;     // page/style.css

}  // namespace journey::preview
