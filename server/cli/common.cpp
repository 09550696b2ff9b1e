// What the subcommands share: languages, finding and reading files, complaints.
#include <cstdlib>
#include <iostream>
#include <iterator>

#include "cli/commands.hpp"
#include "workspace/files.hpp"

namespace journey::cli {

locale::Language terminalLanguage() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value && *value)
      return locale::languageFromTag(value).value_or(locale::Language::En);
  return locale::Language::En;
}

void complain(std::string_view path, std::string_view reason) {
  std::cerr << "journey: " << path << ": " << reason << '\n';
}

std::optional<std::string> readOrComplain(const std::string& path) {
  if (path == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
  auto content = workspace::disk().read(path);
  if (content) return std::move(*content);
  complain(path, content.error().reason);
  return std::nullopt;
}

}  // namespace journey::cli
