// The program: journey lsp | check | explain | render | format | preview.
#include <CLI/CLI.hpp>

#include <csignal>
#include <iostream>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "cli/commands.hpp"
#include "lsp/stdio.hpp"

int main(int argc, char** argv) try {
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
    command
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
  lsp->add_flag("--stdio", stdio, "Accepted and ignored: there is no other way");
  std::int64_t clientProcess = 0;
  lsp->add_option("--clientProcessId", clientProcess, "Accepted and ignored: initialize says it")
      ->type_name("PID");
  lsp->callback([&] { code = lsp::serveStdio(JOURNEY_VERSION); });

  cli::CheckOptions checkOptions;
  std::string checkFormat = "text";
  std::string failOn = "error";
  CLI::App* check =
      app.add_subcommand("check", "Say what an experienced colleague would say about your maps");
  check->add_option("FILE", checkOptions.paths, "Maps, folders with maps, or - for standard input")
      ->required();
  check->add_option("--format", checkFormat, "text or json [text]")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT");
  check
      ->add_option("--fail-on", failOn, "Exit with 1 at: error, warning, information, hint [error]")
      ->check(CLI::IsMember({"error", "warning", "information", "hint"}))
      ->type_name("SEVERITY");
  addLanguage(check);
  check->callback([&] {
    checkOptions.json = checkFormat == "json";
    checkOptions.language = language;
    checkOptions.failOn = failOn == "error"         ? lint::Severity::Error
                          : failOn == "warning"     ? lint::Severity::Warning
                          : failOn == "information" ? lint::Severity::Information
                                                    : lint::Severity::Hint;
    code = cli::check(checkOptions);
  });

  cli::ExplainOptions explainOptions;
  CLI::App* explain = app.add_subcommand("explain", "Say what a rule looks for and why");
  explain->add_option("RULE", explainOptions.rule,
                      "The name that stands behind a finding [list all rules]");
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
                   "light, dark, or auto: as the reader's system is [your project's, else auto]")
      ->check(CLI::IsMember({"light", "dark", "auto"}))
      ->type_name("THEME");
  render->callback([&] { code = cli::render(renderOptions); });

  cli::FormatOptions formatOptions;
  CLI::App* format = app.add_subcommand(
      "format", "Set indentation and spaces right, in place; no word is touched");
  format
      ->add_option("FILE", formatOptions.paths,
                   "Maps, folders with maps, or - for standard input to output")
      ->required();
  format->add_flag("--check", formatOptions.check,
                   "Change nothing; name the files that would change and exit with 1");
  format->callback([&] { code = cli::format(formatOptions); });

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
    return app.exit(error) == 0 ? cli::exitClean : cli::exitUsage;
  }
  return code;
} catch (const std::exception& error) {
  std::cerr << "journey: " << error.what() << '\n';
  return 2;
}
