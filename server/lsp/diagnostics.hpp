// Findings as the protocol's diagnostics. LSP 3.17: textDocument/publishDiagnostics
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

/// The whole notification for a version of a document.
std::string publishDiagnostics(const Client& client, const std::string& uri,
                               const workspace::Snapshot& snapshot);

}  // namespace journey::lsp
