// Changes to several files at once, as a feature that moves things proposes them (rename, the
// refactorings). LSP 3.17: WorkspaceEdit; lsp/convert.hpp encodes it for the client.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lint/rule.hpp"
#include "text/text.hpp"

namespace journey::features {

/// Edits of one file: all speak of `text`, and do not overlap.
struct FileEdits {
  std::string uri;
  std::optional<std::int64_t> version;  // of an open document; none for a file on disk
  text::Text text;                      // what the edits' bytes are counted in
  std::vector<lint::TextEdit> edits;
};

/// A file that is not there yet. Only for clients that make files (`Client::createsFiles`).
struct NewFile {
  std::string uri;
  std::string content;
};

struct WorkspaceEdit {
  std::vector<FileEdits> files;
  std::vector<NewFile> created;  // made before the edits are done
};

}  // namespace journey::features
