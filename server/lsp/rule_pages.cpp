#include "lsp/rule_pages.hpp"

#include <unistd.h>

#include <spdlog/spdlog.h>

#include "lint/page.hpp"
#include "workspace/files.hpp"

namespace journey::lsp {

namespace fs = std::filesystem;

fs::path makePagesFolder(const fs::path& cache, const std::string& version,
                         locale::Language language) {
  if (cache.empty()) return {};
  fs::path folder = cache / version / "rules" / locale::codeOf(language);
  std::error_code error;
  fs::create_directories(folder, error);
  if (!fs::is_directory(folder, error) || ::access(folder.c_str(), W_OK | X_OK) != 0) return {};
  return folder;
}

void writePage(const fs::path& folder, const lint::Rule& rule, locale::Language language) {
  fs::path path = folder / (std::string(rule.id) + std::string(lint::pageEnding));
  std::string page = lint::rulePage(rule, language);
  auto there = workspace::disk().read(path);
  if (there && *there == page) return;
  if (auto written = workspace::writeWhole(path, page); !written)
    spdlog::warn("{}: {}", path.string(), written.error().reason);
}

}  // namespace journey::lsp
