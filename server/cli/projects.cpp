#include "cli/projects.hpp"

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/map_files.hpp"
#include "locale/message.hpp"
#include "text/encoding.hpp"
#include "workspace/files.hpp"

namespace journey::cli {

namespace fs = std::filesystem;

namespace {

/// Absolute and normalised, of what a file lies in; of no file, the current folder.
fs::path folderOf(const std::string& file) {
  std::error_code error;
  fs::path folder = fs::path(file).parent_path();
  folder = fs::absolute(folder.empty() ? "." : folder, error).lexically_normal();
  return folder.has_filename() ? folder : folder.parent_path();
}

/// The journey.json in a folder, if it is there.
fs::path projectIn(const fs::path& folder) {
  std::error_code error;
  fs::path candidate = folder / workspace::projectFile;
  return fs::is_regular_file(candidate, error) ? candidate : fs::path();
}

/// As people would write it who named the file so.
fs::path shownBeside(const fs::path& project, const std::string& file) {
  std::error_code error;
  if (project.empty() || fs::path(file).is_absolute()) return project;
  return fs::proximate(project, error);
}

FoundProjectPtr readAt(const fs::path& path, const fs::path& shown) {
  auto found = std::make_shared<FoundProject>();
  if (path.empty()) return found;
  found->path = shown.string();
  found->known = false;
  auto content = workspace::disk().read(path);
  if (!content) {
    found->error = content.error().reason;
    return found;
  }
  found->text = text::Text(*content);
  workspace::ReadSettings read = workspace::readProject(*content, path.parent_path());
  found->faults = std::move(read.faults);
  found->known = read.settings.has_value();
  if (read.settings) found->project = workspace::makeProject(std::move(*read.settings));
  return found;
}

}  // namespace

fs::path projectPathOf(const std::string& file) {
  for (fs::path folder = folderOf(file);; folder = folder.parent_path()) {
    if (fs::path project = projectIn(folder); !project.empty()) return shownBeside(project, file);
    if (folder.empty() || folder == folder.parent_path()) return {};
  }
}

const fs::path& Projects::nearest(const fs::path& folder) {
  if (auto known = byFolder_.find(folder); known != byFolder_.end()) return known->second;
  fs::path project = projectIn(folder);
  if (project.empty() && !folder.empty() && folder != folder.parent_path())
    project = nearest(folder.parent_path());
  return byFolder_[folder] = project;
}

FoundProjectPtr Projects::of(const std::string& file) {
  const fs::path& path = nearest(folderOf(file));
  FoundProjectPtr& found = byPath_[path];
  if (!found) found = readAt(path, shownBeside(path, file));
  return found;
}

workspace::ProjectPtr Projects::settingsOf(const std::string& file) {
  FoundProjectPtr found = of(file);
  fs::path folder = folderOf(file);
  return workspace::projectFor(
      found->project,
      (folder / fs::path(file).filename()).lexically_relative(nearest(folder).parent_path()));
}

workspace::ProjectPtr Projects::projectOrComplain(const std::string& file) {
  FoundProjectPtr found = of(file);
  if (found->error) complain(found->path, *found->error);
  for (const workspace::Fault& fault : found->faults) {
    text::Position at =
        text::positionOf(found->text, fault.span.start, text::PositionEncoding::Utf32);
    complain(fmt::format("{}:{}:{}", found->path, at.line + 1, at.character + 1),
             locale::say(fault.message, terminalLanguage(), fault.arguments));
  }
  return settingsOf(file);
}

}  // namespace journey::cli
