#include "workspace/workspace.hpp"

#include <algorithm>

#include "lint/journeys.hpp"
#include "workspace/library.hpp"
#include "workspace/surroundings.hpp"
#include "workspace/uri.hpp"

namespace journey::workspace {

namespace fs = std::filesystem;

namespace {

/// Cheap, for every keystroke: no journey, and personas.
bool looksLikeLibrary(const model::Map& map) {
  return map.journeys.size() == 1 && map.journeys.front().head == model::noBlock &&
         map.journeys.front().phases.empty() && !map.journeys.front().personas.empty();
}

/// True if maps name other things under the new project: their facts are out of date.
bool renew(ProjectPtr& project, ProjectPtr now) {
  bool same = project->conventions->lanes == now->conventions->lanes &&
              project->conventions->language == now->conventions->language &&
              project->settings.overrides == now->settings.overrides;
  project = std::move(now);
  return !same;
}

}  // namespace

const Document& Workspace::open(const std::string& uri, text::Text text, std::int64_t version) {
  Document& document = documents_[uri];
  document.uri = uri;
  auto path = pathOf(uri);
  document.snapshot = read(std::move(text), version, projectOf(uri), library_,
                           path ? surroundingsOf(*path) : nullptr);
  document.serial = ++serial_;
  // It may have been a library on disk, and now counts as it is in the editor.
  librariesChanged_ = true;
  return document;
}

const Document& Workspace::edit(const std::string& uri, const EditedText& edited,
                                std::int64_t version) {
  Document& document = documents_.at(uri);
  bool before = looksLikeLibrary(document.snapshot->map);
  std::vector<std::string> futures = lint::futuresOf(document.snapshot->map);
  document.snapshot =
      update(document.snapshot, edited, version, document.snapshot->project, library_);
  document.serial = ++serial_;
  librariesChanged_ |= before || looksLikeLibrary(document.snapshot->map) ||
                       futures != lint::futuresOf(document.snapshot->map);
  return document;
}

bool Workspace::close(const std::string& uri) {
  if (documents_.erase(uri) == 0) return false;
  openFiles_.erase(uri);
  listChanged();
  librariesChanged_ = true;
  return true;
}

const Document* Workspace::document(const std::string& uri) const {
  auto found = documents_.find(uri);
  return found == documents_.end() ? nullptr : &found->second;
}

const ProjectFolder& Workspace::addFolder(Folder folder, const fs::path& path) {
  ProjectFolder added;
  added.folder = std::move(folder);
  added.path = path;
  added.project = makeProject(editor_);
  settingsChanged_ = true;
  std::erase_if(folders_, [&](const ProjectFolder& f) { return f.folder.uri == added.folder.uri; });
  listChanged();
  return folders_.emplace_back(std::move(added));
}

void Workspace::removeFolder(const std::string& uri) {
  auto found = std::ranges::find_if(folders_, [&](const auto& f) { return f.folder.uri == uri; });
  if (found == folders_.end()) return;
  fs::path path = found->path;
  folders_.erase(found);
  std::erase_if(disk_, [&](const auto& entry) {
    return isInside(entry.first, path) && !folderOf(entry.first);
  });
  settingsChanged_ = librariesChanged_ = true;
  listChanged();
}

bool Workspace::setProjectFile(const std::string& folderUri, std::optional<std::string> content) {
  auto found =
      std::ranges::find_if(folders_, [&](const auto& f) { return f.folder.uri == folderUri; });
  if (found == folders_.end()) return false;
  found->content = content.value_or("");
  found->folder.settings =
      content ? makeFile(uriOf(found->path / projectFile), text::Text(*content), {}) : nullptr;
  found->faults.clear();
  Settings settings;
  if (content) {
    ReadSettings read = readProject(*content, found->path);
    found->faults = std::move(read.faults);
    // A file that is no JSON while it is typed: the last good settings stay in force.
    settings = read.settings ? std::move(*read.settings) : found->settings;
  }
  listChanged();
  if (settings == found->settings) return false;
  found->settings = std::move(settings);
  settingsChanged_ = true;
  return renew(found->project, makeProject(merged(editor_, found->settings)));
}

bool Workspace::setEditorSettings(Settings settings) {
  if (settings == editor_) return false;
  editor_ = std::move(settings);
  bool reading = renew(elsewhere_, makeProject(editor_));
  for (ProjectFolder& folder : folders_)
    reading |= renew(folder.project, makeProject(merged(editor_, folder.settings)));
  settingsChanged_ = true;
  listChanged();
  return reading;
}

const ProjectFolder* Workspace::folderOf(const fs::path& path) const {
  const ProjectFolder* best = nullptr;
  for (const ProjectFolder& folder : folders_)
    if (isInside(path, folder.path) &&
        (!best || folder.path.native().size() > best->path.native().size()))
      best = &folder;
  return best;
}

ProjectPtr Workspace::projectOf(const std::string& uri) const {
  auto path = pathOf(uri);
  const ProjectFolder* folder = path ? folderOf(*path) : nullptr;
  if (!folder) return elsewhere_;
  return projectFor(folder->project, path->lexically_relative(folder->path));
}

void Workspace::put(FilePtr file) {
  FilePtr& place = disk_[file->key];
  librariesChanged_ |= file->facts->tellsOthers() || (place && place->facts->tellsOthers());
  place = std::move(file);
  listChanged();
}

void Workspace::erase(const fs::path& path) {
  std::erase_if(disk_, [&](const auto& entry) {
    if (!isInside(entry.first, path)) return false;
    librariesChanged_ |= entry.second->facts->tellsOthers();
    return true;
  });
  listChanged();
}

std::vector<FilePtr> Workspace::maps() const {
  std::vector<FilePtr> out;
  out.reserve(disk_.size());
  for (const auto& [key, file] : disk_) out.push_back(file);
  return out;
}

FilePtr Workspace::fileOf(const Document& document) const {
  auto& [serial, file] = openFiles_[document.uri];
  if (serial != document.serial) {
    const Snapshot& s = *document.snapshot;
    file = makeFile(document.uri, s.text, factsOf(s.text, s.map), document.snapshot);
    serial = document.serial;
  }
  return file;
}

ViewPtr Workspace::view() const {
  if (viewSerial_ == serial_) return view_;
  auto view = std::make_shared<View>();
  if (viewListSerial_ == listSerial_) {
    *view = *view_;
  } else {
    for (const auto& [key, file] : disk_) view->files.push_back(file);
    for (const ProjectFolder& folder : folders_) view->folders.push_back(folder.folder);
  }
  for (const auto& [uri, document] : documents_) {
    FilePtr file = fileOf(document);
    auto place = std::ranges::lower_bound(view->files, file->key, {}, &File::key);
    if (place == view->files.end() || (*place)->key != file->key)
      place = view->files.insert(place, nullptr);
    *place = std::move(file);
  }
  view_ = std::move(view);
  viewSerial_ = serial_;
  viewListSerial_ = listSerial_;
  return view_;
}

void Workspace::rebuildLibrary() {
  std::vector<const Facts*> files;
  std::vector<FilePtr> kept;  // what the facts of open documents lie in
  std::map<std::string, bool> open;
  for (const auto& [uri, document] : documents_) {
    open[keyOf(uri)] = true;
    // Facts are only made of those that tell others something.
    if (looksLikeLibrary(document.snapshot->map) ||
        !lint::futuresOf(document.snapshot->map).empty())
      files.push_back(kept.emplace_back(fileOf(document))->facts.get());
  }
  for (const auto& [key, file] : disk_)
    if (!open.contains(key)) files.push_back(file->facts.get());
  lint::Library library = libraryOf(files);
  if (library != *library_) library_ = std::make_shared<const lint::Library>(std::move(library));
}

bool Workspace::settle() {
  if (std::exchange(imagesChanged_, false))
    for (auto& [uri, document] : documents_)
      if (auto path = pathOf(uri)) {
        document.snapshot = recheck(*document.snapshot, surroundingsOf(*path));
        document.serial = ++serial_;
      }
  if (!librariesChanged_ && !settingsChanged_) return false;
  lint::LibraryPtr library = library_;
  if (std::exchange(librariesChanged_, false)) rebuildLibrary();
  bool settings = std::exchange(settingsChanged_, false);
  bool any = settings || library != library_;
  if (any) contextSerial_ = ++serial_;
  for (auto& [uri, document] : documents_) {
    const SnapshotPtr& before = document.snapshot;
    ProjectPtr project = settings ? projectOf(uri) : before->project;
    if (project == before->project && library_ == before->context.library) continue;
    SnapshotPtr now = update(before, EditedText(before->text), before->version, project, library_);
    document.snapshot = std::move(now);
    document.serial = ++serial_;
  }
  return any;
}

}  // namespace journey::workspace
