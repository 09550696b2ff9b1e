// What the subcommands share: languages, reading one file, complaints.
#include <cstdlib>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/map_files.hpp"
#include "text/cells.hpp"

namespace journey::cli {

locale::Language terminalLanguage() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value && *value)
      return locale::languageFromTag(value).value_or(locale::Language::En);
  return locale::Language::En;
}

void complain(std::string_view path, std::string_view reason) {
  note(std::string(path) + ": " + std::string(reason));
}

void note(std::string_view said) { std::cerr << "journey: " << text::harmless(said) << '\n'; }

std::optional<std::string> readOrComplain(const std::string& path) {
  auto content = readText(path, terminalLanguage());
  if (content) return std::move(*content);
  complain(path, content.error().reason);
  return std::nullopt;
}

}  // namespace journey::cli
