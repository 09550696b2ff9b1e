#include "lsp/methods.hpp"

#include "features/code_lens.hpp"
#include "features/completion.hpp"
#include "features/folding.hpp"
#include "features/format.hpp"
#include "features/hover.hpp"
#include "features/symbols.hpp"
#include "lint/rule.hpp"
#include "lsp/diagnostics.hpp"

namespace journey::lsp {

namespace {

using workspace::Snapshot;

constexpr std::string_view openPreview = "journey.openPreview";

Range rangeOf(const Server& server, const Snapshot& snapshot, text::Span span) {
  return text::rangeOf(snapshot.text, span, server.client().encoding);
}

TextEdit textEdit(const Server& server, const Snapshot& snapshot, const lint::TextEdit& edit) {
  return {rangeOf(server, snapshot, edit.span), edit.text};
}

// Kinds of the protocol (LSP 3.17, CompletionItemKind).
int kindOf(features::Completion::Kind kind) {
  switch (kind) {
    case features::Completion::Kind::Keyword:
      return 14;  // Keyword
    case features::Completion::Kind::Block:
      return 7;  // Class
    case features::Completion::Kind::Value:
      return 12;  // Value
    case features::Completion::Kind::Reference:
      return 18;  // Reference
    case features::Completion::Kind::Emotion:
      return 20;  // EnumMember
    case features::Completion::Kind::Phase:
      return 13;  // Enum
    case features::Completion::Kind::Comment:
      return 14;
  }
  return 1;
}

// LSP 3.17, SymbolKind.
int kindOf(model::Construct construct) {
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

json::value completion(Server& server, const json::value& params) {
  auto p = decoded<CompletionParams>(params);
  const Snapshot& snapshot = server.document(p.textDocument.uri);
  std::uint32_t offset = text::offsetOf(snapshot.text, p.position, server.client().encoding);
  bool triggered =
      p.context && p.context->triggerCharacter && !p.context->triggerCharacter->empty();
  features::Completions found =
      features::complete(snapshot, offset, server.client().language, server.client().snippets,
                         triggered ? p.context->triggerCharacter->front() : '\0');
  json::value replace = encode(rangeOf(server, snapshot, found.replace));
  json::array items;
  items.reserve(found.items.size());
  std::size_t rank = 0;
  for (const features::Completion& item : found.items) {
    std::string sort = std::to_string(rank++);
    json::object o{{"label", item.label},
                   {"kind", kindOf(item.kind)},
                   {"sortText", std::string(4 - std::min<std::size_t>(4, sort.size()), '0') + sort},
                   {"textEdit", {{"range", replace}, {"newText", item.insert}}}};
    if (item.filter != item.label) o["filterText"] = item.filter;
    if (!item.detail.empty()) o["detail"] = item.detail;
    if (item.snippet) o["insertTextFormat"] = 2;
    if (item.about) o["documentation"] = server.say(*item.about);
    if (item.indentation)
      o["additionalTextEdits"] = json::array{encode(textEdit(server, snapshot, *item.indentation))};
    items.push_back(std::move(o));
  }
  return json::object{{"isIncomplete", false}, {"items", std::move(items)}};
}

json::value hover(Server& server, const json::value& params) {
  auto p = decoded<TextDocumentPositionParams>(params);
  const Snapshot& snapshot = server.document(p.textDocument.uri);
  std::uint32_t offset = text::offsetOf(snapshot.text, p.position, server.client().encoding);
  auto found = features::hover(snapshot, offset, server.client().language);
  if (!found) return nullptr;
  return encode(Hover{{"markdown", found->markdown}, rangeOf(server, snapshot, found->span)});
}

DocumentSymbol documentSymbol(const Server& server, const Snapshot& snapshot,
                              const features::Symbol& symbol) {
  DocumentSymbol out{symbol.name,
                     symbol.detail,
                     kindOf(symbol.construct),
                     rangeOf(server, snapshot, symbol.span),
                     rangeOf(server, snapshot, symbol.title),
                     {}};
  for (const features::Symbol& child : symbol.children)
    out.children.push_back(documentSymbol(server, snapshot, child));
  return out;
}

void flatten(const Server& server, const Snapshot& snapshot, const std::string& uri,
             const features::Symbol& symbol, const std::optional<std::string>& container,
             std::vector<SymbolInformation>& out) {
  out.push_back({symbol.name,
                 kindOf(symbol.construct),
                 {uri, rangeOf(server, snapshot, symbol.span)},
                 container});
  for (const features::Symbol& child : symbol.children)
    flatten(server, snapshot, uri, child, symbol.name, out);
}

json::value documentSymbols(Server& server, const json::value& params) {
  auto p = decoded<TextDocumentParams>(params);
  const Snapshot& snapshot = server.document(p.textDocument.uri);
  std::vector<features::Symbol> symbols = features::symbols(snapshot);
  if (!server.client().hierarchicalSymbols) {
    std::vector<SymbolInformation> flat;
    for (const features::Symbol& symbol : symbols)
      flatten(server, snapshot, p.textDocument.uri, symbol, std::nullopt, flat);
    return encode(flat);
  }
  std::vector<DocumentSymbol> out;
  for (const features::Symbol& symbol : symbols)
    out.push_back(documentSymbol(server, snapshot, symbol));
  return encode(out);
}

json::value foldingRanges(Server& server, const json::value& params) {
  auto p = decoded<TextDocumentParams>(params);
  std::vector<FoldingRange> out;
  for (const features::Fold& fold : features::folds(server.document(p.textDocument.uri)))
    out.push_back({fold.first, fold.last,
                   fold.comment ? std::optional<std::string>("comment") : std::nullopt});
  return encode(out);
}

json::value formatting(Server& server, const json::value& params) {
  auto p = decoded<TextDocumentParams>(params);
  const Snapshot& snapshot = server.document(p.textDocument.uri);
  std::vector<TextEdit> out;
  for (const lint::TextEdit& edit : features::format(snapshot))
    out.push_back(textEdit(server, snapshot, edit));
  return encode(out);
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

json::value codeLenses(Server& server, const json::value& params) {
  auto p = decoded<TextDocumentParams>(params);
  const Snapshot& snapshot = server.document(p.textDocument.uri);
  std::vector<CodeLens> out;
  for (text::Span span : features::previewLenses(snapshot))
    out.push_back({rangeOf(server, snapshot, span),
                   {server.say(locale::Message::lens_preview),
                    std::string(openPreview),
                    {json::value(p.textDocument.uri)}}});
  return encode(out);
}

json::value executeCommand(Server& server, const json::value& params) {
  auto p = decoded<ExecuteCommandParams>(params);
  if (p.command != openPreview)
    throw RequestError(ErrorCode::InvalidParams, "there is no command " + p.command);
  if (!p.arguments || p.arguments->empty() || !p.arguments->front().is_string())
    throw RequestError(ErrorCode::InvalidParams, "journey.openPreview takes the document's URI");
  return server.openInBrowser(std::string(p.arguments->front().get_string()));
}

json::value previewOpen(Server& server, const json::value& params) {
  auto p = decoded<PreviewOpenParams>(params);
  const std::string& uri = p.textDocument.uri;
  server.sessions().set(uri, server.snapshotOf(uri));
  preview::PageOptions options = preview::pageOptionsFor(
      uri, p.theme.value_or(""), preview::Host::Messages, server.client().language);
  // Drawing a large map takes a while: keystrokes do not wait for it.
  server.later([&sessions = server.sessions(), reply = server.replyLater(), uri, options] {
    auto page = sessions.page(uri, options);
    reply(page ? json::value{{"page", *page}} : json::value(nullptr));
  });
  return nullptr;
}

json::value previewReveal(Server& server, const json::value& params) {
  auto p = decoded<PreviewRevealParams>(params);
  server.snapshotOf(p.textDocument.uri);
  auto encoding = server.client().encoding;
  server.later([&sessions = server.sessions(), reply = server.replyLater(), p, encoding] {
    auto place = sessions.find(p.textDocument.uri, p.key);
    reply(place ? json::value{{"range",
                               encode(text::rangeOf(place->snapshot->text, place->span, encoding))}}
                : json::value(nullptr));
  });
  return nullptr;
}

json::value previewClose(Server& server, const json::value& params) {
  server.sessions().close(decoded<TextDocumentParams>(params).textDocument.uri);
  return nullptr;
}

constexpr Method all[] = {
    {"initialize", [](Server& s, const json::value& p) { return s.initialize(p); }},
    {"initialized", [](Server&, const json::value&) { return json::value(); }, false},
    {"shutdown", [](Server& s, const json::value&) { return s.shutdown(); }},
    {"exit",
     [](Server& s, const json::value&) {
       s.exit();
       return json::value();
     },
     false},
    {"$/setTrace", [](Server&, const json::value&) { return json::value(); }, false},

    {"textDocument/didOpen",
     [](Server& s, const json::value& p) {
       s.open(decoded<DidOpenTextDocumentParams>(p));
       return json::value();
     },
     false,
     [](json::object& c, const Server&) {
       c["textDocumentSync"] = {{"openClose", true}, {"change", 2}};
     }},
    {"textDocument/didChange",
     [](Server& s, const json::value& p) {
       s.change(decoded<DidChangeTextDocumentParams>(p));
       return json::value();
     },
     false},
    {"textDocument/didClose",
     [](Server& s, const json::value& p) {
       s.close(decoded<TextDocumentParams>(p));
       return json::value();
     },
     false},

    {"textDocument/completion", completion, true,
     [](json::object& c, const Server&) {
       c["completionProvider"] = {{"triggerCharacters", {":", "[", " "}}};
     }},
    {"textDocument/hover", hover, true,
     [](json::object& c, const Server&) { c["hoverProvider"] = true; }},
    {"textDocument/documentSymbol", documentSymbols, true,
     [](json::object& c, const Server&) { c["documentSymbolProvider"] = true; }},
    {"textDocument/foldingRange", foldingRanges, true,
     [](json::object& c, const Server&) { c["foldingRangeProvider"] = true; }},
    {"textDocument/formatting", formatting, true,
     [](json::object& c, const Server&) { c["documentFormattingProvider"] = true; }},
    {"textDocument/codeAction", codeActions, true,
     [](json::object& c, const Server&) {
       c["codeActionProvider"] = {{"codeActionKinds", {"quickfix"}}};
     }},
    {"textDocument/codeLens", codeLenses, true,
     [](json::object& c, const Server&) { c["codeLensProvider"] = json::object{}; }},
    {"workspace/executeCommand", executeCommand, true,
     [](json::object& c, const Server& s) {
       if (!s.client().showsPreview) c["executeCommandProvider"] = {{"commands", {openPreview}}};
     }},

    {"journey/preview/open", previewOpen, true},
    {"journey/preview/reveal", previewReveal, true},
    {"journey/preview/close", previewClose, true},
};

}  // namespace

std::span<const Method> methods() { return all; }

const Method* methodNamed(std::string_view name) {
  for (const Method& method : all)
    if (method.name == name) return &method;
  return nullptr;
}

}  // namespace journey::lsp
