// The settings that hold for a file: the nearest journey.json at or above its folder.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "text/text.hpp"
#include "workspace/project.hpp"

namespace journey::cli {

struct FoundProject {
  std::string path;                  // of the journey.json, as people would write it; empty if none
  std::optional<std::string> error;  // why it could not be read
  bool known = true;  // false: it could not be read, or is no JSON, and the default ones hold
  text::Text text;
  workspace::ProjectPtr project = workspace::defaultProject();
  std::vector<workspace::Fault> faults;
};
using FoundProjectPtr = std::shared_ptr<const FoundProject>;

/// Where the settings of a map are (of a text without a place, by the current folder; of a
/// journey.json itself); empty if there are none.
std::filesystem::path projectPathOf(const std::string& file);

/// Reads each journey.json once, and looks into each folder once.
class Projects {
 public:
  FoundProjectPtr of(const std::string& file);
  /// What holds for a file: that of the innermost folder that its journey.json names.
  workspace::ProjectPtr settingsOf(const std::string& file);
  /// The same, after saying on standard error what is wrong in the settings.
  workspace::ProjectPtr projectOrComplain(const std::string& file);

 private:
  const std::filesystem::path& nearest(const std::filesystem::path& folder);

  std::map<std::filesystem::path, std::filesystem::path> byFolder_;  // its journey.json
  std::map<std::filesystem::path, FoundProjectPtr> byPath_;
};

}  // namespace journey::cli
