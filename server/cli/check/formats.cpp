#include "cli/check/formats.hpp"

#include <algorithm>

namespace journey::cli {

std::span<const CheckFormat> checkFormats() {
  static constexpr CheckFormat formats[] = {
      {"text", &asText, true},      {"json", &asJson, true},    {"sarif", &asSarif, false},
      {"github", &asGithub, false}, {"junit", &asJunit, false},
  };
  return formats;
}

const CheckFormat* checkFormatNamed(std::string_view name) {
  auto found = std::ranges::find(checkFormats(), name, &CheckFormat::name);
  return found == checkFormats().end() ? nullptr : &*found;
}

bool fails(const Found& found, const FormatSettings& settings) {
  return settings.failOn && found.severity <= *settings.failOn;
}

}  // namespace journey::cli
