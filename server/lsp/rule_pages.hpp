// The rules' pages as files that an editor can open: what a diagnostic's code leads to. They lie in
// the user's cache, a folder for each version and language, and are written when they are missing.
// LSP 3.17: CodeDescription
#pragma once

#include <filesystem>
#include <string>

#include "lint/rule.hpp"

namespace journey::lsp {

/// The folder for the pages, made if it is not there; empty if that or writing into it is refused.
std::filesystem::path makePagesFolder(const std::filesystem::path& cache,
                                      const std::string& version, locale::Language language);

/// Writes a rule's page unless it is there as it should be.
void writePage(const std::filesystem::path& folder, const lint::Rule& rule,
               locale::Language language);

}  // namespace journey::lsp
