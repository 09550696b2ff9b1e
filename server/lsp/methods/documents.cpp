// The documents that the editor has open.
#include "lsp/convert.hpp"
#include "lsp/methods.hpp"

namespace journey::lsp {

namespace {

using workspace::Snapshot;

constexpr Method all[] = {
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
};

}  // namespace

std::span<const Method> methods::documents() { return all; }

}  // namespace journey::lsp
