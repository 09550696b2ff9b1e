#include "lsp/convert.hpp"

namespace journey::lsp {

using workspace::Snapshot;

Range rangeOf(const Server& server, const Snapshot& snapshot, text::Span span) {
  return text::rangeOf(snapshot.text, span, server.client().encoding);
}

TextEdit textEdit(const Server& server, const Snapshot& snapshot, const lint::TextEdit& edit) {
  return {rangeOf(server, snapshot, edit.span), edit.text};
}

int symbolKind(model::Construct construct) {
  switch (construct) {
    case model::Construct::Journey:
      return 2;  // Module
    case model::Construct::Persona:
      return 11;  // Interface
    case model::Construct::Phase:
      return 3;  // Namespace
    case model::Construct::Touchpoint:
      return 5;  // Class
    case model::Construct::Opportunity:
      return 24;  // Event
    default:
      return 15;
  }
}

json::value workspaceEdit(const Server& server, const features::WorkspaceEdit& edit) {
  const Client& client = server.client();
  if (!edit.created.empty() && !client.createsFiles)
    throw std::logic_error("a new file for a client that makes none");
  auto encoded = [&](const features::FileEdits& file) {
    std::vector<TextEdit> out;
    for (const lint::TextEdit& e : file.edits)
      out.push_back({text::rangeOf(file.text, e.span, client.encoding), e.text});
    return encode(out);
  };
  if (!client.documentChanges) {
    json::object changes;
    for (const features::FileEdits& file : edit.files) changes[file.uri] = encoded(file);
    return {{"changes", std::move(changes)}};
  }
  json::array changes;
  for (const features::NewFile& file : edit.created) {
    // Should there be a file after all, it stays, and the text is put before its own.
    changes.push_back(
        {{"kind", "create"}, {"uri", file.uri}, {"options", {{"ignoreIfExists", true}}}});
    changes.push_back({{"textDocument", {{"uri", file.uri}, {"version", nullptr}}},
                       {"edits", encode(std::vector{TextEdit{{}, file.content}})}});
  }
  for (const features::FileEdits& file : edit.files)
    changes.push_back(
        {{"textDocument",
          {{"uri", file.uri}, {"version", file.version ? json::value(*file.version) : nullptr}}},
         {"edits", encoded(file)}});
  return {{"documentChanges", std::move(changes)}};
}

json::value workspaceEdit(const Server& server, const std::string& uri, const Snapshot& snapshot,
                          const std::vector<lint::TextEdit>& edits) {
  return workspaceEdit(server, {{{uri, snapshot.version, snapshot.text, edits}}, {}});
}

}  // namespace journey::lsp
