// The program: journey lsp | check | explain | render | format | report | preview.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "cli/check/formats.hpp"
#include "cli/commands.hpp"
#include "cli/usage.hpp"
#include "locale/message.hpp"
#include "lsp/stdio.hpp"
#include "text/cells.hpp"

namespace {

/// Where standard input or output is closed, the next file that is opened would be taken for it. In
/// its place stands what cannot be read, or written to.
void keepStandardStreams() {
  for (int handle : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::fcntl(handle, F_GETFD) < 0 &&
        ::open("/dev/null", handle == STDIN_FILENO ? O_WRONLY : O_RDONLY) != handle)
      std::exit(journey::cli::exitUsage);
}

using journey::cli::UsageError;
using journey::locale::Language;
using journey::locale::Message;

/// What every subcommand is made with.
struct Program {
  CLI::App& app;
  Language language;
  int code = journey::cli::exitClean;

  std::string say(Message message, const journey::locale::Arguments& arguments = {}) const {
    return journey::locale::say(message, language, arguments);
  }

  std::string describe(Message message, const journey::locale::Arguments& arguments = {}) const {
    return journey::cli::folded(say(message, arguments),
                                journey::cli::helpColumns - journey::cli::helpColumn);
  }

  CLI::App* addCommand(const char* name, Message about) const {
    return app.add_subcommand(name, describe(about));
  }

  /// One that is given or not: «--fix=no» would be easy to misread.
  CLI::Option* addFlag(CLI::App* command, const char* name, bool& value, Message about) const {
    return command->add_flag(name, value, describe(about))->disable_flag_override();
  }

  /// «text, json [text]»: `about` says what holds if nothing is given.
  CLI::Option* addChoice(CLI::App* command, const char* names, std::string& value,
                         const std::vector<std::string>& values, Message about,
                         const char* typeName) const {
    return command
        ->add_option(names, value, describe(about, {{"values", journey::cli::listOf(values)}}))
        ->check(journey::cli::oneOf(names, values, language))
        ->type_name(typeName);
  }

  /// `languageAsked` has read it before: the help is in that language too.
  CLI::Option* addLanguage(CLI::App* command, Message about = Message::usage_language) const {
    return command
        ->add_option_function<std::string>(
            "--language",
            [this](const std::string& tag) {
              if (journey::locale::languageFromTag(tag)) return;
              throw UsageError(
                  say(Message::usage_value_unknown, {{"option", "--language"},
                                                     {"text", journey::text::harmless(tag)},
                                                     {"values", journey::cli::languageCodes()}}));
            },
            describe(about, {{"codes", journey::cli::languageCodes()}}))
        ->type_name("CODE");
  }

  /// Of two options that were both given.
  void refuse(Message message, const char* option, const char* other = "") const {
    throw UsageError(say(message, {{"option", option}, {"other", other}}));
  }
};

bool given(const CLI::App* command, const char* option) { return command->count(option) > 0; }

void addLsp(Program& program) {
  CLI::App* lsp = program.addCommand("lsp", Message::usage_lsp);
  lsp->add_flag("--stdio")->description(program.describe(Message::usage_lsp_stdio));
  lsp->add_option_function<std::int64_t>(
         "--clientProcessId", [](std::int64_t) {}, program.describe(Message::usage_lsp_client))
      ->type_name("PID");
  lsp->callback([&program] { program.code = journey::lsp::serveStdio(JOURNEY_VERSION); });
}

void refuseWhatDoesNotFit(const Program& program, const CLI::App* check,
                          const journey::cli::CheckOptions& options) {
  if (options.dryRun && !options.fix)
    program.refuse(Message::usage_only_with, "--dry-run", "--fix");
  if (options.dryRun && options.format != "text")
    program.refuse(Message::usage_only_with, "--dry-run", "--format text");
  if (options.statistics && !journey::cli::checkFormatNamed(options.format)->statistics)
    program.refuse(Message::usage_only_with, "--statistics", "--format text|json");
  if (options.dryRun && options.statistics)
    program.refuse(Message::usage_not_with, "--statistics", "--dry-run");
  if (given(check, "--write-baseline"))
    for (const char* other : {"--dry-run", "--format", "--baseline", "--statistics"})
      if (given(check, other)) program.refuse(Message::usage_not_with, "--write-baseline", other);
  for (auto [option, file] :
       {std::pair{"--baseline", &options.baseline}, {"--write-baseline", &options.writeBaseline}})
    if (given(check, option) && file->empty()) program.refuse(Message::usage_value_missing, option);
  if (!options.stdinName.empty() && std::ranges::find(options.paths, "-") == options.paths.end())
    program.refuse(Message::usage_stdin_only, "--stdin-filename");
}

void addCheck(Program& program) {
  using journey::cli::Colours;
  using enum journey::lint::Severity;
  std::vector<std::string> formats;
  for (const auto& format : journey::cli::checkFormats()) formats.emplace_back(format.name);
  std::vector<std::string> severities;
  for (auto severity : {Error, Warning, Information, Hint})
    severities.emplace_back(journey::cli::wordOf(severity));
  severities.emplace_back("never");

  struct Given {
    journey::cli::CheckOptions options;
    std::string failOn = "error";
    std::string colours = "auto";
  };
  auto given = std::make_shared<Given>();
  journey::cli::CheckOptions& options = given->options;
  options.version = JOURNEY_VERSION;
  CLI::App* check = program.addCommand("check", Message::usage_check);
  check->add_option("PATH", options.paths, program.describe(Message::usage_check_paths))
      ->type_name("");
  program.addChoice(check, "--format", options.format, formats, Message::usage_check_format,
                    "FORMAT");
  program.addChoice(check, "--fail-on", given->failOn, severities, Message::usage_check_fail_on,
                    "SEVERITY");
  program.addFlag(check, "--fix", options.fix, Message::usage_check_fix);
  program.addFlag(check, "--dry-run", options.dryRun, Message::usage_check_dry_run);
  check->add_option("--baseline", options.baseline, program.describe(Message::usage_check_baseline))
      ->type_name("FILE");
  check
      ->add_option("--write-baseline", options.writeBaseline,
                   program.describe(Message::usage_check_write_baseline))
      ->type_name("FILE");
  program.addFlag(check, "--statistics", options.statistics, Message::usage_check_statistics);
  check
      ->add_option("--stdin-filename", options.stdinName,
                   program.describe(Message::usage_check_stdin_filename))
      ->type_name("NAME");
  program.addChoice(check, "--color", given->colours, {"auto", "always", "never"},
                    Message::usage_check_color, "WHEN");
  program.addLanguage(check);
  check->footer(
      journey::cli::folded(program.say(Message::usage_check_more), journey::cli::helpColumns));
  check->callback([&program, check, given] {
    refuseWhatDoesNotFit(program, check, given->options);
    given->options.language = program.language;
    given->options.colours = given->colours == "always"  ? Colours::Always
                             : given->colours == "never" ? Colours::Never
                                                         : Colours::Auto;
    given->options.failOn = std::nullopt;
    for (auto severity : {Error, Warning, Information, Hint})
      if (given->failOn == journey::cli::wordOf(severity)) given->options.failOn = severity;
    program.code = journey::cli::check(given->options);
  });
}

void addExplain(Program& program) {
  auto options = std::make_shared<journey::cli::ExplainOptions>();
  CLI::App* explain = program.addCommand("explain", Message::usage_explain);
  explain->add_option("RULE", options->rule, program.describe(Message::usage_explain_rule))
      ->type_name("");
  program.addLanguage(explain);
  explain->callback([&program, options] {
    options->language = program.language;
    program.code = journey::cli::explain(*options);
  });
}

void addRender(Program& program) {
  auto options = std::make_shared<journey::cli::RenderOptions>();
  CLI::App* render = program.addCommand("render", Message::usage_render);
  render->add_option("FILE", options->file, program.describe(Message::usage_render_file))
      ->required()
      ->type_name("");
  render->add_option("-o,--output", options->output, program.describe(Message::usage_render_output))
      ->type_name("OUT");
  program.addChoice(render, "--format", options->format, {"svg", "html"},
                    Message::usage_render_format, "FORMAT");
  program.addChoice(render, "--theme", options->theme, {"light", "dark", "auto"},
                    Message::usage_render_theme, "THEME");
  render->callback([&program, options] { program.code = journey::cli::render(*options); });
}

void addFormat(Program& program) {
  auto options = std::make_shared<journey::cli::FormatOptions>();
  CLI::App* format = program.addCommand("format", Message::usage_format);
  format->add_option("FILE", options->paths, program.describe(Message::usage_format_paths))
      ->required()
      ->type_name("");
  program.addFlag(format, "--check", options->check, Message::usage_format_check);
  format->callback([&program, options] { program.code = journey::cli::format(*options); });
}

void addReport(Program& program) {
  auto options = std::make_shared<journey::cli::ReportOptions>();
  CLI::App* report = program.addCommand("report", Message::usage_report);
  report->add_option("PATH", options->paths, program.describe(Message::usage_report_paths))
      ->type_name("");
  program.addChoice(report, "--format", options->format, {"markdown", "html"},
                    Message::usage_report_format, "FORMAT");
  report->add_option("-o,--output", options->output, program.describe(Message::usage_report_output))
      ->type_name("OUT");
  CLI::Option* language = program.addLanguage(report, Message::usage_report_language);
  report->callback([&program, language, options] {
    if (language->count() > 0) options->language = program.language;
    program.code = journey::cli::report(*options);
  });
}

void addPreview(Program& program) {
  auto options = std::make_shared<journey::cli::PreviewOptions>();
  auto quiet = std::make_shared<bool>(false);
  CLI::App* preview = program.addCommand("preview", Message::usage_preview);
  preview->add_option("FILE", options->file, program.describe(Message::usage_preview_file))
      ->required()
      ->type_name("");
  preview->add_option("--port", options->port, program.describe(Message::usage_preview_port))
      ->check(journey::cli::port("--port", program.language))
      ->type_name("N");
  program.addFlag(preview, "--no-open", *quiet, Message::usage_preview_no_open);
  program.addLanguage(preview);
  preview->callback([&program, options, quiet] {
    options->open = !*quiet;
    options->language = program.language;
    program.code = journey::cli::preview(*options);
  });
}

int run(int argc, char** argv) {
  using namespace journey;
  // Standard output belongs to the protocol and to results.
  spdlog::set_default_logger(std::make_shared<spdlog::logger>(
      "journey", std::make_shared<spdlog::sinks::stderr_sink_mt>()));

  std::vector<char*> arguments(argv + std::min(argc, 1), argv + argc);
  CLI::App app;
  Program program{app, cli::languageAsked(arguments)};
  app.name("journey");
  app.description(program.say(Message::usage_about) + "\n" + program.say(Message::usage_start));
  app.footer(cli::folded(program.say(Message::usage_exit_codes), cli::helpColumns));
  app.require_subcommand(1);
  cli::speak(app, program.language);
  app.set_version_flag("--version", "journey " JOURNEY_VERSION,
                       program.say(Message::usage_version));
  for (auto add : {addLsp, addCheck, addExplain, addRender, addFormat, addReport, addPreview})
    add(program);
  for (CLI::App* command : app.get_subcommands({})) {
    command->group(program.say(Message::usage_label_commands));
    command->get_help_ptr()->group(program.say(Message::usage_label_options));
  }

  auto refused = [&](const std::string& why) {
    std::string command = "journey";
    for (const CLI::App* called : app.get_subcommands()) command += " " + called->get_name();
    std::cerr << why << '\n'
              << program.say(Message::usage_see_help, {{"command", command + " --help"}}) << '\n';
    return cli::exitUsage;
  };
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked) {
    return app.exit(asked);  // for the help, or the version
  } catch (const CLI::ParseError& error) {
    return refused(
        cli::explained(app, error, {arguments.begin(), arguments.end()}, program.language));
  } catch (const UsageError& error) {
    return refused(error.what());
  }
  return program.code;
}

}  // namespace

int main(int argc, char** argv) try {
  using namespace journey;
  keepStandardStreams();
  int code = run(argc, argv);
  if (std::cout.flush()) return code;
  cli::note(locale::say(locale::Message::output_failed, cli::terminalLanguage()));
  return cli::exitUsage;
} catch (const std::exception& error) {
  journey::cli::note(error.what());
  return journey::cli::exitUsage;
}
