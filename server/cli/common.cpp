// What the subcommands share: languages, finding and reading files, complaints.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <iterator>

#include "cli/commands.hpp"
#include "workspace/files.hpp"

namespace journey::cli {

namespace fs = std::filesystem;

locale::Language terminalLanguage() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value && *value)
      return locale::languageFromTag(value).value_or(locale::Language::En);
  return locale::Language::En;
}

void complain(std::string_view path, std::string_view reason) {
  std::cerr << "journey: " << path << ": " << reason << '\n';
}

std::vector<std::string> expand(const std::vector<std::string>& paths, bool& sound) {
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path == "-" || !fs::is_directory(path, error)) {
      out.push_back(path);
      continue;
    }
    std::vector<std::string> found;
    fs::recursive_directory_iterator walk(path, fs::directory_options::skip_permission_denied,
                                          error);
    for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
      std::string name = walk->path().filename().string();
      if (walk->is_directory(error) && (name.starts_with('.') || name == "node_modules"))
        walk.disable_recursion_pending();
      else if (walk->path().extension() == ".journey" && walk->is_regular_file(error))
        found.push_back(walk->path().string());
    }
    if (error) {
      complain(path, error.message());
      sound = false;
    }
    std::ranges::sort(found);
    out.insert(out.end(), found.begin(), found.end());
  }
  return out;
}

std::optional<std::string> readOrComplain(const std::string& path) {
  if (path == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
  auto content = workspace::disk().read(path);
  if (content) return std::move(*content);
  complain(path, content.error().reason);
  return std::nullopt;
}

}  // namespace journey::cli
