// The live preview, for editors that show it themselves.
#include "lsp/convert.hpp"
#include "lsp/methods.hpp"

namespace journey::lsp {

namespace {

using workspace::Snapshot;

json::value previewOpen(Server& server, const json::value& params) {
  auto p = decoded<PreviewOpenParams>(params);
  const std::string& uri = p.textDocument.uri;
  server.sessions().set(uri, server.snapshotOf(uri));
  preview::PageOptions options = preview::pageOptionsFor(
      uri, p.theme.value_or(""), preview::Host::Messages, server.client().language);
  // Drawing a large map takes a while: keystrokes do not wait for it.
  server.later([&sessions = server.sessions(), reply = server.replyLater(), uri, options] {
    auto page = sessions.page(uri, options);
    reply.reply(page ? json::value{{"page", *page}} : json::value(nullptr));
  });
  return nullptr;
}

json::value previewReveal(Server& server, const json::value& params) {
  auto p = decoded<PreviewRevealParams>(params);
  server.snapshotOf(p.textDocument.uri);
  auto encoding = server.client().encoding;
  server.later([&sessions = server.sessions(), reply = server.replyLater(), p, encoding] {
    auto place = sessions.find(p.textDocument.uri, p.key);
    reply.reply(place ? json::value{{"range", encode(text::rangeOf(place->snapshot->text,
                                                                   place->span, encoding))}}
                      : json::value(nullptr));
  });
  return nullptr;
}

json::value previewClose(Server& server, const json::value& params) {
  server.sessions().close(decoded<TextDocumentParams>(params).textDocument.uri);
  return nullptr;
}

constexpr Method all[] = {
    {"journey/preview/open", previewOpen, true},
    {"journey/preview/reveal", previewReveal, true},
    {"journey/preview/close", previewClose, true},
};

}  // namespace

std::span<const Method> methods::preview() { return all; }

}  // namespace journey::lsp
