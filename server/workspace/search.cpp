#include "workspace/search.hpp"

#include <algorithm>
#include <set>

#include "workspace/files.hpp"
#include "workspace/ignore.hpp"
#include "workspace/project.hpp"
#include "workspace/uri.hpp"

namespace journey::workspace {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view ignoreFiles[] = {".gitignore", ".journeyignore"};

/// What a folder's own files say of everything under it. The later one wins.
struct FolderRules {
  fs::path folder;  // absolute
  std::vector<IgnoreRules> files;
};

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
  explicit Search(const std::atomic<bool>& stop) : stop_(stop) {}

  FoundMaps run(const fs::path& folder, bool deep) {
    std::error_code error;
    fs::path absolute = fs::absolute(folder, error).lexically_normal();
    if (!absolute.has_filename()) absolute = absolute.parent_path();
    if (heedAbove(absolute)) visit(folder, absolute, deep);
    std::ranges::sort(found_.maps);
    leaveOutLinks();
    return std::move(found_);
  }

  bool looksAt(const fs::path& map, const fs::path& folder) {
    fs::path at = folder;
    if (!heedAbove(at)) return false;
    for (const fs::path& name : map.lexically_relative(folder)) {
      if (!heed(at, at)) return false;
      at /= name;
      bool isFolder = at != map;
      if (isIgnored(at, isFolder) || (isFolder && isLeftOut(at))) return false;
    }
    return true;
  }

 private:
  /// Whatever ignore files say.
  static bool isLeftOut(const fs::path& folder) {
    std::error_code error;
    std::string name = folder.filename().string();
    return name.starts_with('.') || name == "node_modules" || fs::is_symlink(folder, error);
  }

  /// Takes up the ignore files of a folder; false if one cannot be read.
  bool heed(const fs::path& folder, const fs::path& shown) {
    FolderRules rules{folder, {}};
    std::error_code error;
    for (std::string_view name : ignoreFiles) {
      if (!fs::is_regular_file(folder / name, error)) continue;
      auto content = disk().read(folder / name);
      if (!content) {
        found_.unreadable.push_back({shown / name, content.error().reason});
        return false;
      }
      rules.files.emplace_back(*content);
    }
    rules_.push_back(std::move(rules));
    return true;
  }

  bool heedAbove(const fs::path& folder) {
    fs::path root = rootOf(folder);
    std::vector<fs::path> above;
    for (fs::path at = folder; at != root; at = at.parent_path()) above.push_back(at.parent_path());
    return std::ranges::all_of(above.rbegin(), above.rend(),
                               [&](const fs::path& at) { return heed(at, at); });
  }

  bool isIgnored(const fs::path& absolute, bool isFolder) const {
    for (auto rules = rules_.rbegin(); rules != rules_.rend(); ++rules)
      for (auto file = rules->files.rbegin(); file != rules->files.rend(); ++file)
        if (auto says =
                file->saysOf(absolute.lexically_relative(rules->folder).generic_string(), isFolder))
          return *says;
    return false;
  }

  void visit(const fs::path& shown, const fs::path& absolute, bool deep) {
    if (!heed(absolute, shown)) return;
    std::error_code error;
    std::vector<fs::path> folders;
    fs::directory_iterator entries(shown, error);
    for (; !error && !stop_ && entries != fs::directory_iterator(); entries.increment(error)) {
      std::error_code ignored;
      fs::path name = entries->path().filename();
      if (entries->is_directory(ignored)) {
        if (deep && !isLeftOut(shown / name) && !isIgnored(absolute / name, true))
          folders.push_back(name);
      } else if (name.extension() == ".journey" && entries->is_regular_file(ignored) &&
                 !isIgnored(absolute / name, false)) {
        found_.maps.push_back(shown / name);
      }
    }
    if (error) found_.unreadable.push_back({shown, error.message()});
    std::ranges::sort(folders);
    for (const fs::path& name : folders)
      if (!stop_) visit(shown / name, absolute / name, deep);
    rules_.pop_back();
  }

  /// Each file once, or a change of names would be made twice in it.
  void leaveOutLinks() {
    std::error_code error;
    auto isLink = [&](const fs::path& path) { return fs::is_symlink(path, error); };
    if (std::ranges::none_of(found_.maps, isLink)) return;
    std::set<fs::path> real;
    for (const fs::path& path : found_.maps)
      if (!isLink(path)) real.insert(fs::weakly_canonical(path, error));
    std::erase_if(found_.maps, [&](const fs::path& path) {
      return isLink(path) && !real.insert(fs::weakly_canonical(path, error)).second;
    });
  }

  const std::atomic<bool>& stop_;
  std::vector<FolderRules> rules_;  // from the outermost folder to the one that is searched
  FoundMaps found_;
};

const std::atomic<bool> never = false;

}  // namespace

FoundMaps mapsIn(const fs::path& folder, const std::atomic<bool>& stop) {
  return Search(stop).run(folder, true);
}

FoundMaps mapsIn(const fs::path& folder) { return mapsIn(folder, never); }

FoundMaps mapsBeside(const fs::path& folder) { return Search(never).run(folder, false); }

bool isIgnoreFile(const fs::path& path) {
  return std::ranges::find(ignoreFiles, path.filename().string()) != std::ranges::end(ignoreFiles);
}

bool isSearched(const fs::path& map, const fs::path& folder) {
  return Search(never).looksAt(map, folder);
}

}  // namespace journey::workspace
