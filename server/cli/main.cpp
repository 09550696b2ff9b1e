// The program: journey lsp | check | explain | render | format | report | preview.
#include <CLI/CLI.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <optional>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "cli/check/formats.hpp"
#include "cli/commands.hpp"
#include "lint/journeys.hpp"
#include "locale/message.hpp"
#include "lsp/stdio.hpp"

namespace {

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
      for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
      auto found = std::ranges::find(names, word);
      if (found != names.end()) {
        at = app.get_subcommand(word);
        continue;
      }
    }
    if (std::ranges::find(names, word) != names.end()) continue;
    if (auto near = journey::lint::nearest(word, names, 4)) out.push_back(*near);
  }
  return out;
}

/// Where standard input or output is closed, the next file that is opened would be taken for it. In
/// its place stands what cannot be read, or written to.
void keepStandardStreams() {
  for (int handle : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::fcntl(handle, F_GETFD) < 0 &&
        ::open("/dev/null", handle == STDIN_FILENO ? O_WRONLY : O_RDONLY) != handle)
      std::exit(journey::cli::exitUsage);
}

std::vector<std::string> checkFormatNames() {
  std::vector<std::string> names;
  for (const auto& format : journey::cli::checkFormats()) names.emplace_back(format.name);
  return names;
}

/// The names of severities, and `never` for none.
std::map<std::string, std::optional<journey::lint::Severity>> severitiesByName() {
  using enum journey::lint::Severity;
  std::map<std::string, std::optional<journey::lint::Severity>> out{{"never", std::nullopt}};
  for (auto severity : {Error, Warning, Information, Hint})
    out.emplace(journey::cli::wordOf(severity), severity);
  return out;
}

int run(int argc, char** argv) {
  using namespace journey;
  // Standard output belongs to the protocol and to results.
  spdlog::set_default_logger(std::make_shared<spdlog::logger>(
      "journey", std::make_shared<spdlog::sinks::stderr_sink_mt>()));

  CLI::App app{
      "Customer journey maps as plain text: checked while you type, drawn beside the text.\n"
      "Write a file such as lunch.journey, then try: journey preview lunch.journey"};
  app.name("journey");
  app.set_version_flag("--version", "journey " JOURNEY_VERSION);
  app.require_subcommand(1);
  app.get_formatter()->column_width(34);
  app.footer(
      "Exit codes: 0 all is well; 1 findings (check) or files to format (format --check);\n"
      "2 bad usage, or a file that cannot be read or written.");

  int code = cli::exitClean;
  locale::Language language = cli::terminalLanguage();
  auto addLanguage = [&](CLI::App* command) {
    return command
        ->add_option_function<std::string>(
            "--language",
            [&](const std::string& tag) {
              auto found = locale::languageFromTag(tag);
              if (!found)
                throw CLI::ValidationError("--language", "use one of en, nb, sv, fi, nl, da, de");
              language = *found;
            },
            "Language of the messages: en, nb, sv, fi, nl, da, de [your terminal's]")
        ->type_name("CODE");
  };

  CLI::App* lsp = app.add_subcommand(
      "lsp", "Serve an editor over the Language Server Protocol (stdin and stdout)");
  bool stdio = false;
  lsp->add_flag("--stdio", stdio, "Accepted and ignored: it is the only way");
  std::int64_t clientProcess = 0;
  lsp->add_option("--clientProcessId", clientProcess,
                  "Accepted and ignored: the client says it in initialize")
      ->type_name("PID");
  lsp->callback([&] { code = lsp::serveStdio(JOURNEY_VERSION); });

  cli::CheckOptions checkOptions;
  checkOptions.version = JOURNEY_VERSION;
  std::string failOn = "error";
  std::string colours = "auto";
  const auto severities = severitiesByName();
  const std::map<std::string, cli::Colours> colourings{{"auto", cli::Colours::Auto},
                                                       {"always", cli::Colours::Always},
                                                       {"never", cli::Colours::Never}};
  CLI::App* check =
      app.add_subcommand("check", "Say what an experienced colleague would say about your maps");
  check->add_option("PATH", checkOptions.paths,
                    "Maps, folders with maps, or - for standard input [this folder]");
  CLI::Option* formatName = check->add_option("--format", checkOptions.format,
                                              "text, json, sarif (2.1.0), github or junit [text]");
  formatName->check(CLI::IsMember(checkFormatNames()))->type_name("FORMAT");
  check
      ->add_option("--fail-on", failOn,
                   "Exit with 1 at: error, warning, information, hint, never [error]")
      ->check(CLI::IsMember(&severities))
      ->type_name("SEVERITY");
  CLI::Option* fix = check->add_flag("--fix", checkOptions.fix,
                                     "Fix what needs no decision, in place, and say what is left");
  check
      ->add_flag("--dry-run", checkOptions.dryRun,
                 "Write nothing; show what --fix would change as a diff, exit with 1 if anything")
      ->needs(fix);
  CLI::Option* baseline = check
                              ->add_option("--baseline", checkOptions.baseline,
                                           "Leave out the findings that FILE knows")
                              ->type_name("FILE");
  CLI::Option* writeBaseline =
      check
          ->add_option("--write-baseline", checkOptions.writeBaseline,
                       "Write all findings to FILE, for --baseline, and exit with 0; what it\n"
                       "knows of files that are not checked now stays")
          ->type_name("FILE")
          ->excludes(baseline)
          ->excludes(formatName);
  CLI::Option* statistics =
      check->add_flag("--statistics", checkOptions.statistics,
                      "Count findings by rule and by file instead (json: in addition)");
  statistics->excludes(writeBaseline);
  check
      ->add_option("--stdin-filename", checkOptions.stdinName,
                   "File name to assume for standard input; decides which journey.json applies")
      ->type_name("NAME");
  check->add_option("--color", colours, "auto, always or never [auto; NO_COLOR is respected]")
      ->check(CLI::IsMember(&colourings))
      ->type_name("WHEN");
  addLanguage(check);
  check->footer(
      "In folders, what .gitignore and .journeyignore name is left out; a file that is named is\n"
      "always checked. Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 bad usage, or\n"
      "something that could not be read or written.");
  check->callback([&] {
    if (checkOptions.dryRun && checkOptions.format != "text")
      throw CLI::ValidationError("--dry-run", "shows a diff, so it goes with --format text");
    if (statistics->count() > 0 && !cli::checkFormatNamed(checkOptions.format)->statistics)
      throw CLI::ValidationError("--statistics", "goes with --format text or json");
    if (checkOptions.dryRun && statistics->count() > 0)
      throw CLI::ValidationError("--statistics", "does not go with --dry-run");
    if (checkOptions.dryRun && writeBaseline->count() > 0)
      throw CLI::ValidationError("--write-baseline", "does not go with --dry-run");
    for (const CLI::Option* option : {baseline, writeBaseline})
      if (option->count() > 0 && option->as<std::string>().empty())
        throw CLI::ValidationError(option->get_name(), "needs the name of a file");
    if (!checkOptions.stdinName.empty() &&
        std::ranges::find(checkOptions.paths, "-") == checkOptions.paths.end())
      throw CLI::ValidationError("--stdin-filename", "goes with - for standard input");
    checkOptions.language = language;
    checkOptions.colours = colourings.at(colours);
    checkOptions.failOn = severities.at(failOn);
    code = cli::check(checkOptions);
  });

  cli::ExplainOptions explainOptions;
  CLI::App* explain = app.add_subcommand("explain", "Say what a rule looks for and why");
  explain->add_option("RULE", explainOptions.rule,
                      "The name shown after a finding [list all rules]");
  addLanguage(explain);
  explain->callback([&] {
    explainOptions.language = language;
    code = cli::explain(explainOptions);
  });

  cli::RenderOptions renderOptions;
  CLI::App* render = app.add_subcommand("render", "Draw a map as SVG or HTML");
  render->add_option("FILE", renderOptions.file, "The map, or - for standard input")->required();
  render
      ->add_option("-o,--output", renderOptions.output,
                   "Where to: OUT.svg or OUT.html [standard output]")
      ->type_name("OUT");
  render->add_option("--format", renderOptions.format, "svg or html [by OUT's ending, else svg]")
      ->check(CLI::IsMember({"svg", "html"}))
      ->type_name("FORMAT");
  render
      ->add_option("--theme", renderOptions.theme,
                   "light, dark, or auto: follows the reader's system [your project's, else auto]")
      ->check(CLI::IsMember({"light", "dark", "auto"}))
      ->type_name("THEME");
  render->callback([&] { code = cli::render(renderOptions); });

  cli::FormatOptions formatOptions;
  CLI::App* format =
      app.add_subcommand("format", "Tidy indentation and spaces, in place; no word is touched");
  format
      ->add_option("FILE", formatOptions.paths,
                   "Maps, folders with maps, or - for standard input to output")
      ->required();
  format->add_flag("--check", formatOptions.check,
                   "Change nothing; name the files that would change and exit with 1");
  format->callback([&] { code = cli::format(formatOptions); });

  cli::ReportOptions reportOptions;
  CLI::App* report = app.add_subcommand(
      "report", "Say what many maps show together: channels, low points, opportunities, reviews");
  report->add_option("PATH", reportOptions.paths, "Folders with maps, or maps [this folder]");
  report
      ->add_option("--format", reportOptions.format,
                   "markdown or html [by OUT's ending, else markdown]")
      ->check(CLI::IsMember({"markdown", "html"}))
      ->type_name("FORMAT");
  report
      ->add_option("-o,--output", reportOptions.output,
                   "Where to: OUT.md or OUT.html [standard output]")
      ->type_name("OUT");
  CLI::Option* reportLanguage = addLanguage(report);
  reportLanguage->description(
      "Language of the report: en, nb, sv, fi, nl, da, de [that of most maps]");
  report->callback([&] {
    if (reportLanguage->count() > 0) reportOptions.language = language;
    code = cli::report(reportOptions);
  });

  cli::PreviewOptions previewOptions;
  bool noOpen = false;
  CLI::App* preview = app.add_subcommand(
      "preview", "Show a map in the browser and redraw it whenever the file is saved");
  preview->add_option("FILE", previewOptions.file, "The map")->required();
  preview->add_option("--port", previewOptions.port, "Port on this machine [a free one]")
      ->type_name("N");
  preview->add_flag("--no-open", noOpen, "Do not open a browser; only print the address");
  addLanguage(preview);
  preview->callback([&] {
    previewOptions.open = !noOpen;
    previewOptions.language = language;
    code = cli::preview(previewOptions);
  });

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    int exit = app.exit(error);
    if (exit == cli::exitClean) return cli::exitClean;
    for (const std::string& near : nearest(app, {argv + 1, argv + argc}))
      std::cerr << "Did you mean " << near << "?\n";
    return cli::exitUsage;
  }
  return code;
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
