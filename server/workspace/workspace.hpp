// The one owner of what the server knows: open documents, workspace folders with their settings,
// and the maps on disk that nobody has open. No thread, no protocol: it is told what happened.
//
// A map's key (workspace/uri.hpp) is its path, since clients escape the same path differently.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "lint/library.hpp"
#include "workspace/project.hpp"
#include "workspace/snapshot.hpp"
#include "workspace/view.hpp"

namespace journey::workspace {

struct Document {
  std::string uri;
  SnapshotPtr snapshot;
  /// Grows with every new snapshot of any document; 0 is never used.
  std::uint64_t serial = 0;
};

/// A workspace folder and what its journey.json says.
struct ProjectFolder {
  Folder folder;
  std::filesystem::path path;
  ProjectPtr project;
  Settings settings;          // of the last good journey.json
  std::string content;        // of journey.json; for the places of the faults
  std::vector<Fault> faults;  // of `content`
};

class Workspace {
 public:
  // Open documents. A change of settings or libraries reads them anew in `settle`.
  const Document& open(const std::string& uri, text::Text text, std::int64_t version);
  const Document& edit(const std::string& uri, const EditedText& edited, std::int64_t version);
  bool close(const std::string& uri);
  const Document* document(const std::string& uri) const;
  const std::map<std::string, Document>& documents() const { return documents_; }

  // Folders. Their maps are put in by whoever scans them (workspace/map_file.hpp).
  const ProjectFolder& addFolder(Folder folder, const std::filesystem::path& path);
  /// Forgets the folder and the maps in it that lie in no other folder.
  void removeFolder(const std::string& uri);
  const std::vector<ProjectFolder>& folders() const { return folders_; }
  /// The content of a folder's journey.json; nullopt if there is none (any more). True if it
  /// changed how maps are read: then those on disk are to be read again.
  bool setProjectFile(const std::string& folderUri, std::optional<std::string> content);
  /// True for the same reason.
  bool setEditorSettings(Settings settings);
  /// The innermost folder that holds a path.
  const ProjectFolder* folderOf(const std::filesystem::path& path) const;
  ProjectPtr projectOf(const std::string& uri) const;

  // Maps on disk.
  void put(FilePtr file);
  void erase(const std::filesystem::path& path);  // a map, or all maps under a folder
  std::vector<FilePtr> maps() const;

  /// A picture came or went: maps may point at it.
  void imagesChanged() { imagesChanged_ = true; }

  /// Everything as it is now.
  ViewPtr view() const;
  /// Reads open documents anew whose settings or libraries changed: true if there were any.
  bool settle();
  /// Grows when settings or libraries change: what is said of files that did not change may differ.
  std::uint64_t contextSerial() const { return contextSerial_; }
  /// Grows with everything that can change what is said of any file.
  std::uint64_t serial() const { return serial_; }
  /// Grows when folders, their settings or maps on disk change.
  std::uint64_t listSerial() const { return listSerial_; }
  /// What the libraries of the workspace describe.
  const lint::LibraryPtr& library() const { return library_; }

 private:
  FilePtr fileOf(const Document& document) const;
  void rebuildLibrary();
  /// Other files than the open ones, or the folders, are not what they were.
  void listChanged() {
    ++serial_;
    ++listSerial_;
  }

  std::map<std::string, Document> documents_;  // by URI, as the client writes it
  std::map<std::string, FilePtr> disk_;        // by key
  std::vector<ProjectFolder> folders_;
  Settings editor_;
  ProjectPtr elsewhere_ = defaultProject();  // for what lies in no folder
  lint::LibraryPtr library_ = std::make_shared<const lint::Library>();
  bool librariesChanged_ = false;
  bool settingsChanged_ = false;
  bool imagesChanged_ = false;
  std::uint64_t serial_ = 1;
  std::uint64_t contextSerial_ = 1;
  std::uint64_t listSerial_ = 1;
  // Made when asked for, and kept: most keystrokes are followed by several such requests.
  mutable std::unordered_map<std::string, std::pair<std::uint64_t, FilePtr>> openFiles_;
  mutable ViewPtr view_;
  mutable std::uint64_t viewSerial_ = 0;
  mutable std::uint64_t viewListSerial_ = 0;
};

}  // namespace journey::workspace
