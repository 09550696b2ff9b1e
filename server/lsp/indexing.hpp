// Keeps the workspace's maps on disk known: scans folders in the background, follows what happens
// to files, shows progress when that takes a while.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "workspace/workspace.hpp"

namespace journey::lsp {

class Server;

class Indexing {
 public:
  explicit Indexing(Server& server) : server_(server) {}

  void addFolder(workspace::Folder folder);
  void removeFolder(const std::string& uri);
  /// Reads a folder's maps anew: its settings changed, or something moved.
  void rescan(const std::string& folderUri);
  /// A map, a journey.json or a folder came, changed, or went.
  void fileChanged(const std::string& uri);
  void fileDeleted(const std::string& uri);
  /// The user asked to stop: the index stays as far as it got.
  void cancelProgress(std::string_view token);
  /// How long a scan may take before its progress is shown: longer than a blink.
  std::chrono::milliseconds patience{400};
  /// Some maps are not known yet.
  bool busy() const { return !scans_.empty(); }

 private:
  struct Scan {
    std::string folder;  // URI
    workspace::ProjectPtr project;
    std::vector<std::filesystem::path> paths;  // known after the first step
    std::size_t done = 0;
    std::shared_ptr<std::atomic<bool>> stop = std::make_shared<std::atomic<bool>>(false);
    std::chrono::steady_clock::time_point began = std::chrono::steady_clock::now();
    std::string token;  // of its progress; empty until it takes long
    bool shown = false;
  };
  using ScanPtr = std::shared_ptr<Scan>;

  void start(const std::string& folderUri);
  void stop(const std::string& folderUri);
  void list(const ScanPtr& scan, const std::filesystem::path& folder);
  void step(const ScanPtr& scan);
  void showProgress(const ScanPtr& scan);
  void finish(const ScanPtr& scan);
  void readProject(const workspace::ProjectFolder& folder);

  Server& server_;
  std::vector<ScanPtr> scans_;
  std::int64_t nextToken_ = 1;
};

}  // namespace journey::lsp
