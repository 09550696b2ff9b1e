// What leads from one place to another, and renames: over all files of the workspace.
#include "features/call_hierarchy.hpp"
#include "features/definition.hpp"
#include "features/links.hpp"
#include "features/references.hpp"
#include "features/rename.hpp"
#include "features/workspace_symbols.hpp"
#include "lsp/convert.hpp"
#include "lsp/methods.hpp"

namespace journey::lsp {

namespace {

using features::NameAt;
using workspace::File;
using workspace::Name;
using workspace::View;

/// What most of these features are asked about. The file belongs to the view.
struct Asked {
  workspace::ViewPtr view;
  const File& file;
  std::uint32_t offset = 0;
};

const File& fileIn(const View& view, const std::string& uri) {
  if (const File* file = view.find(uri)) return *file;
  throw RequestError(ErrorCode::InvalidParams, "the document is not open: " + uri);
}

template <typename Params>
Asked asked(const Server& server, const Params& params) {
  workspace::ViewPtr view = server.view();
  const File& file = fileIn(*view, params.textDocument.uri);
  std::uint32_t offset = text::offsetOf(file.text, params.position, server.client().encoding);
  return {std::move(view), file, offset};
}

Range rangeIn(const Server& server, const File& file, text::Span span) {
  return text::rangeOf(file.text, span, server.client().encoding);
}

json::value definition(Server& server, const json::value& params, bool links) {
  Asked at = asked(server, decoded<TextDocumentPositionParams>(params));
  auto found = features::definition(*at.view, at.file, at.offset);
  if (!found) return nullptr;
  json::array out;
  for (const features::Target& target : found->targets) {
    Range whole = target.file ? rangeIn(server, *target.file, target.whole) : Range{};
    Range name = target.file ? rangeIn(server, *target.file, target.name) : Range{};
    if (links)
      out.push_back(
          encode(LocationLink{rangeIn(server, at.file, found->origin), target.uri, whole, name}));
    else
      out.push_back(encode(Location{target.uri, name}));
  }
  return out;
}

json::value references(Server& server, const json::value& params) {
  auto p = decoded<ReferenceParams>(params);
  Asked at = asked(server, p);
  std::vector<Location> out;
  for (const features::Reference& reference :
       features::references(*at.view, at.file, at.offset, p.context.includeDeclaration))
    out.push_back({reference.file->uri, rangeIn(server, *reference.file, reference.span)});
  return encode(out);
}

json::value highlights(Server& server, const json::value& params) {
  constexpr int read = 2, write = 3;  // LSP 3.17, DocumentHighlightKind
  Asked at = asked(server, decoded<TextDocumentPositionParams>(params));
  std::vector<DocumentHighlight> out;
  for (const features::Highlight& highlight : features::highlights(*at.view, at.file, at.offset))
    out.push_back({rangeIn(server, at.file, highlight.span), highlight.writes ? write : read});
  return encode(out);
}

json::value prepareRename(Server& server, const json::value& params) {
  Asked at = asked(server, decoded<TextDocumentPositionParams>(params));
  auto found = features::prepareRename(at.file, at.offset);
  if (!found) return nullptr;
  return {{"range", encode(rangeIn(server, at.file, found->span))}, {"placeholder", found->name}};
}

json::value rename(Server& server, const json::value& params) {
  auto p = decoded<RenameParams>(params);
  Asked at = asked(server, p);
  auto result = features::rename(*at.view, at.file, at.offset, p.newName);
  if (const auto* problem = std::get_if<features::RenameProblem>(&result))
    throw RequestError(ErrorCode::RequestFailed, server.say(problem->message, problem->arguments));
  return workspaceEdit(server, std::get<features::WorkspaceEdit>(result));
}

json::value documentLinks(Server& server, const json::value& params) {
  workspace::ViewPtr view = server.view();
  const File& file = fileIn(*view, decoded<TextDocumentParams>(params).textDocument.uri);
  std::vector<DocumentLink> out;
  for (const features::DocumentLink& link : features::documentLinks(*view, file)) {
    DocumentLink& shown =
        out.emplace_back(DocumentLink{rangeIn(server, file, link.span), link.target, std::nullopt});
    if (server.client().linkTooltips) shown.tooltip = server.say(link.tooltip, link.arguments);
  }
  return encode(out);
}

int kindOf(Name::Kind kind) {
  switch (kind) {
    case Name::Kind::Journey:
      return symbolKind(model::Construct::Journey);
    case Name::Kind::Persona:
      return symbolKind(model::Construct::Persona);
    case Name::Kind::Phase:
      return symbolKind(model::Construct::Phase);
    case Name::Kind::Touchpoint:
      return symbolKind(model::Construct::Touchpoint);
    default:
      return symbolKind(model::Construct::Opportunity);
  }
}

json::value workspaceSymbols(Server& server, const json::value& params) {
  workspace::ViewPtr view = server.view();
  json::array out;
  for (const features::WorkspaceSymbol& symbol :
       features::workspaceSymbols(*view, decoded<WorkspaceSymbolParams>(params).query)) {
    const auto& [file, name] = symbol.at;
    json::object shown{
        {"name", name->text}, {"kind", kindOf(name->kind)}, {"containerName", symbol.container}};
    if (server.client().resolvesSymbols) {
      shown["location"] = {{"uri", file->uri}};
      shown["data"] = encode(SymbolData{static_cast<std::uint32_t>(name->kind),
                                        static_cast<std::uint32_t>(features::numberOf(symbol.at))});
    } else {
      shown["location"] = encode(Location{file->uri, rangeIn(server, *file, name->span)});
    }
    out.push_back(std::move(shown));
  }
  return out;
}

json::value resolveSymbol(Server& server, const json::value& params) {
  auto symbol = decoded<ResolvableSymbol>(params);
  workspace::ViewPtr view = server.view();
  Location location{symbol.location.uri, {}};
  // A file or name that has gone meanwhile: the start of the file is as near as it gets.
  if (const File* file = view->find(symbol.location.uri))
    if (auto at = features::symbolNamed(*file, static_cast<Name::Kind>(symbol.data.kind),
                                        symbol.name, symbol.data.number))
      location.range = rangeIn(server, *file, at->name->span);
  json::value out = params;
  out.as_object()["location"] = encode(location);
  return out;
}

CallHierarchyItem itemOf(const Server& server, NameAt touchpoint) {
  const auto& [file, name] = touchpoint;
  CallHierarchyItem item{name->text,
                         kindOf(name->kind),
                         std::nullopt,
                         file->uri,
                         rangeIn(server, *file, name->whole),
                         rangeIn(server, *file, name->span),
                         {file->uri, name->text, std::string(journeyTitleOf(touchpoint))}};
  if (name->container >= 0)
    item.detail = file->facts->names[static_cast<std::size_t>(name->container)].text;
  return item;
}

json::value prepareCallHierarchy(Server& server, const json::value& params) {
  Asked at = asked(server, decoded<TextDocumentPositionParams>(params));
  auto found = features::touchpointAt(*at.view, at.file, at.offset);
  if (!found) return nullptr;
  return encode(std::vector{itemOf(server, *found)});
}

json::value calls(Server& server, const json::value& params, bool incoming) {
  TouchpointData wanted = decoded<CallHierarchyParams>(params).item.data;
  workspace::ViewPtr view = server.view();
  const File* file = view->find(wanted.uri);
  auto touchpoint =
      file ? features::touchpointNamed(*file, wanted.title, wanted.journey) : std::nullopt;
  if (!touchpoint) return nullptr;
  json::array out;
  for (const features::Way& way :
       incoming ? features::waysTo(*touchpoint) : features::waysFrom(*touchpoint)) {
    std::vector<Range> ranges;
    for (text::Span span : way.spans) ranges.push_back(rangeIn(server, *file, span));
    out.push_back(json::object{{incoming ? "from" : "to", encode(itemOf(server, way.other))},
                               {"fromRanges", encode(ranges)}});
  }
  return out;
}

constexpr Method all[] = {
    {"textDocument/definition",
     [](Server& s, const json::value& p) { return definition(s, p, s.client().definitionLinks); },
     true, [](json::object& c, const Server&) { c["definitionProvider"] = true; }, true},
    {"textDocument/declaration",
     [](Server& s, const json::value& p) { return definition(s, p, s.client().declarationLinks); },
     true, [](json::object& c, const Server&) { c["declarationProvider"] = true; }, true},
    {"textDocument/references", references, true,
     [](json::object& c, const Server&) { c["referencesProvider"] = true; }, true},
    // At every move of the cursor, of this file alone: it does not wait.
    {"textDocument/documentHighlight", highlights, true,
     [](json::object& c, const Server&) { c["documentHighlightProvider"] = true; }},
    {"textDocument/prepareRename", prepareRename, true},
    {"textDocument/rename", rename, true,
     [](json::object& c, const Server& s) {
       if (s.client().preparesRename)
         c["renameProvider"] = {{"prepareProvider", true}};
       else
         c["renameProvider"] = true;
     },
     true, true},
    // Their tooltips tell the titles of other maps.
    {"textDocument/documentLink", documentLinks, true,
     [](json::object& c, const Server&) { c["documentLinkProvider"] = json::object{}; }, true},
    {"workspace/symbol", workspaceSymbols, true,
     [](json::object& c, const Server& s) {
       if (s.client().resolvesSymbols)
         c["workspaceSymbolProvider"] = {{"resolveProvider", true}};
       else
         c["workspaceSymbolProvider"] = true;
     },
     true},
    {"workspaceSymbol/resolve", resolveSymbol, true, nullptr, true},
    {"textDocument/prepareCallHierarchy", prepareCallHierarchy, true,
     [](json::object& c, const Server&) { c["callHierarchyProvider"] = true; }},
    {"callHierarchy/incomingCalls",
     [](Server& s, const json::value& p) { return calls(s, p, true); }},
    {"callHierarchy/outgoingCalls",
     [](Server& s, const json::value& p) { return calls(s, p, false); }},
};

}  // namespace

std::span<const Method> methods::navigation() { return all; }

}  // namespace journey::lsp
