// journey report: what many maps say together.
#include <algorithm>
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

/// Where a link in the report leads to a file; empty for standard input, which is nowhere.
std::string linkTo(const std::string& path, const std::string& output) {
  if (path.empty()) return "";
  std::error_code error;
  fs::path folder = fs::path(output).parent_path();
  if (folder.empty()) folder = ".";
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

/// True for a file that nobody wants to lose to a report: a map, settings, whatever was read.
bool isPrecious(const fs::path& output, const std::vector<MapFile>& maps) {
  std::error_code error;
  if (text::fold(output.extension().string()) == ".journey" ||
      output.filename() == workspace::projectFile)
    return true;
  if (!fs::exists(output, error)) return false;
  return std::ranges::any_of(
      maps, [&](const MapFile& map) { return fs::equivalent(output, map.target.path, error); });
}

/// Says once what is wrong in each journey.json; false if one could not be read or is no JSON.
bool settingsTold(const std::vector<MapFile>& maps, Projects& projects) {
  bool known = true;
  std::set<FoundProjectPtr> told;
  for (const MapFile& map : maps) {
    if (!told.insert(map.project).second) continue;
    projects.projectOrComplain(map.target.path);
    known &= map.project->known;
  }
  return known;
}

/// Why a map could not be read.
std::string reasonOf(const MapFile& map, locale::Language language) {
  return map.error ? *map.error : locale::say(map.encoding->message, language);
}

bool isEmpty(const report::Report& report) { return report.maps == 0 && report.personas.empty(); }

/// False after a complaint. What standard output does not take is told by `main`.
bool write(const std::string& output, const std::string& text) {
  if (output.empty()) {
    std::cout << text;
    return true;
  }
  auto written = workspace::writeWhole(output, text);
  if (!written) complain(output, written.error().reason);
  return !!written;
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
  if (!options.output.empty() && isPrecious(options.output, maps)) {
    complain(options.output, locale::say(Message::report_ending, terminalLanguage()));
    return exitUsage;
  }
  bool sound = settingsTold(maps, projects);
  std::vector<report::Source> sources;
  for (const MapFile& map : maps) {
    if (map.error || map.encoding) {
      complain(map.target.shown, reasonOf(map, terminalLanguage()));
    } else if (!isSettings(map.target)) {
      sources.push_back({map.target.shown, linkTo(map.target.path, options.output), &map.map,
                         &map.facts, map.settings->lint->reviewDays});
    }
  }
  report::Report report = report::gather(
      sources, lint::today(), options.language.value_or(report::commonestLanguage(sources)));
  for (const Unread& one : unread) report.unread.push_back({one.path, one.reason});
  for (const MapFile& map : maps)
    if (map.error || map.encoding)
      report.unread.push_back({map.target.shown, reasonOf(map, report.language)});
  if (isEmpty(report)) {
    // What could not be read, and folders without maps, were complained about.
    for (const MapFile& map : maps)
      if (!map.error && !map.encoding)
        complain(map.target.shown, locale::say(Message::report_nothing, terminalLanguage()));
    return exitUsage;
  }
  report::Document document = report::documentOf(report);
  sound &= write(options.output, *asHtml ? report::html(document) : report::markdown(document));
  return sound && report.unread.empty() ? exitClean : exitUsage;
}

}  // namespace journey::cli
