// Code actions and commands.
#include "lsp/convert.hpp"
#include "lsp/diagnostics.hpp"
#include "lsp/methods.hpp"

namespace journey::lsp {

namespace {

using workspace::Snapshot;

bool wanted(const CodeActionParams& params, std::string_view kind) {
  if (!params.context || !params.context->only) return true;
  for (const std::string& only : *params.context->only)
    if (kind == only || kind.starts_with(only + ".")) return true;
  return false;
}

json::value codeActions(Server& server, const json::value& params) {
  auto p = decoded<CodeActionParams>(params);
  const std::string& uri = p.textDocument.uri;
  const Snapshot& snapshot = server.document(uri);
  json::array out;
  if (!server.client().codeActionLiterals || !wanted(p, "quickfix")) return out;
  text::Span span = text::spanOf(snapshot.text, p.range, server.client().encoding);
  for (const lint::PlacedFinding& placed : snapshot.findings()) {
    if (!snapshot.map.absolute(placed.block, placed.finding->span).overlaps(span)) continue;
    std::string diagnostic;
    appendDiagnostic(diagnostic, server.client(), uri, snapshot, placed);
    json::array diagnostics{json::parse(diagnostic)};
    for (const lint::Fix& fix : snapshot.fixes(placed)) {
      json::object action{{"title", server.say(fix.title, fix.arguments)},
                          {"kind", "quickfix"},
                          {"diagnostics", diagnostics},
                          {"edit", workspaceEdit(server, uri, snapshot, fix.edits)}};
      if (fix.preferred) action["isPreferred"] = true;
      out.push_back(std::move(action));
    }
  }
  return out;
}

json::value executeCommand(Server& server, const json::value& params) {
  auto p = decoded<ExecuteCommandParams>(params);
  if (p.command != openPreview)
    throw RequestError(ErrorCode::InvalidParams, "there is no command " + p.command);
  if (!p.arguments || p.arguments->empty() || !p.arguments->front().is_string())
    throw RequestError(ErrorCode::InvalidParams, "journey.openPreview takes the document's URI");
  return server.openInBrowser(std::string(p.arguments->front().get_string()));
}

constexpr Method all[] = {
    {"textDocument/codeAction", codeActions, true,
     [](json::object& c, const Server&) {
       c["codeActionProvider"] = {{"codeActionKinds", {"quickfix"}}};
     }},
    {"workspace/executeCommand", executeCommand, true,
     [](json::object& c, const Server& s) {
       if (!s.client().showsPreview) c["executeCommandProvider"] = {{"commands", {openPreview}}};
     }},
};

}  // namespace

std::span<const Method> methods::actions() { return all; }

}  // namespace journey::lsp
