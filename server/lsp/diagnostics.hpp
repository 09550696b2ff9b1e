// Findings as the protocol's diagnostics.
// LSP 3.17: textDocument/publishDiagnostics, textDocument/diagnostic, workspace/diagnostic
//
// Written straight to text: they are what a keystroke waits for, and building a tree of JSON values
// first took four times as long as all the rest (tests/bench).
#pragma once

#include <string>

#include "lint/rule.hpp"
#include "lsp/server.hpp"

namespace journey::lsp {

/// Appends one Diagnostic.
void appendDiagnostic(std::string& out, const Client& client, const std::string& uri,
                      const workspace::Snapshot& snapshot, const lint::PlacedFinding& placed);

/// The members of a DocumentDiagnosticReport: a full one, without its braces.
void appendFullReport(std::string& out, const Client& client, const std::string& uri,
                      const workspace::Snapshot& snapshot, std::string_view resultId);

/// The faults of a folder's journey.json; of none if the folder has no file any more.
std::string publishProjectFaults(const Client& client, const std::string& uri,
                                 const workspace::ProjectFolder& folder);

/// The whole notification for a version of a document.
std::string publishDiagnostics(const Client& client, const std::string& uri,
                               const workspace::Snapshot& snapshot);

}  // namespace journey::lsp
