// What happens around the documents: folders, files on disk, settings, progress.
#include "features/file_rename.hpp"
#include "lsp/convert.hpp"
#include "lsp/methods.hpp"

namespace journey::lsp {

namespace {

json::value foldersChanged(Server& server, const json::value& params) {
  auto p = decoded<DidChangeWorkspaceFoldersParams>(params);
  for (const WorkspaceFolder& folder : p.event.removed) server.indexing().removeFolder(folder.uri);
  for (const WorkspaceFolder& folder : p.event.added)
    server.indexing().addFolder({folder.uri, folder.name});
  return nullptr;
}

json::value watchedFilesChanged(Server& server, const json::value& params) {
  constexpr int deleted = 3;  // LSP 3.17, FileChangeType
  for (const FileEvent& event : decoded<DidChangeWatchedFilesParams>(params).changes) {
    if (event.type == deleted)
      server.indexing().fileDeleted(event.uri);
    else
      server.indexing().fileChanged(event.uri);
  }
  return nullptr;
}

json::value filesCreated(Server& server, const json::value& params) {
  for (const FileUri& file : decoded<FilesParams>(params).files)
    server.indexing().fileChanged(file.uri);
  return nullptr;
}

json::value filesDeleted(Server& server, const json::value& params) {
  for (const FileUri& file : decoded<FilesParams>(params).files)
    server.indexing().fileDeleted(file.uri);
  return nullptr;
}

json::value filesRenamed(Server& server, const json::value& params) {
  for (const FileRename& file : decoded<RenameFilesParams>(params).files) {
    server.indexing().fileDeleted(file.oldUri);
    server.indexing().fileChanged(file.newUri);
  }
  return nullptr;
}

json::value filesWillBeRenamed(Server& server, const json::value& params) {
  std::vector<features::FileRename> renames;
  for (const FileRename& file : decoded<RenameFilesParams>(params).files)
    renames.push_back({file.oldUri, file.newUri});
  features::WorkspaceEdit edit = features::fileRenameEdits(*server.view(), renames);
  if (edit.files.empty()) return nullptr;
  return workspaceEdit(server, edit);
}

json::value configurationChanged(Server& server, const json::value& params) {
  server.readSettings(params);
  return nullptr;
}

/// Folders are files too, so every name is wanted.
template <const char* Name>
void announceFileOperation(json::object& capabilities, const Server&) {
  json::object& workspace = capabilities["workspace"].is_object()
                                ? capabilities["workspace"].get_object()
                                : capabilities["workspace"].emplace_object();
  json::value& operations = workspace["fileOperations"];
  if (!operations.is_object()) operations.emplace_object();
  operations.get_object()[Name] = {
      {"filters", json::array{{{"scheme", "file"}, {"pattern", {{"glob", "**/*"}}}}}}};
}

constexpr char didCreate[] = "didCreate";
constexpr char willRename[] = "willRename";
constexpr char didRename[] = "didRename";
constexpr char didDelete[] = "didDelete";

constexpr Method all[] = {
    {"workspace/didChangeWorkspaceFolders", foldersChanged, false,
     [](json::object& c, const Server&) {
       json::value& workspace = c["workspace"];
       if (!workspace.is_object()) workspace.emplace_object();
       workspace.get_object()["workspaceFolders"] = {{"supported", true},
                                                     {"changeNotifications", true}};
     }},
    {"workspace/didChangeWatchedFiles", watchedFilesChanged, false},
    {"workspace/didCreateFiles", filesCreated, false, announceFileOperation<didCreate>},
    {"workspace/willRenameFiles", filesWillBeRenamed, true, announceFileOperation<willRename>,
     true},
    {"workspace/didRenameFiles", filesRenamed, false, announceFileOperation<didRename>},
    {"workspace/didDeleteFiles", filesDeleted, false, announceFileOperation<didDelete>},
    {"workspace/didChangeConfiguration", configurationChanged, false},
};

}  // namespace

std::span<const Method> methods::workspace() { return all; }

}  // namespace journey::lsp
