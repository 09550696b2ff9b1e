// Which files a project wants left alone: .gitignore, and .journeyignore for what only we should
// not see. Both are written as `man gitignore` says.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace journey::workspace {

/// The patterns of one such file.
class IgnoreRules {
 public:
  IgnoreRules() = default;
  explicit IgnoreRules(std::string_view content);

  /// What the last pattern that fits says: true to ignore it, false to keep it; nullopt where none
  /// fits. `path` is relative to the folder of the file, with slashes.
  std::optional<bool> saysOf(std::string_view path, bool isFolder) const;
  bool empty() const { return patterns_.empty(); }

 private:
  struct Pattern {
    std::vector<std::string> parts;  // between the slashes, as fnmatch(3) has them; `**` for any
    bool keeps = false;              // begins with !
    bool foldersOnly = false;        // ends with /
  };
  std::vector<Pattern> patterns_;
};

}  // namespace journey::workspace
