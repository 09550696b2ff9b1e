// The settings that hold for a file: the nearest journey.json at or above its folder.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "text/text.hpp"
#include "workspace/project.hpp"

namespace journey::cli {

struct FoundProject {
  std::string path;  // of the journey.json, as people would write it; empty if there is none
  text::Text text;
  workspace::ProjectPtr project = workspace::defaultProject();
  std::vector<workspace::Fault> faults;
};
using FoundProjectPtr = std::shared_ptr<const FoundProject>;

/// Where the settings of a map are (of `-` by the current folder, and of a journey.json itself);
/// empty if there are none.
std::filesystem::path projectPathOf(const std::string& file);

/// Reads each journey.json once.
class Projects {
 public:
  FoundProjectPtr of(const std::string& file);
  /// What holds for a file: that of the innermost folder that its journey.json names.
  workspace::ProjectPtr settingsOf(const std::string& file);
  /// The same, after saying on standard error what is wrong in the settings.
  workspace::ProjectPtr projectOrComplain(const std::string& file);
  /// False once a journey.json could not be read.
  bool sound() const { return sound_; }

 private:
  std::map<std::filesystem::path, FoundProjectPtr> byPath_;
  bool sound_ = true;
};

}  // namespace journey::cli
