// Between the core's bytes and the protocol's positions and edits.
#pragma once

#include <string>
#include <vector>

#include "features/edits.hpp"
#include "lint/rule.hpp"
#include "lsp/server.hpp"

namespace journey::lsp {

inline constexpr std::string_view openPreview = "journey.openPreview";

Range rangeOf(const Server& server, const workspace::Snapshot& snapshot, text::Span span);
TextEdit textEdit(const Server& server, const workspace::Snapshot& snapshot,
                  const lint::TextEdit& edit);
/// LSP 3.17, SymbolKind.
int symbolKind(model::Construct construct);
/// A WorkspaceEdit, as `documentChanges` where the client takes them, else as `changes`.
json::value workspaceEdit(const Server& server, const features::WorkspaceEdit& edit);
/// A WorkspaceEdit of one open document.
json::value workspaceEdit(const Server& server, const std::string& uri,
                          const workspace::Snapshot& snapshot,
                          const std::vector<lint::TextEdit>& edits);

}  // namespace journey::lsp
