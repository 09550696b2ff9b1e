// What helps to write a map: completion and formatting.
#include "features/completion.hpp"
#include "features/format.hpp"
#include "lsp/convert.hpp"
#include "lsp/methods.hpp"

namespace journey::lsp {

namespace {

using workspace::Snapshot;

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

json::value formatting(Server& server, const json::value& params) {
  auto p = decoded<TextDocumentParams>(params);
  const Snapshot& snapshot = server.document(p.textDocument.uri);
  std::vector<TextEdit> out;
  for (const lint::TextEdit& edit : features::format(snapshot))
    out.push_back(textEdit(server, snapshot, edit));
  return encode(out);
}

constexpr Method all[] = {
    {"textDocument/completion", completion, true,
     [](json::object& c, const Server&) {
       c["completionProvider"] = {{"triggerCharacters", {":", "[", " "}}};
     }},
    {"textDocument/formatting", formatting, true,
     [](json::object& c, const Server&) { c["documentFormattingProvider"] = true; }},
};

}  // namespace

std::span<const Method> methods::writing() { return all; }

}  // namespace journey::lsp
