#include "workspace/view.hpp"

#include <algorithm>

#include "workspace/uri.hpp"

namespace journey::workspace {

const File* View::find(std::string_view uri) const {
  std::string key = keyOf(uri);
  auto found = std::ranges::lower_bound(files, key, {}, [](const FilePtr& f) { return f->key; });
  return found == files.end() || (*found)->key != key ? nullptr : found->get();
}

const Folder* View::folderOf(const File& file) const {
  auto path = pathOf(file.uri);
  if (!path) return nullptr;
  const Folder* best = nullptr;
  std::size_t longest = 0;
  for (const Folder& folder : folders) {
    auto around = pathOf(folder.uri);
    if (!around || !isInside(*path, *around) || (best && around->native().size() <= longest))
      continue;
    best = &folder;
    longest = around->native().size();
  }
  return best;
}

FilePtr makeFile(std::string uri, text::Text text, Facts facts, SnapshotPtr snapshot) {
  std::string key = keyOf(uri);
  std::uint64_t hash = snapshot ? 0 : std::hash<std::string>{}(text.str());
  return std::make_shared<const File>(File{std::move(uri), std::move(key), std::move(text), hash,
                                           std::make_shared<const Facts>(std::move(facts)),
                                           std::move(snapshot)});
}

}  // namespace journey::workspace
