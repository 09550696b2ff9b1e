// Semantic tokens: whole, what changed, and part of a document.
#include "features/semantic_tokens.hpp"
#include "lsp/convert.hpp"
#include "lsp/methods.hpp"

namespace journey::lsp {

namespace {

using workspace::Snapshot;

features::TokenScope scopeFor(const Client& client) {
  return client.coloursWithGrammar ? features::TokenScope::BeyondGrammar
                                   : features::TokenScope::All;
}

json::array numbers(std::span<const std::uint32_t> data) {
  json::array out;
  out.reserve(data.size());
  for (std::uint32_t number : data) out.emplace_back(number);
  return out;
}

std::vector<std::uint32_t> allTokens(const Server& server, const std::string& uri) {
  const Snapshot& snapshot = server.document(uri);
  const Client& client = server.client();
  return features::encodeTokens(snapshot.text, features::semanticTokens(snapshot, scopeFor(client)),
                                client.encoding);
}

/// Keeps what the client then has, under a fresh id.
json::value keep(Server& server, const std::string& uri, std::vector<std::uint32_t> data) {
  SentTokens& sent = server.sentTokens(uri);
  sent = {server.freshResultId(), std::move(data)};
  return {{"resultId", sent.resultId}, {"data", numbers(sent.data)}};
}

json::value full(Server& server, const json::value& params) {
  auto p = decoded<TextDocumentParams>(params);
  return keep(server, p.textDocument.uri, allTokens(server, p.textDocument.uri));
}

json::value delta(Server& server, const json::value& params) {
  auto p = decoded<SemanticTokensDeltaParams>(params);
  const std::string& uri = p.textDocument.uri;
  std::vector<std::uint32_t> data = allTokens(server, uri);
  SentTokens& sent = server.sentTokens(uri);
  if (sent.resultId.empty() || sent.resultId != p.previousResultId)
    return keep(server, uri, std::move(data));
  features::TokensEdit edit = features::tokensEdit(sent.data, data);
  json::array edits;
  if (!edit.empty())
    edits.push_back(
        {{"start", edit.start}, {"deleteCount", edit.deleteCount}, {"data", numbers(edit.data)}});
  sent = {server.freshResultId(), std::move(data)};
  return {{"resultId", sent.resultId}, {"edits", std::move(edits)}};
}

json::value range(Server& server, const json::value& params) {
  auto p = decoded<TextDocumentRangeParams>(params);
  const Snapshot& snapshot = server.document(p.textDocument.uri);
  const Client& client = server.client();
  text::Span span = text::spanOf(snapshot.text, p.range, client.encoding);
  auto tokens = features::semanticTokens(snapshot, span, scopeFor(client));
  return {{"data", numbers(features::encodeTokens(snapshot.text, tokens, client.encoding))}};
}

json::object& provider(json::object& capabilities) {
  json::value& value = capabilities["semanticTokensProvider"];
  if (!value.is_object()) {
    json::array types(features::tokenTypeNames.begin(), features::tokenTypeNames.end());
    json::array modifiers(features::tokenModifierNames.begin(), features::tokenModifierNames.end());
    value = {
        {"legend", {{"tokenTypes", std::move(types)}, {"tokenModifiers", std::move(modifiers)}}}};
  }
  return value.get_object();
}

constexpr Method all[] = {
    {"textDocument/semanticTokens/full", full, true,
     [](json::object& c, const Server&) { provider(c)["full"] = true; }},
    {"textDocument/semanticTokens/full/delta", delta, true,
     [](json::object& c, const Server&) {
       provider(c)["full"] = {{"delta", true}};
     }},
    {"textDocument/semanticTokens/range", range, true,
     [](json::object& c, const Server&) { provider(c)["range"] = true; }},
};

}  // namespace

std::span<const Method> methods::tokens() { return all; }

}  // namespace journey::lsp
