// journey report: what many maps say together.
#include <filesystem>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/map_files.hpp"
#include "lint/lint.hpp"
#include "locale/message.hpp"
#include "report/document.hpp"
#include "workspace/files.hpp"

namespace journey::cli {

namespace fs = std::filesystem;

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

bool wantsHtml(const ReportOptions& options) {
  if (!options.format.empty()) return options.format == "html";
  std::string ending = fs::path(options.output).extension().string();
  return ending == ".html" || ending == ".htm";
}

}  // namespace

int report(const ReportOptions& options) {
  std::vector<Unread> unread;
  Targets targets = targetsOf(options.paths.empty() ? std::vector<std::string>{"."} : options.paths,
                              {}, terminalLanguage(), unread);
  Projects projects;
  std::vector<MapFile> maps;
  {
    Progress progress(targets.files.size(), terminalLanguage());
    maps = readMaps(targets.files, projects, [&] { progress.step(); });
  }
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
  std::string text = wantsHtml(options) ? report::html(document) : report::markdown(document);
  if (options.output.empty()) {
    std::cout << text;
    if (!std::cout.flush()) sound = false;
  } else if (auto written = workspace::writeWhole(options.output, text); !written) {
    complain(options.output, written.error().reason);
    sound = false;
  }
  return sound && projects.sound() ? exitClean : exitUsage;
}

}  // namespace journey::cli
