// The formats that `journey check` writes, one a file.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cli/check/outcome.hpp"

namespace journey::cli {

struct FormatSettings {
  locale::Language language = locale::Language::En;              // of the messages
  std::optional<lint::Severity> failOn = lint::Severity::Error;  // none: nothing fails
  bool colours = false;
  bool statistics = false;
  std::string version;                  // of the program
  std::filesystem::path workingFolder;  // absolute; what paths are relative to
};

struct CheckFormat {
  std::string_view name;
  std::string (*write)(const Outcome&, const FormatSettings&);
  bool statistics;  // it can write them
};

std::span<const CheckFormat> checkFormats();
/// nullptr if there is none of that name.
const CheckFormat* checkFormatNamed(std::string_view name);

std::string asText(const Outcome& outcome, const FormatSettings& settings);
std::string asJson(const Outcome& outcome, const FormatSettings& settings);
std::string asSarif(const Outcome& outcome, const FormatSettings& settings);
std::string asGithub(const Outcome& outcome, const FormatSettings& settings);
std::string asJunit(const Outcome& outcome, const FormatSettings& settings);

/// True if a finding makes the program end with 1.
bool fails(const Found& found, const FormatSettings& settings);

}  // namespace journey::cli
