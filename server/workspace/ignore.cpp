#include "workspace/ignore.hpp"

#include <fnmatch.h>

#include <algorithm>

namespace journey::workspace {

namespace {

using Parts = std::vector<std::string>;

/// Without empty parts, as before the slash of `/a`.
Parts split(std::string_view path) {
  Parts parts;
  while (!path.empty()) {
    std::size_t end = std::min(path.find('/'), path.size());
    if (end > 0) parts.emplace_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return parts;
}

/// Spaces at the end mean nothing, unless a backslash stands before them.
std::string_view withoutTrailingSpaces(std::string_view line) {
  while (line.ends_with(' ') && !line.ends_with("\\ ")) line.remove_suffix(1);
  return line;
}

/// `**` stands for any number of folders; at the end, for anything inside.
bool fits(const Parts& pattern, const Parts& path) {
  // reached[i]: the parts of the pattern so far fit the first i parts of the path.
  std::vector<bool> reached(path.size() + 1, false);
  reached[0] = true;
  for (std::size_t p = 0; p < pattern.size(); ++p) {
    std::vector<bool> next(path.size() + 1, false);
    if (pattern[p] == "**") {
      bool last = p + 1 == pattern.size();
      bool any = false;
      for (std::size_t i = 0; i <= path.size(); ++i) {
        next[i] = last ? any : any || reached[i];
        any = any || reached[i];
      }
    } else {
      for (std::size_t i = 0; i < path.size(); ++i)
        next[i + 1] = reached[i] && ::fnmatch(pattern[p].c_str(), path[i].c_str(), 0) == 0;
    }
    reached = std::move(next);
  }
  return reached[path.size()];
}

}  // namespace

IgnoreRules::IgnoreRules(std::string_view content) {
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  while (!content.empty()) {
    std::size_t end = std::min(content.find('\n'), content.size());
    std::string_view line = content.substr(0, end);
    content.remove_prefix(std::min(end + 1, content.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    line = withoutTrailingSpaces(line);
    if (line.empty() || line.front() == '#') continue;
    Pattern pattern;
    if (line.front() == '!') {
      pattern.keeps = true;
      line.remove_prefix(1);
    }
    if (line.ends_with('/')) {
      pattern.foldersOnly = true;
      line.remove_suffix(1);
    }
    if (line.find("//") != line.npos || line.ends_with('/')) continue;  // git finds nothing either
    bool anywhere = line.find('/') == line.npos;
    pattern.parts = split(line);
    if (pattern.parts.empty()) continue;
    if (anywhere) pattern.parts.insert(pattern.parts.begin(), "**");
    if (anywhere && pattern.parts.back() == "**") pattern.parts.back() = "*";
    patterns_.push_back(std::move(pattern));
  }
}

std::optional<bool> IgnoreRules::saysOf(std::string_view path, bool isFolder) const {
  Parts parts = split(path);
  for (std::size_t i = patterns_.size(); i-- > 0;) {
    const Pattern& pattern = patterns_[i];
    if ((!pattern.foldersOnly || isFolder) && fits(pattern.parts, parts)) return !pattern.keeps;
  }
  return std::nullopt;
}

}  // namespace journey::workspace
