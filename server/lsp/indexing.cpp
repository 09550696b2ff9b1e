#include "lsp/indexing.hpp"

#include <algorithm>

#include "lsp/server.hpp"
#include "workspace/map_file.hpp"
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
  server_.workspace().removeFolder(uri);
  if (!busy()) server_.indexed();
}

void Indexing::readProject(const ProjectFolder& folder) {
  if (server_.editsProjectFile(folder.path / projectFile)) return;
  auto content = workspace::disk().read(folder.path / projectFile);
  server_.workspace().setProjectFile(folder.folder.uri,
                                     content ? std::optional(std::move(*content)) : std::nullopt);
}

void Indexing::rescan(const std::string& folderUri) {
  stop(folderUri);
  start(folderUri);
}

void Indexing::start(const std::string& folderUri) {
  for (const ProjectFolder& folder : server_.workspace().folders()) {
    if (folder.folder.uri != folderUri) continue;
    auto scan = std::make_shared<Scan>();
    scan->folder = folderUri;
    scans_.push_back(scan);
    scan->project = folder.project;
    list(scan, folder.path);
    return;
  }
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
      if (paths) scan->paths = *paths;  // a folder that went away has no maps
      step(scan);
    });
  });
}

void Indexing::step(const ScanPtr& scan) {
  if (*scan->stop) return;
  if (scan->done == scan->paths.size()) return finish(scan);
  auto from = scan->paths.begin() + static_cast<std::ptrdiff_t>(scan->done);
  std::vector<fs::path> paths(from, from + static_cast<std::ptrdiff_t>(std::min(
                                               filesAStep, scan->paths.size() - scan->done)));
  server_.later([this, scan, paths = std::move(paths)] {
    std::vector<workspace::FilePtr> files;
    for (const fs::path& path : paths)
      if (auto file = workspace::readMapFile(workspace::disk(), path, scan->project))
        files.push_back(std::move(file));
    server_.soon([this, scan, files = std::move(files), read = paths.size()] {
      if (*scan->stop) return;
      for (const workspace::FilePtr& file : files) server_.workspace().put(file);
      scan->done += read;
      showProgress(scan);
      step(scan);
    });
  });
}

void Indexing::showProgress(const ScanPtr& scan) {
  json::value percentage = scan->done * 100 / std::max<std::size_t>(scan->paths.size(), 1);
  std::string counted = std::to_string(scan->done) + "/" + std::to_string(scan->paths.size());
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
                                        {"cancellable", true},
                                        {"percentage", percentage}}}});
                    });
  }
}

void Indexing::finish(const ScanPtr& scan) {
  if (std::erase(scans_, scan) == 0) return;
  if (scan->shown)
    server_.notify("$/progress", {{"token", scan->token}, {"value", {{"kind", "end"}}}});
  if (!busy()) server_.indexed();
}

void Indexing::cancelProgress(std::string_view token) {
  for (const ScanPtr& scan : std::vector(scans_)) {
    if (scan->token != token) continue;
    *scan->stop = true;
    finish(scan);
  }
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
    rescan(std::string(folder->folder.uri));
  } else if (path->extension() == ".journey") {
    if (auto file = workspace::readMapFile(workspace::disk(), *path, folder->project))
      workspace.put(std::move(file));
    else
      workspace.erase(*path);
  } else if (fs::is_directory(*path, error)) {
    rescan(std::string(folder->folder.uri));
  }
}

void Indexing::fileDeleted(const std::string& uri) {
  auto path = workspace::pathOf(uri);
  if (!path) return;
  server_.workspace().erase(*path);
  if (path->filename() == projectFile) fileChanged(uri);
}

}  // namespace journey::lsp
