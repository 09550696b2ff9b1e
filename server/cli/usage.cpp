#include "cli/usage.hpp"

#include <algorithm>
#include <charconv>

#include "cli/commands.hpp"
#include "lint/journeys.hpp"
#include "locale/language.hpp"
#include "text/cells.hpp"

namespace journey::cli {

namespace {

using locale::Language;
using locale::Message;

std::vector<std::string> commandNames(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

const CLI::App& commandCalled(const CLI::App& app) {
  auto called = app.get_subcommands();
  return called.empty() ? app : *called.front();
}

/// For arguments that are no option and no command: those that were probably meant.
std::vector<std::string> nearest(const CLI::App& app, const std::vector<std::string>& arguments) {
  const CLI::App* at = &app;
  std::vector<std::string> out;
  for (const std::string& argument : arguments) {
    if (argument == "--") break;
    std::vector<std::string> names;
    std::string word = argument;
    if (argument.starts_with("--")) {
      for (const CLI::Option* option : at->get_options())
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
      word = argument.substr(0, argument.find('='));
    } else if (at == &app) {
      names = commandNames(app);
      auto found = std::ranges::find(names, word);
      if (found != names.end()) {
        at = app.get_subcommand(word);
        continue;
      }
    }
    if (std::ranges::find(names, word) != names.end()) continue;
    if (auto near = lint::nearest(word, names, 4)) out.push_back(*near);
  }
  return out;
}

/// The option that a message of the library's speaks of, with its dashes or without.
const CLI::Option* optionIn(const CLI::App& command, std::string_view message) {
  constexpr std::string_view between = " :,=";
  while (!message.empty()) {
    std::string word(message.substr(0, message.find_first_of(between)));
    for (const std::string& name : {word, "--" + word})
      if (name.starts_with('-'))
        if (const CLI::Option* option = command.get_option_no_throw(name)) return option;
    message.remove_prefix(std::min(word.size() + 1, message.size()));
  }
  return nullptr;
}

std::string wrong(const CLI::App& app, const CLI::ParseError& error, Language language) {
  auto say = [&](Message message, const locale::Arguments& arguments = {}) {
    return locale::say(message, language, arguments);
  };
  const CLI::App& command = commandCalled(app);
  if (dynamic_cast<const CLI::ExtrasError*>(&error)) {
    std::string lines;
    for (const std::string& argument : app.remaining(true))
      lines += (lines.empty() ? "" : "\n") +
               say(Message::usage_unexpected, {{"argument", text::harmless(argument)}});
    return lines;
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error))
    return &command == &app
               ? say(Message::usage_command_missing, {{"values", listOf(commandNames(app))}})
               : say(Message::usage_file_missing);
  const CLI::Option* option = optionIn(command, error.what());
  if (!option) return error.what();
  bool lacksValue = dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr &&
                    option->get_items_expected_min() > 0;
  return say(lacksValue ? Message::usage_value_missing : Message::usage_value_wrong,
             {{"option", option->get_name()}});
}

}  // namespace

Language languageAsked(std::span<char* const> arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    std::string_view argument = arguments[i];
    std::string_view tag;
    if (argument.starts_with("--language="))
      tag = argument.substr(argument.find('=') + 1);
    else if (argument == "--language" && i + 1 < arguments.size())
      tag = arguments[i + 1];
    if (auto language = locale::languageFromTag(tag)) return *language;
  }
  return terminalLanguage();
}

std::string listOf(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : ", ") + value;
  return out;
}

std::string languageCodes() {
  std::vector<std::string> codes;
  for (Language language : locale::allLanguages) codes.emplace_back(locale::codeOf(language));
  return listOf(codes);
}

void speak(CLI::App& app, Language language) {
  auto say = [&](Message message) { return locale::say(message, language); };
  auto formatter = app.get_formatter();
  formatter->column_width(helpColumn);
  formatter->label("Usage", say(Message::usage_label_usage));
  formatter->label("OPTIONS", say(Message::usage_word_options));
  formatter->label("SUBCOMMAND", say(Message::usage_word_command));
  formatter->label("Positionals", say(Message::usage_label_arguments));
  formatter->label("REQUIRED", "");  // the usage line says it
  app.option_defaults()->group(say(Message::usage_label_options));
  app.set_help_flag("-h,--help", say(Message::usage_help));
}

std::string folded(std::string_view text, std::uint32_t columns) {
  std::string out;
  std::uint32_t used = 0;
  while (!text.empty()) {
    std::string_view word = text.substr(0, text.find(' '));
    std::uint32_t width = text::cells(word);
    if (used > 0) out += used + 1 + width > columns ? '\n' : ' ';
    used = out.ends_with('\n') || out.empty() ? width : used + 1 + width;
    out += word;
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
  return out;
}

CLI::Validator oneOf(std::string option, std::vector<std::string> values, Language language) {
  return {[=](std::string& value) -> std::string {
            if (std::ranges::find(values, value) != values.end()) return {};
            throw UsageError(locale::say(
                Message::usage_value_unknown, language,
                {{"option", option}, {"text", text::harmless(value)}, {"values", listOf(values)}}));
          },
          ""};
}

CLI::Validator port(std::string option, Language language) {
  return {[=](std::string& value) -> std::string {
            std::uint16_t number = 0;
            auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
            if (error == std::errc{} && end == value.data() + value.size()) return {};
            throw UsageError(locale::say(Message::usage_port_wrong, language,
                                         {{"option", option}, {"text", text::harmless(value)}}));
          },
          ""};
}

std::string explained(const CLI::App& app, const CLI::ParseError& error,
                      const std::vector<std::string>& arguments, Language language) {
  std::string out = wrong(app, error, language);
  for (const std::string& near : nearest(app, arguments))
    out += "\n" + locale::say(Message::usage_near, language, {{"near", near}});
  return out;
}

}  // namespace journey::cli
