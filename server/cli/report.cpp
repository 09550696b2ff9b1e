// journey report: what many maps say together.
#include <filesystem>
#include <iostream>
#include <set>

#include "cli/commands.hpp"
#include "cli/map_files.hpp"
#include "lint/lint.hpp"
#include "locale/message.hpp"
#include "report/document.hpp"
#include "text/unicode.hpp"
#include "workspace/files.hpp"

namespace journey::cli {

namespace fs = std::filesystem;
using locale::Message;

namespace {

/// Where a link in the report leads to a file.
std::string linkTo(const std::string& path, const std::string& output) {
  std::error_code error;
  fs::path folder = output.empty() ? fs::path(".") : fs::path(output).parent_path();
  return fs::absolute(path, error)
      .lexically_normal()
      .lexically_relative(fs::absolute(folder / "", error).lexically_normal())
      .generic_string();
}

/// Nothing where the output's name says neither.
std::optional<bool> wantsHtml(const ReportOptions& options) {
  if (!options.format.empty()) return options.format == "html";
  if (options.output.empty()) return false;
  std::string ending = text::fold(fs::path(options.output).extension().string());
  if (ending == ".html" || ending == ".htm") return true;
  if (ending == ".md" || ending == ".markdown" || ending == ".txt") return false;
  return std::nullopt;
}

}  // namespace

int report(const ReportOptions& options) {
  std::optional<bool> asHtml = wantsHtml(options);
  if (!asHtml) {
    complain(options.output, locale::say(Message::report_ending, terminalLanguage()));
    return exitUsage;
  }
  std::vector<Unread> unread;
  std::vector<Target> targets =
      targetsOf(options.paths.empty() ? std::vector<std::string>{"."} : options.paths, {},
                terminalLanguage(), unread);
  Projects projects;
  std::vector<MapFile> maps;
  {
    Progress progress(targets.size(), terminalLanguage());
    maps = readMaps(targets, projects, [&] { progress.step(); });
  }
  std::set<FoundProjectPtr> told;
  for (const MapFile& map : maps)
    if (map.project->error && told.insert(map.project).second)
      complain(map.project->path, *map.project->error);
  std::vector<report::Source> sources;
  bool sound = unread.empty();
  for (const MapFile& map : maps) {
    if (map.error || map.encoding) {
      complain(map.target.shown,
               map.error ? *map.error : locale::say(map.encoding->message, terminalLanguage()));
      sound = false;
      continue;
    }
    sources.push_back(
        {map.target.shown, linkTo(map.target.path, options.output), &map.map, &map.facts});
  }
  if (sources.empty()) return exitUsage;  // that was said above
  report::Document document = report::documentOf(report::gather(
      sources, lint::today(), options.language.value_or(report::commonestLanguage(sources))));
  std::string text = *asHtml ? report::html(document) : report::markdown(document);
  if (options.output.empty()) {
    std::cout << text;
  } else if (auto written = workspace::writeWhole(options.output, text); !written) {
    complain(options.output, written.error().reason);
    sound = false;
  }
  return sound && projects.sound() ? exitClean : exitUsage;
}

}  // namespace journey::cli
