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
#include <utility>
#include <vector>

#include "workspace/workspace.hpp"

namespace journey::lsp {

class Server;

class Indexing {
 public:
  explicit Indexing(Server& server) : server_(server) {}

  void addFolder(workspace::Folder folder);
  void removeFolder(const std::string& uri);
  /// Lists a folder's maps and reads them anew: something moved in it.
  void rescan(const std::string& folderUri);
  /// Reads the maps that are known again, without the disk: settings that tell how changed.
  void reread(const std::string& folderUri);
  /// A map, a journey.json or a folder came, changed, or went.
  void fileChanged(const std::string& uri);
  void fileDeleted(const std::string& uri);
  /// How long a scan may take before its progress is shown: longer than a blink.
  std::chrono::milliseconds patience{400};
  /// Some maps are not known yet: requests over the workspace wait (Server::run).
  bool busy() const { return !scans_.empty(); }
  /// True once after something was read or went: what was said of other files may differ.
  bool takeNews() { return std::exchange(news_, false); }

 private:
  /// One file to read; `known` is what is to be read again, nothing if the disk is.
  struct Item {
    std::filesystem::path path;
    workspace::ProjectPtr project;
    workspace::FilePtr known = nullptr;
  };
  struct Scan {
    std::string folder;       // URI
    std::vector<Item> items;  // known after the first step
    /// Files and folders that changed since it began: what is known of them is newer.
    std::vector<std::filesystem::path> overtaken;
    std::size_t done = 0;
    bool rereads = false;
    std::shared_ptr<std::atomic<bool>> stop = std::make_shared<std::atomic<bool>>(false);
    std::chrono::steady_clock::time_point began = std::chrono::steady_clock::now();
    std::string token;  // of its progress; empty until it takes long
    bool shown = false;
  };
  using ScanPtr = std::shared_ptr<Scan>;

  ScanPtr start(const std::string& folderUri);
  void stop(const std::string& folderUri);
  void list(const ScanPtr& scan, const std::filesystem::path& folder);
  /// What to read of some maps: those whose innermost folder it is.
  Item itemOf(const std::filesystem::path& path) const;
  bool isInnermost(const std::string& folderUri, const std::filesystem::path& path) const;
  void overtake(const std::filesystem::path& path);
  void step(const ScanPtr& scan);
  void showProgress(const ScanPtr& scan);
  void finish(const ScanPtr& scan);
  void readProject(const workspace::ProjectFolder& folder);

  Server& server_;
  std::vector<ScanPtr> scans_;
  std::int64_t nextToken_ = 1;
  bool news_ = false;
};

}  // namespace journey::lsp
