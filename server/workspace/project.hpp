// Project settings: `journey.json` in a project's folder, and the same keys among an editor's
// settings (section `journey`). Reading them never fails; what is wrong is said as faults.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/fwd.hpp>

#include "lint/rule.hpp"
#include "locale/language.hpp"
#include "locale/message.hpp"
#include "model/conventions.hpp"
#include "render/theme.hpp"
#include "text/span.hpp"

namespace journey::workspace {

inline constexpr std::string_view projectFile = "journey.json";
inline constexpr std::string_view faultCode = "project-settings";  // as findings have a rule's id
inline constexpr int leastReviewDays = 1;
inline constexpr int mostReviewDays = 3650;

struct FolderSettings;

/// The settings as written. What is absent is not settled.
struct Settings {
  std::optional<locale::Language> language;
  std::optional<std::string> model;
  std::map<std::string, model::OwnModel> models;  // by id, folded
  std::optional<std::vector<std::string>> channels;
  std::optional<std::vector<std::string>> lanes;
  std::optional<std::vector<std::string>> owners;
  std::optional<lint::Preset> preset;
  std::map<std::string, std::optional<lint::Severity>> rules;  // or groups; nullopt: off
  std::optional<int> reviewDays;
  std::optional<render::Theme> theme;
  std::vector<FolderSettings> overrides;

  bool operator==(const Settings&) const = default;
};

/// What holds in a folder of the project besides: language, model, preset, rules, reviewDays.
struct FolderSettings {
  std::string folder;  // relative to the project's, with slashes and without one at its end
  Settings settings;
  bool operator==(const FolderSettings&) const = default;
};

/// Something wrong in the settings. All else that they say holds.
struct Fault {
  text::Span span;   // bytes of the file; empty for an editor's settings
  std::string path;  // `rules.no-persona`, `lanes[2]`; empty for the whole
  lint::Severity severity = lint::Severity::Error;
  locale::Message message{};
  locale::Arguments arguments;
  std::vector<lint::Fix> fixes;  // edits of the file; none for an editor's settings
};

struct ReadSettings {
  std::optional<Settings> settings;  // none if the file is no JSON: then what held before holds on
  std::vector<Fault> faults;         // in the order of the text
};

/// The keys of journey.json, and what they may hold where that is a fixed choice: for the schema.
std::span<const std::string_view> projectKeys();
std::span<const std::string_view> severityNames();  // of lint::Severity in order, then off
std::span<const std::string_view> themeNames();     // of render::Theme in order

std::span<const std::string_view> presetNames();  // of lint::Preset in order

/// Reads the text of a journey.json. A blank one settles nothing. `folder` is where it lies, for
/// finding the folders it names; empty: they are not looked for.
ReadSettings readProject(std::string_view json, const std::filesystem::path& folder = {});
/// Reads an editor's settings; null counts as absent, for an editor sends it for what is not set.
ReadSettings readSettings(const boost::json::value& section);

/// Both together; the file wins key by key, and within `models` and `rules` name by name.
Settings merged(const Settings& editor, const Settings& file);

/// What the settings mean for the documents of a project.
struct Project {
  Settings settings;
  model::ConventionsPtr conventions = model::defaultConventions();
  lint::SettingsPtr lint = lint::defaultSettings();
  render::Theme theme = render::Theme::Both;
  /// What holds in its folders; the same order as settings.overrides.
  std::vector<std::shared_ptr<const Project>> inFolders;
};
using ProjectPtr = std::shared_ptr<const Project>;

ProjectPtr makeProject(Settings settings);
/// What holds for a file: the project's settings, or those of the innermost folder it names.
/// `relative` is the file's path from the project's folder.
const ProjectPtr& projectFor(const ProjectPtr& project, const std::filesystem::path& relative);
/// Of documents that belong to no project.
const ProjectPtr& defaultProject();

}  // namespace journey::workspace
