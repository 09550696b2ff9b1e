#include "workspace/search.hpp"

#include <algorithm>

#include "workspace/files.hpp"
#include "workspace/ignore.hpp"
#include "workspace/project.hpp"
#include "workspace/uri.hpp"

namespace journey::workspace {

namespace fs = std::filesystem;

namespace {

/// What a folder's own files say of everything under it. The later one wins.
struct FolderRules {
  fs::path folder;  // absolute
  std::vector<IgnoreRules> files;
};

FolderRules rulesIn(const fs::path& folder) {
  FolderRules rules{folder, {}};
  std::error_code error;
  for (const char* name : {".gitignore", ".journeyignore"})
    if (fs::is_regular_file(folder / name, error))
      if (auto content = disk().read(folder / name)) rules.files.emplace_back(*content);
  return rules;
}

/// Where a project begins: above it, no ignore file counts.
fs::path rootOf(const fs::path& folder) {
  std::error_code error;
  for (const fs::path& mark : {fs::path(".git"), fs::path(projectFile)})
    for (fs::path at = folder;; at = at.parent_path()) {
      if (fs::exists(at / mark, error)) return at;
      if (at == at.parent_path()) break;
    }
  fs::path here = fs::current_path(error);
  return !error && isInside(folder, here) ? here : folder;
}

class Search {
 public:
  FoundMaps run(const fs::path& folder) {
    std::error_code error;
    fs::path absolute = fs::absolute(folder, error).lexically_normal();
    if (!absolute.has_filename()) absolute = absolute.parent_path();
    fs::path root = rootOf(absolute);
    std::vector<fs::path> above;
    for (fs::path at = absolute; at != root; at = at.parent_path())
      above.push_back(at.parent_path());
    for (auto at = above.rbegin(); at != above.rend(); ++at) rules_.push_back(rulesIn(*at));
    visit(folder, absolute);
    std::ranges::sort(found_.maps);
    return std::move(found_);
  }

 private:
  bool isIgnored(const fs::path& absolute, bool isFolder) const {
    for (auto rules = rules_.rbegin(); rules != rules_.rend(); ++rules)
      for (auto file = rules->files.rbegin(); file != rules->files.rend(); ++file)
        if (auto says =
                file->saysOf(absolute.lexically_relative(rules->folder).generic_string(), isFolder))
          return *says;
    return false;
  }

  void visit(const fs::path& shown, const fs::path& absolute) {
    rules_.push_back(rulesIn(absolute));
    std::error_code error;
    std::vector<fs::path> folders;
    fs::directory_iterator entries(shown, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
      std::error_code ignored;
      fs::path name = entries->path().filename();
      if (entries->is_directory(ignored)) {
        if (entries->is_symlink(ignored) || name.native().starts_with('.') ||
            name == "node_modules" || isIgnored(absolute / name, true))
          continue;
        folders.push_back(name);
      } else if (name.extension() == ".journey" && entries->is_regular_file(ignored) &&
                 !isIgnored(absolute / name, false)) {
        found_.maps.push_back(shown / name);
      }
    }
    if (error) found_.unreadable.push_back({shown, error.message()});
    std::ranges::sort(folders);
    for (const fs::path& name : folders) visit(shown / name, absolute / name);
    rules_.pop_back();
  }

  std::vector<FolderRules> rules_;  // from the outermost folder to the one that is searched
  FoundMaps found_;
};

}  // namespace

FoundMaps mapsIn(const fs::path& folder) { return Search().run(folder); }

}  // namespace journey::workspace
