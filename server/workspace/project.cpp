#include "workspace/project.hpp"

namespace journey::workspace {

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
  out.rules.insert(editor.rules.begin(), editor.rules.end());
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
  for (const FolderSettings& inside : settings.overrides) {
    Settings both = merged(settings, inside.settings);
    both.overrides.clear();
    project->inFolders.push_back(makeProject(std::move(both)));
  }
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
    bool inside = folder == "." || (path.starts_with(folder) && path.size() > folder.size() &&
                                    path[folder.size()] == '/');
    if (!inside || folder.size() < longest) continue;
    best = &project->inFolders[i];
    longest = folder.size();
  }
  return *best;
}

const ProjectPtr& defaultProject() {
  static const ProjectPtr project = std::make_shared<const Project>();
  return project;
}

}  // namespace journey::workspace
