// What helps to read a map: hover, outline, folding, lenses, hints, selections, linked titles.
#include "features/code_lens.hpp"
#include "features/folding.hpp"
#include "features/hover.hpp"
#include "features/inlay_hints.hpp"
#include "features/linked_editing.hpp"
#include "features/persona_hover.hpp"
#include "features/reference_lens.hpp"
#include "features/rule_hover.hpp"
#include "features/selection_ranges.hpp"
#include "features/symbols.hpp"
#include "lsp/convert.hpp"
#include "lsp/methods.hpp"

namespace journey::lsp {

namespace {

using workspace::Snapshot;

MarkupContent markup(const Server& server, std::string text) {
  bool plain = server.client().markup == features::Markup::Plain;
  return {plain ? "plaintext" : "markdown", std::move(text)};
}

json::value hover(Server& server, const json::value& params) {
  auto p = decoded<TextDocumentPositionParams>(params);
  const Snapshot& snapshot = server.document(p.textDocument.uri);
  const Client& client = server.client();
  std::uint32_t offset = text::offsetOf(snapshot.text, p.position, client.encoding);
  workspace::ViewPtr view = server.view();
  const workspace::File* file = view->find(p.textDocument.uri);
  auto said = file ? features::personaHover(*view, *file, offset, client.markup) : std::nullopt;
  if (!said) said = features::hover(snapshot, offset, client.language, client.markup);
  auto found = features::together(
      std::move(said),
      features::ruleHover(snapshot, offset, client.language, client.markup, client.rulePages),
      client.markup);
  if (!found) return nullptr;
  return encode(Hover{markup(server, found->text), rangeOf(server, snapshot, found->span)});
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

std::optional<std::string> nameOf(features::Fold::Kind kind) {
  switch (kind) {
    case features::Fold::Kind::Comment:
      return "comment";
    case features::Fold::Kind::Region:
      return "region";
    case features::Fold::Kind::Plain:
      break;
  }
  return std::nullopt;
}

// Without characters a range goes from the end of its first line to the end of its last: that is
// what is meant, also for clients that fold less than whole lines.
json::value foldingRanges(Server& server, const json::value& params) {
  auto p = decoded<TextDocumentParams>(params);
  const Client& client = server.client();
  std::vector<FoldingRange> out;
  for (features::Fold& fold :
       features::folds(server.document(p.textDocument.uri), client.mostFolds)) {
    FoldingRange& range =
        out.emplace_back(FoldingRange{fold.first, fold.last, nameOf(fold.kind), std::nullopt});
    if (client.foldText && !fold.instead.empty()) range.collapsedText = std::move(fold.instead);
  }
  return encode(out);
}

/// The snapshot that a place was told of; an error if the document has changed since.
const Snapshot& sameVersion(const Server& server, const PlaceData& place) {
  const Snapshot& snapshot = server.document(place.uri);
  if (snapshot.version != place.version)
    throw RequestError(ErrorCode::ContentModified, "the document has changed: ask again");
  return snapshot;
}

std::string painsTitle(const Server& server, const features::PainLens& lens) {
  std::size_t count = lens.pains.size();
  return count == 1
             ? server.say(locale::Message::lens_open_pain)
             : server.say(locale::Message::lens_open_pains, {{"count", std::to_string(count)}});
}

/// How often others name a head.
std::string mentionsTitle(const Server& server, const features::ReferenceLens& lens) {
  bool touchpoint = lens.head.name->kind == workspace::Name::Kind::Touchpoint;
  return server.say(touchpoint ? locale::Message::lens_ways_here : locale::Message::lens_mentions,
                    {{"count", std::to_string(lens.mentions.size())}});
}

/// A lens that counts places, and the places.
struct Counted {
  text::Span line;
  std::string title;
  std::vector<std::pair<const workspace::File*, text::Span>> places;
};

/// Pain points of journeys and phases, mentions of touchpoints and personas: no line has two.
std::vector<Counted> countedLenses(const Server& server, const workspace::View& view,
                                   const std::string& uri) {
  const workspace::File* file = view.find(uri);
  if (!file) return {};
  std::vector<Counted> out;
  for (const features::PainLens& lens : features::painLenses(server.document(uri))) {
    Counted& counted = out.emplace_back(Counted{lens.line, painsTitle(server, lens), {}});
    for (text::Span span : lens.pains) counted.places.emplace_back(file, span);
  }
  for (const features::ReferenceLens& lens : features::referenceLenses(view, *file)) {
    Counted& counted = out.emplace_back(Counted{lens.line, mentionsTitle(server, lens), {}});
    for (const features::Reference& mention : lens.mentions)
      counted.places.emplace_back(mention.file, mention.span);
  }
  return out;
}

json::value codeLenses(Server& server, const json::value& params) {
  auto p = decoded<TextDocumentParams>(params);
  const std::string& uri = p.textDocument.uri;
  const Snapshot& snapshot = server.document(uri);
  std::vector<CodeLens> out;
  for (text::Span span : features::previewLenses(snapshot))
    out.push_back({rangeOf(server, snapshot, span),
                   Command{server.say(locale::Message::lens_preview),
                           std::string(openPreview),
                           {json::value(uri)}},
                   std::nullopt});
  workspace::ViewPtr view = server.view();
  for (Counted& counted : countedLenses(server, *view, uri)) {
    CodeLens& shown = out.emplace_back(
        CodeLens{rangeOf(server, snapshot, counted.line), std::nullopt, std::nullopt});
    // The list of places is long: it is made when the lens comes into view. An editor that cannot
    // show the list gets the number alone.
    if (server.client().showsReferences)
      shown.data = encode(PlaceData{uri, snapshot.version, counted.line.start});
    else
      shown.command = Command{std::move(counted.title), "", {}};
  }
  return encode(out);
}

json::value resolveLens(Server& server, const json::value& params) {
  auto lens = decoded<CodeLens>(params);
  if (!lens.data) return params;  // it has all it needs
  auto place = decoded<PlaceData>(*lens.data);
  sameVersion(server, place);
  workspace::ViewPtr view = server.view();
  for (Counted& counted : countedLenses(server, *view, place.uri)) {
    if (counted.line.start != place.offset) continue;
    std::vector<Location> locations;
    for (const auto& [file, span] : counted.places)
      locations.push_back({file->uri, text::rangeOf(file->text, span, server.client().encoding)});
    lens.command = Command{std::move(counted.title),
                           std::string(showReferences),
                           {json::value(place.uri), encode(lens.range.start), encode(locations)}};
  }
  return encode(lens);
}

json::value inlayHints(Server& server, const json::value& params) {
  auto p = decoded<TextDocumentRangeParams>(params);
  const std::string& uri = p.textDocument.uri;
  const Snapshot& snapshot = server.document(uri);
  const Client& client = server.client();
  text::Span span = text::spanOf(snapshot.text, p.range, client.encoding);
  std::vector<InlayHint> out;
  for (const features::InlayHint& hint : features::inlayHints(snapshot, span, client.language)) {
    Position position = text::positionOf(snapshot.text, hint.offset, client.encoding);
    InlayHint& shown = out.emplace_back();
    shown.position = position;
    shown.label = hint.label;
    if (hint.insert) shown.textEdits = {{{position, position}, *hint.insert}};
    if (client.hintsResolve)
      shown.data = encode(PlaceData{uri, snapshot.version, hint.offset});
    else if (auto more = features::hover(snapshot, hint.offset, client.language, client.markup))
      shown.tooltip = markup(server, std::move(more->text));
  }
  return encode(out);
}

json::value resolveHint(Server& server, const json::value& params) {
  auto hint = decoded<InlayHint>(params);
  if (!hint.data) return params;
  auto place = decoded<PlaceData>(*hint.data);
  const Snapshot& snapshot = sameVersion(server, place);
  const Client& client = server.client();
  if (auto more = features::hover(snapshot, place.offset, client.language, client.markup))
    hint.tooltip = markup(server, std::move(more->text));
  return encode(hint);
}

json::value selectionRanges(Server& server, const json::value& params) {
  auto p = decoded<SelectionRangeParams>(params);
  const Snapshot& snapshot = server.document(p.textDocument.uri);
  json::array out;
  for (Position position : p.positions) {
    std::uint32_t offset = text::offsetOf(snapshot.text, position, server.client().encoding);
    std::vector<text::Span> spans = features::selectionRanges(snapshot, offset);
    json::value range;  // from the outermost in
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
      json::object inner{{"range", encode(rangeOf(server, snapshot, *span))}};
      if (!range.is_null()) inner["parent"] = std::move(range);
      range = std::move(inner);
    }
    out.push_back(std::move(range));
  }
  return out;
}

json::value linkedEditing(Server& server, const json::value& params) {
  auto p = decoded<TextDocumentPositionParams>(params);
  const Snapshot& snapshot = server.document(p.textDocument.uri);
  std::uint32_t offset = text::offsetOf(snapshot.text, p.position, server.client().encoding);
  features::LinkedEditing linked = features::linkedEditing(snapshot, offset);
  if (linked.spans.empty()) return nullptr;
  LinkedEditingRanges out{{}, std::string(linked.pattern)};
  for (text::Span span : linked.spans) out.ranges.push_back(rangeOf(server, snapshot, span));
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
    {"codeLens/resolve", resolveLens, true,
     [](json::object& c, const Server&) {
       c["codeLensProvider"] = {{"resolveProvider", true}};
     }},
    {"textDocument/inlayHint", inlayHints, true,
     [](json::object& c, const Server&) { c["inlayHintProvider"] = true; }},
    {"inlayHint/resolve", resolveHint, true,
     [](json::object& c, const Server&) {
       c["inlayHintProvider"] = {{"resolveProvider", true}};
     }},
    {"textDocument/selectionRange", selectionRanges, true,
     [](json::object& c, const Server&) { c["selectionRangeProvider"] = true; }},
    {"textDocument/linkedEditingRange", linkedEditing, true,
     [](json::object& c, const Server&) { c["linkedEditingRangeProvider"] = true; }},
};

}  // namespace

std::span<const Method> methods::reading() { return all; }

}  // namespace journey::lsp
