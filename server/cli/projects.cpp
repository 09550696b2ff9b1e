#include "cli/projects.hpp"

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "locale/message.hpp"
#include "text/encoding.hpp"
#include "workspace/files.hpp"

namespace journey::cli {

namespace fs = std::filesystem;

namespace {

FoundProjectPtr readAt(const fs::path& path, bool& sound) {
  auto found = std::make_shared<FoundProject>();
  if (path.empty()) return found;
  found->path = path.string();
  auto content = workspace::disk().read(path);
  if (!content) {
    complain(found->path, content.error().reason);
    sound = false;
    return found;
  }
  found->text = text::Text(*content);
  workspace::ReadSettings read = workspace::readProject(*content, fs::absolute(path).parent_path());
  found->faults = std::move(read.faults);
  if (read.settings) found->project = workspace::makeProject(std::move(*read.settings));
  return found;
}

}  // namespace

fs::path projectPathOf(const std::string& file) {
  std::error_code error;
  fs::path given = file == "-" ? fs::path() : fs::path(file);
  fs::path start = fs::absolute(given.has_parent_path() ? given.parent_path() : ".", error);
  for (fs::path folder = start.lexically_normal();; folder = folder.parent_path()) {
    fs::path candidate = folder / workspace::projectFile;
    if (fs::is_regular_file(candidate, error))
      return given.is_absolute() ? candidate : fs::proximate(candidate, error);
    if (folder.empty() || folder == folder.parent_path()) return {};
  }
}

FoundProjectPtr Projects::of(const std::string& file) {
  fs::path path = projectPathOf(file);
  FoundProjectPtr& found = byPath_[path];
  if (!found) found = readAt(path, sound_);
  return found;
}

workspace::ProjectPtr Projects::settingsOf(const std::string& file) {
  FoundProjectPtr found = of(file);
  if (found->path.empty()) return found->project;
  fs::path folder = fs::absolute(found->path).lexically_normal().parent_path();
  return workspace::projectFor(found->project,
                               fs::absolute(file).lexically_normal().lexically_relative(folder));
}

workspace::ProjectPtr Projects::projectOrComplain(const std::string& file) {
  FoundProjectPtr found = of(file);
  for (const workspace::Fault& fault : found->faults) {
    text::Position at =
        text::positionOf(found->text, fault.span.start, text::PositionEncoding::Utf32);
    complain(fmt::format("{}:{}:{}", found->path, at.line + 1, at.character + 1),
             locale::say(fault.message, terminalLanguage(), fault.arguments));
  }
  return settingsOf(file);
}

}  // namespace journey::cli
