// What helps to read a map: hover, outline, folding, lenses.
#include "features/code_lens.hpp"
#include "features/folding.hpp"
#include "features/hover.hpp"
#include "features/symbols.hpp"
#include "lsp/convert.hpp"
#include "lsp/methods.hpp"

namespace journey::lsp {

namespace {

using workspace::Snapshot;

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
                     symbolKind(symbol.construct),
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
                 symbolKind(symbol.construct),
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

constexpr Method all[] = {
    {"textDocument/hover", hover, true,
     [](json::object& c, const Server&) { c["hoverProvider"] = true; }},
    {"textDocument/documentSymbol", documentSymbols, true,
     [](json::object& c, const Server&) { c["documentSymbolProvider"] = true; }},
    {"textDocument/foldingRange", foldingRanges, true,
     [](json::object& c, const Server&) { c["foldingRangeProvider"] = true; }},
    {"textDocument/codeLens", codeLenses, true,
     [](json::object& c, const Server&) { c["codeLensProvider"] = json::object{}; }},
};

}  // namespace

std::span<const Method> methods::reading() { return all; }

}  // namespace journey::lsp
