// What the command line says of itself, in the reader's language: its help, and what was wrong with
// how it was called.
#pragma once

#include <CLI/CLI.hpp>

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "locale/message.hpp"

namespace journey::cli {

/// The program was called wrongly; what() tells the reader.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The language that --language names, wherever it stands; else that of the terminal.
locale::Language languageAsked(std::span<char* const> arguments);

/// «text, json».
std::string listOf(const std::vector<std::string>& values);

/// «en, nb, …»: what --language takes.
std::string languageCodes();

inline constexpr std::uint32_t helpColumn = 34;  // where descriptions begin
inline constexpr std::uint32_t helpColumns = 110;

/// Gives the help its words. Subcommands that are added later take them over.
void speak(CLI::App& app, locale::Language language);

/// In lines: terminals break in the middle of words.
std::string folded(std::string_view text, std::uint32_t columns);

/// Refuses every other value of an option, and says what it takes.
CLI::Validator oneOf(std::string option, std::vector<std::string> values,
                     locale::Language language);
/// A port; 0 is a free one, as if none were given.
CLI::Validator port(std::string option, locale::Language language);

/// What was wrong, one line or more, and what may have been meant.
std::string explained(const CLI::App& app, const CLI::ParseError& error,
                      const std::vector<std::string>& arguments, locale::Language language);

}  // namespace journey::cli
