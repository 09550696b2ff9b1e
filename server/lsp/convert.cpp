#include "lsp/convert.hpp"

namespace journey::lsp {

using workspace::Snapshot;

Range rangeOf(const Server& server, const Snapshot& snapshot, text::Span span) {
  return text::rangeOf(snapshot.text, span, server.client().encoding);
}

TextEdit textEdit(const Server& server, const Snapshot& snapshot, const lint::TextEdit& edit) {
  return {rangeOf(server, snapshot, edit.span), edit.text};
}

json::value workspaceEdit(const Server& server, const std::string& uri, const Snapshot& snapshot,
                          const std::vector<lint::TextEdit>& edits) {
  std::vector<TextEdit> out;
  for (const lint::TextEdit& edit : edits) out.push_back(textEdit(server, snapshot, edit));
  if (server.client().documentChanges)
    return {{"documentChanges",
             json::array{{{"textDocument", {{"uri", uri}, {"version", snapshot.version}}},
                          {"edits", encode(out)}}}}};
  return {{"changes", {{uri, encode(out)}}}};
}

}  // namespace journey::lsp
