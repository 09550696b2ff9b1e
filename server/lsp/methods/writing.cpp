// What helps to write a map: completion, and formatting of files, ranges and while typing.
#include "features/completion.hpp"
#include "features/documentation.hpp"
#include "features/format.hpp"
#include "features/on_type.hpp"
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

constexpr int plainText = 1, snippet = 2;  // InsertTextFormat
constexpr int adjustIndentation = 2;       // InsertTextMode

/// What an item keeps for completionItem/resolve.
struct CompletionData {
  std::string uri;
  std::string about;
};
BOOST_DESCRIBE_STRUCT(CompletionData, (), (uri, about))

/// Null if there is nothing to say.
json::value documentation(const Server& server, const Snapshot& snapshot, std::string_view about) {
  const CompletionSupport& client = server.client().completion;
  std::string told =
      features::documentation(snapshot, about, server.client().language, client.markup);
  if (told.empty()) return nullptr;
  if (!client.namesMarkup) return json::value(told);
  bool markdown = client.markup == features::Markup::Markdown;
  return {{"kind", markdown ? "markdown" : "plaintext"}, {"value", told}};
}

/// A Range, or the two of an InsertReplaceEdit where they differ and the client can choose.
json::object completionRange(const Server& server, const Snapshot& snapshot,
                             const features::Completions& found) {
  json::value replace = encode(rangeOf(server, snapshot, found.replace));
  if (!server.client().completion.insertReplace || found.insertEnd == found.replace.end)
    return {{"range", std::move(replace)}};
  text::Span insert{found.replace.start, found.insertEnd};
  return {{"insert", encode(rangeOf(server, snapshot, insert))}, {"replace", std::move(replace)}};
}

json::value completion(Server& server, const json::value& params) {
  auto p = decoded<CompletionParams>(params);
  const std::string& uri = p.textDocument.uri;
  const Snapshot& snapshot = server.document(uri);
  const CompletionSupport& client = server.client().completion;
  std::uint32_t offset = text::offsetOf(snapshot.text, p.position, server.client().encoding);
  bool triggered =
      p.context && p.context->triggerCharacter && !p.context->triggerCharacter->empty();
  features::Completions found =
      features::complete(snapshot, offset,
                         {server.client().language, client.snippets, client.filters,
                          triggered ? p.context->triggerCharacter->front() : '\0',
                          [&server] { return server.view(); }});

  json::object range = completionRange(server, snapshot, found);
  json::array commit;
  for (char c : found.commit) commit.push_back(json::value(std::string(1, c)));
  json::object defaults;
  if (client.listRange)
    defaults["editRange"] = range.contains("range") ? range["range"] : json::value(range);
  // Said outright: some clients take what says nothing for a snippet.
  if (client.listTextFormat) defaults["insertTextFormat"] = plainText;
  bool commits = client.commitCharacters && !commit.empty();
  if (commits && client.listCommitCharacters) defaults["commitCharacters"] = commit;

  json::array items;
  items.reserve(found.items.size());
  std::size_t rank = 0;
  for (const features::Completion& item : found.items) {
    std::string sort = std::to_string(rank++);
    json::object o{
        {"label", item.label},
        {"kind", kindOf(item.kind)},
        {"sortText", std::string(4 - std::min<std::size_t>(4, sort.size()), '0') + sort}};
    if (!client.listRange) {
      json::object edit = range;
      edit["newText"] = item.insert;
      o["textEdit"] = std::move(edit);
    } else if (item.insert != item.label) {
      o["textEditText"] = item.insert;
    }
    if (item.filter != item.label) o["filterText"] = item.filter;
    if (!item.detail.empty()) {
      if (client.labelDetails) o["labelDetails"] = {{"description", item.detail}};
      if (!client.labelDetails || !client.lazyDetail) o["detail"] = item.detail;
    }
    if (item.snippet) {
      o["insertTextFormat"] = snippet;
      if (client.indentsSnippets) o["insertTextMode"] = adjustIndentation;
    }
    if (item.preselect && client.preselect) o["preselect"] = true;
    if (commits && !client.listCommitCharacters) o["commitCharacters"] = commit;
    if (!item.about.empty()) {
      if (client.lazyDocumentation) {
        o["data"] = {{"uri", uri}, {"about", item.about}};
      } else if (json::value told = documentation(server, snapshot, item.about); !told.is_null()) {
        o["documentation"] = std::move(told);
      }
    }
    if (item.indentation)
      o["additionalTextEdits"] = json::array{encode(textEdit(server, snapshot, *item.indentation))};
    items.push_back(std::move(o));
  }
  json::object list{{"isIncomplete", false}, {"items", std::move(items)}};
  if (!defaults.empty()) list["itemDefaults"] = std::move(defaults);
  return list;
}

/// An item comes back as it went, with what was left out before. Where the document is closed
/// meanwhile, nothing more is known of it.
json::value resolveCompletion(Server& server, const json::value& params) {
  if (!params.is_object()) throw DecodeError(".: expected an object");
  json::object item = params.get_object();
  const json::value* details = item.if_contains("labelDetails");
  if (details && details->is_object() && !item.contains("detail"))
    if (const json::value* description = details->get_object().if_contains("description"))
      item["detail"] = json::value(*description);
  const json::value* data = item.if_contains("data");
  if (!data || item.contains("documentation")) return item;
  auto about = decoded<CompletionData>(*data);
  const Snapshot* snapshot = server.documentIfOpen(about.uri);
  if (!snapshot) return item;
  if (json::value told = documentation(server, *snapshot, about.about); !told.is_null())
    item["documentation"] = std::move(told);
  return item;
}

json::value encoded(const Server& server, const Snapshot& snapshot,
                    const std::vector<lint::TextEdit>& edits) {
  std::vector<TextEdit> out;
  for (const lint::TextEdit& edit : edits) out.push_back(textEdit(server, snapshot, edit));
  return encode(out);
}

features::FormatOptions formatOptions(const std::optional<FormattingOptions>& asked) {
  FormattingOptions o = asked.value_or(FormattingOptions{});
  return {o.trimTrailingWhitespace.value_or(true), o.insertFinalNewline.value_or(true),
          o.trimFinalNewlines.value_or(true)};
}

json::value formatting(Server& server, const json::value& params) {
  auto p = decoded<DocumentFormattingParams>(params);
  const Snapshot& snapshot = server.document(p.textDocument.uri);
  return encoded(server, snapshot, features::format(snapshot, formatOptions(p.options)));
}

json::value formatRanges(Server& server, const std::string& uri, const std::vector<Range>& ranges,
                         const std::optional<FormattingOptions>& options) {
  const Snapshot& snapshot = server.document(uri);
  std::vector<text::Span> spans;
  for (const Range& range : ranges)
    spans.push_back(text::spanOf(snapshot.text, range, server.client().encoding));
  return encoded(server, snapshot, features::formatRanges(snapshot, spans, formatOptions(options)));
}

json::value rangeFormatting(Server& server, const json::value& params) {
  auto p = decoded<DocumentRangeFormattingParams>(params);
  return formatRanges(server, p.textDocument.uri, {p.range}, p.options);
}

json::value rangesFormatting(Server& server, const json::value& params) {
  auto p = decoded<DocumentRangesFormattingParams>(params);
  return formatRanges(server, p.textDocument.uri, p.ranges, p.options);
}

json::value onTypeFormatting(Server& server, const json::value& params) {
  auto p = decoded<DocumentOnTypeFormattingParams>(params);
  const Snapshot& snapshot = server.document(p.textDocument.uri);
  std::uint32_t offset = text::offsetOf(snapshot.text, p.position, server.client().encoding);
  // Where lines end in \r\n, some say so.
  char typed = p.ch.empty() ? '\0' : p.ch.back();
  return encoded(server, snapshot, features::formatOnType(snapshot, offset, typed));
}

constexpr Method all[] = {
    {"textDocument/completion", completion, true,
     [](json::object& c, const Server&) {
       c["completionProvider"] = {{"triggerCharacters", {":", "[", " "}},
                                  {"resolveProvider", true},
                                  {"completionItem", {{"labelDetailsSupport", true}}}};
     }},
    {"completionItem/resolve", resolveCompletion},
    {"textDocument/formatting", formatting, true,
     [](json::object& c, const Server&) { c["documentFormattingProvider"] = true; }},
    {"textDocument/rangeFormatting", rangeFormatting, true,
     [](json::object& c, const Server& s) {
       if (s.client().formatsRanges)
         c["documentRangeFormattingProvider"] = {{"rangesSupport", true}};
       else
         c["documentRangeFormattingProvider"] = true;
     }},
    {"textDocument/rangesFormatting", rangesFormatting},
    {"textDocument/onTypeFormatting", onTypeFormatting, true,
     [](json::object& c, const Server&) {
       c["documentOnTypeFormattingProvider"] = {{"firstTriggerCharacter", "\n"},
                                                {"moreTriggerCharacter", {":", "|"}}};
     }},
};

}  // namespace

std::span<const Method> methods::writing() { return all; }

}  // namespace journey::lsp
