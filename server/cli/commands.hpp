// The subcommands. Each gives the exit code of the program.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.hpp"
#include "lint/rule.hpp"
#include "locale/language.hpp"

namespace journey::cli {

inline constexpr int exitClean = 0;
inline constexpr int exitFindings = 1;
inline constexpr int exitUsage = 2;  // bad usage, or a file that could not be read or written

struct CheckOptions {
  std::vector<std::string> paths;  // files, folders to search, or - for standard input; none: here
  std::string format = "text";     // one of checkFormats()
  std::optional<lint::Severity> failOn = lint::Severity::Error;  // none: no finding fails
  bool fix = false;
  bool dryRun = false;  // show what a fix would change
  bool statistics = false;
  std::string baseline;       // a file; empty for none
  std::string writeBaseline;  // a file; empty for none
  std::string stdinName;      // what standard input is called, and whose settings it has
  Colours colours = Colours::Auto;
  std::string version;                               // of the program
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

struct ReportOptions {
  std::vector<std::string> paths;            // folders and maps; none: here
  std::string format;                        // markdown or html; empty: by the output's ending
  std::string output;                        // empty: standard output
  std::optional<locale::Language> language;  // none: that of most maps
};
int report(const ReportOptions& options);

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

/// A file's text (- for standard input), or nothing after a complaint on standard error.
std::optional<std::string> readOrComplain(const std::string& path);

/// «journey: …» on standard error, as a terminal shows it and does not obey it.
void note(std::string_view said);
/// «journey: FILE: reason» on standard error.
void complain(std::string_view path, std::string_view reason);

}  // namespace journey::cli
