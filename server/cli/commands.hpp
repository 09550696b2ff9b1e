// The subcommands. Each gives the exit code of the program.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/rule.hpp"
#include "locale/language.hpp"

namespace journey::cli {

inline constexpr int exitClean = 0;
inline constexpr int exitFindings = 1;
inline constexpr int exitUsage = 2;  // bad usage, or a file that could not be read or written

struct CheckOptions {
  std::vector<std::string> paths;  // files, folders to search, or - for standard input
  bool json = false;
  lint::Severity failOn = lint::Severity::Error;
  locale::Language language = locale::Language::En;  // of the messages
};
int check(const CheckOptions& options);

struct RenderOptions {
  std::string file;
  std::string output;  // empty: standard output
  std::string format;  // empty: by the output's ending, else svg
  std::string theme;   // light, dark, or auto; empty: as the project has it
};
int render(const RenderOptions& options);

struct FormatOptions {
  std::vector<std::string> paths;
  bool check = false;
};
int format(const FormatOptions& options);

struct PreviewOptions {
  std::string file;
  std::uint16_t port = 0;
  bool open = true;  // in a browser
  locale::Language language = locale::Language::En;
};
int preview(const PreviewOptions& options);

struct ExplainOptions {
  std::string rule;  // empty: list them all
  locale::Language language = locale::Language::En;
};
int explain(const ExplainOptions& options);

/// The language of the person at the terminal: LC_ALL, LC_MESSAGES or LANG.
locale::Language terminalLanguage();

/// Files as given; of folders all *.journey files inside, sorted. Complains of what is missing on
/// standard error and clears `sound`.
std::vector<std::string> expand(const std::vector<std::string>& paths, bool& sound);

/// A file's bytes (- for standard input), or nothing after a complaint on standard error.
std::optional<std::string> readOrComplain(const std::string& path);

/// «journey: FILE: reason» on standard error.
void complain(std::string_view path, std::string_view reason);

}  // namespace journey::cli
