#include "lsp/indexing.hpp"

#include <algorithm>

#include "lsp/server.hpp"
#include "workspace/map_file.hpp"
#include "workspace/search.hpp"
#include "workspace/surroundings.hpp"
#include "workspace/uri.hpp"

namespace journey::lsp {

namespace fs = std::filesystem;
using workspace::projectFile;
using workspace::ProjectFolder;

namespace {

// Few enough that stopping is felt at once and that a preview need not wait.
constexpr std::size_t filesAStep = 32;

}  // namespace

void Indexing::addFolder(workspace::Folder folder) {
  auto path = workspace::pathOf(folder.uri);
  if (!path) return;  // not on this computer: its open documents are all that can be known
  std::string uri = folder.uri;
  readProject(server_.workspace().addFolder(std::move(folder), *path));
  start(uri);
}

void Indexing::removeFolder(const std::string& uri) {
  stop(uri);
  auto path = workspace::pathOf(uri);
  server_.workspace().removeFolder(uri);
  news_ = true;
  // What lay in it counts for the folder around it now, with that one's settings.
  if (const ProjectFolder* around = path ? server_.workspace().folderOf(*path) : nullptr)
    rescan(std::string(around->folder.uri));
}

void Indexing::readProject(const ProjectFolder& folder) {
  if (server_.editsProjectFile(folder.path / projectFile)) return;
  auto content = workspace::disk().read(folder.path / projectFile);
  std::string uri = folder.folder.uri;
  if (server_.workspace().setProjectFile(
          uri, content ? std::optional(std::move(*content)) : std::nullopt))
    reread(uri);
}

void Indexing::rescan(const std::string& folderUri) {
  stop(folderUri);
  start(folderUri);
}

Indexing::ScanPtr Indexing::start(const std::string& folderUri) {
  for (const ProjectFolder& folder : server_.workspace().folders()) {
    if (folder.folder.uri != folderUri) continue;
    auto scan = std::make_shared<Scan>();
    scan->folder = folderUri;
    scans_.push_back(scan);
    list(scan, folder.path);
    return scan;
  }
  return nullptr;
}

void Indexing::reread(const std::string& folderUri) {
  // A list that is still to come will be read with the new settings.
  bool listing = std::ranges::any_of(scans_, [&](const ScanPtr& scan) {
    return scan->folder == folderUri && scan->items.empty();
  });
  if (listing) return;
  bool complete = std::ranges::none_of(
      scans_, [&](const ScanPtr& scan) { return scan->folder == folderUri && !scan->rereads; });
  if (!complete) return rescan(folderUri);
  stop(folderUri);
  auto scan = std::make_shared<Scan>();
  scan->folder = folderUri;
  scan->rereads = true;
  for (const workspace::FilePtr& file : server_.workspace().maps())
    if (isInnermost(folderUri, file->key)) {
      scan->items.push_back(itemOf(file->key));
      scan->items.back().known = file;
    }
  if (scan->items.empty()) return;
  scans_.push_back(scan);
  step(scan);
}

Indexing::Item Indexing::itemOf(const fs::path& path) const {
  return {path, server_.workspace().projectOf(workspace::uriOf(path))};
}

bool Indexing::isInnermost(const std::string& folderUri, const fs::path& path) const {
  const ProjectFolder* folder = server_.workspace().folderOf(path);
  return folder && folder->folder.uri == folderUri;
}

void Indexing::overtake(const fs::path& path) {
  news_ = true;
  for (const ScanPtr& scan : scans_) scan->overtaken.push_back(path);
}

void Indexing::stop(const std::string& folderUri) {
  for (const ScanPtr& scan : std::vector(scans_)) {
    if (scan->folder != folderUri) continue;
    *scan->stop = true;
    finish(scan);
  }
}

void Indexing::list(const ScanPtr& scan, const fs::path& folder) {
  server_.later([this, scan, folder] {
    auto paths = workspace::disk().maps(folder, *scan->stop);
    server_.soon([this, scan, paths] {
      if (*scan->stop) return;
      if (paths)  // a folder that went away has no maps
        for (const fs::path& path : *paths)
          if (isInnermost(scan->folder, path)) scan->items.push_back(itemOf(path));
      step(scan);
    });
  });
}

void Indexing::step(const ScanPtr& scan) {
  if (*scan->stop) return;
  if (scan->done == scan->items.size()) return finish(scan);
  auto from = scan->items.begin() + static_cast<std::ptrdiff_t>(scan->done);
  std::vector<Item> items(from, from + static_cast<std::ptrdiff_t>(
                                           std::min(filesAStep, scan->items.size() - scan->done)));
  server_.later([this, scan, items = std::move(items)] {
    std::vector<workspace::FilePtr> files;
    for (const Item& item : items)
      if (auto file = item.known
                          ? workspace::readAgain(*item.known, item.project)
                          : workspace::readMapFile(workspace::disk(), item.path, item.project))
        files.push_back(std::move(file));
    server_.soon([this, scan, files = std::move(files), read = items.size()] {
      if (*scan->stop) return;
      for (const workspace::FilePtr& file : files)
        if (std::ranges::none_of(scan->overtaken, [&](const fs::path& changed) {
              return workspace::isInside(file->key, changed);
            }))
          server_.workspace().put(file);
      scan->done += read;
      showProgress(scan);
      step(scan);
    });
  });
}

void Indexing::showProgress(const ScanPtr& scan) {
  json::value percentage = scan->done * 100 / std::max<std::size_t>(scan->items.size(), 1);
  std::string counted = std::to_string(scan->done) + "/" + std::to_string(scan->items.size());
  if (scan->shown) {
    server_.notify(
        "$/progress",
        {{"token", scan->token},
         {"value", {{"kind", "report"}, {"message", counted}, {"percentage", percentage}}}});
  } else if (scan->token.empty() && server_.client().progress &&
             std::chrono::steady_clock::now() - scan->began >= patience) {
    scan->token = "journey-index-" + std::to_string(nextToken_++);
    server_.request("window/workDoneProgress/create", {{"token", scan->token}},
                    [this, scan, counted, percentage](const json::value* accepted) {
                      if (!accepted || std::ranges::find(scans_, scan) == scans_.end()) return;
                      scan->shown = true;
                      server_.notify("$/progress",
                                     {{"token", scan->token},
                                      {"value",
                                       {{"kind", "begin"},
                                        {"title", server_.say(locale::Message::progress_index)},
                                        {"message", counted},
                                        {"cancellable", false},
                                        {"percentage", percentage}}}});
                    });
  }
}

void Indexing::finish(const ScanPtr& scan) {
  if (std::erase(scans_, scan) == 0) return;
  if (scan->shown)
    server_.notify("$/progress", {{"token", scan->token}, {"value", {{"kind", "end"}}}});
  news_ = true;
}

void Indexing::fileChanged(const std::string& uri) {
  auto path = workspace::pathOf(uri);
  if (!path) return;
  workspace::Workspace& workspace = server_.workspace();
  const ProjectFolder* folder = workspace.folderOf(*path);
  if (!folder) return;
  std::error_code error;
  if (path->filename() == projectFile && path->parent_path() == folder->path) {
    readProject(*folder);
  } else if (path->extension() == ".journey") {
    overtake(*path);
    auto file = workspace::isSearched(*path, folder->path)
                    ? workspace::readMapFile(workspace::disk(), *path, folder->project)
                    : nullptr;
    if (file)
      workspace.put(std::move(file));
    else
      workspace.erase(*path);
  } else if (workspace::isIgnoreFile(*path)) {
    const std::string in = folder->folder.uri;
    for (const workspace::FilePtr& file : workspace.maps())
      if (isInnermost(in, file->key) && !workspace::isSearched(file->key, folder->path))
        workspace.erase(file->key);
    rescan(in);
  } else if (workspace::isImage(*path)) {
    workspace.imagesChanged();
  } else if (fs::is_directory(*path, error)) {
    rescan(std::string(folder->folder.uri));
  }
}

void Indexing::fileDeleted(const std::string& uri) {
  auto path = workspace::pathOf(uri);
  if (!path) return;
  if (workspace::isImage(*path)) return server_.workspace().imagesChanged();
  overtake(*path);
  server_.workspace().erase(*path);
  if (path->filename() == projectFile || workspace::isIgnoreFile(*path)) fileChanged(uri);
}

}  // namespace journey::lsp
