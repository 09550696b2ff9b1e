#include "workspace/project.hpp"

#include <algorithm>

#include "lint/rules.hpp"

namespace journey::workspace {

namespace {

/// True for the folder itself and what lies in it; `.` holds everything.
bool holds(const std::string& folder, const std::string& path) {
  return folder == "." || path == folder ||
         (path.starts_with(folder) && path[folder.size()] == '/');
}

/// How far in a folder lies; of two that hold a file the longer name is the inner one.
std::size_t depthOf(const std::string& folder) { return folder == "." ? 0 : folder.size(); }

/// What holds in a folder: the project's settings, then those of each folder around it.
Settings settingsIn(const Settings& project, const std::string& folder) {
  std::vector<const FolderSettings*> around;
  for (const FolderSettings& one : project.overrides)
    if (holds(one.folder, folder)) around.push_back(&one);
  std::ranges::stable_sort(around, {}, [](auto* one) { return depthOf(one->folder); });
  Settings out = project;
  for (const FolderSettings* one : around) out = merged(out, one->settings);
  out.overrides.clear();
  return out;
}

}  // namespace

Settings merged(const Settings& editor, const Settings& file) {
  Settings out = file;
  auto fill = [](auto& value, const auto& other) {
    if (!value) value = other;
  };
  fill(out.language, editor.language);
  fill(out.model, editor.model);
  fill(out.channels, editor.channels);
  fill(out.lanes, editor.lanes);
  fill(out.owners, editor.owners);
  fill(out.reviewDays, editor.reviewDays);
  fill(out.theme, editor.theme);
  fill(out.preset, editor.preset);
  out.models.insert(editor.models.begin(), editor.models.end());
  // Who judges a group speaks of all its rules.
  for (const auto& [id, severity] : editor.rules) {
    const lint::Rule* rule = lint::ruleNamed(id);
    if (!rule || !file.rules.contains(std::string(lint::groupOf(*rule))))
      out.rules.emplace(id, severity);
  }
  return out;
}

ProjectPtr makeProject(Settings settings) {
  auto project = std::make_shared<Project>();
  auto conventions = std::make_shared<model::Conventions>();
  std::vector<model::OwnModel> models;
  for (const auto& [id, model] : settings.models) models.push_back(model);
  conventions->phaseModels = model::PhaseModels(std::move(models));
  conventions->language = settings.language;
  if (settings.model && conventions->modelNamed(*settings.model))
    conventions->model = *settings.model;
  conventions->lanes = settings.lanes.value_or(std::vector<std::string>{});
  project->conventions = std::move(conventions);

  auto lint = std::make_shared<lint::Settings>();
  lint->severities.insert(settings.rules.begin(), settings.rules.end());
  lint->channels = settings.channels.value_or(std::vector<std::string>{});
  lint->owners = settings.owners.value_or(std::vector<std::string>{});
  if (settings.preset) lint->preset = *settings.preset;
  if (settings.reviewDays) lint->reviewDays = *settings.reviewDays;
  project->lint = std::move(lint);
  project->theme = settings.theme.value_or(render::Theme::Both);
  for (const FolderSettings& inside : settings.overrides)
    project->inFolders.push_back(makeProject(settingsIn(settings, inside.folder)));
  project->settings = std::move(settings);
  return project;
}

const ProjectPtr& projectFor(const ProjectPtr& project, const std::filesystem::path& relative) {
  std::string path = relative.lexically_normal().generic_string();
  const ProjectPtr* best = &project;
  std::size_t longest = 0;
  const std::vector<FolderSettings>& folders = project->settings.overrides;
  for (std::size_t i = 0; i < folders.size(); ++i) {
    const std::string& folder = folders[i].folder;
    if (!holds(folder, path) || depthOf(folder) < longest) continue;
    best = &project->inFolders[i];
    longest = depthOf(folder);
  }
  return *best;
}

const ProjectPtr& defaultProject() {
  static const ProjectPtr project = std::make_shared<const Project>();
  return project;
}

}  // namespace journey::workspace
