// The language server without its transport: messages in, messages out.
//
// State: the open documents and what the client said of itself. It belongs to the thread that calls
// `take` and `settle`; only `Host::later` runs elsewhere, on snapshots it was given.
#pragma once

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "locale/language.hpp"
#include "locale/message.hpp"
#include "lsp/protocol.hpp"
#include "preview/sessions.hpp"
#include "text/encoding.hpp"
#include "workspace/snapshot.hpp"

namespace journey::lsp {

/// What the server needs from the program around it.
struct Host {
  /// Sends one message to the client; called from any thread.
  std::function<void(std::string message)> send;
  /// Runs jobs one after the other, on another thread where there is one.
  std::function<void(std::function<void()> job)> later;
  /// Makes a document's preview reachable for a browser: its address, or why there is none.
  std::function<preview::AddressResult(const std::string& uri)> browse;
  /// The process that the server must not outlive.
  std::function<void(std::int64_t pid)> watchParent;
  std::string version;
};

/// textDocument.completion
struct CompletionSupport {
  bool filters = false;  // knows what came after LSP 3.15, and matches by filterText, as it should
  bool snippets = false;
  bool indentsSnippets = false;  // can be told to indent the lines of one like its first
  bool commitCharacters = false;
  bool preselect = false;
  bool insertReplace = false;
  bool labelDetails = false;
  bool markdown = false;           // documentation may be, or
  bool markup = false;             // knows the difference at all
  bool lazyDocumentation = false;  // asks completionItem/resolve
  bool lazyDetail = false;
  // What a list may say for all its items:
  bool listRange = false;
  bool listCommitCharacters = false;
  bool listTextFormat = false;
};

/// What the client said of itself in `initialize`.
struct Client {
  text::PositionEncoding encoding = text::PositionEncoding::Utf16;
  locale::Language language = locale::Language::En;
  CompletionSupport completion;
  bool formatsRanges = false;  // several in one request
  bool hierarchicalSymbols = false;
  bool codeActionLiterals = false;
  bool documentChanges = false;
  bool createsFiles = false;  // in a WorkspaceEdit
  bool relatedInformation = false;
  bool markdown = true;
  bool showDocument = false;
  bool showsPreview = false;  // by itself, fed by messages
};

struct Document {
  workspace::SnapshotPtr snapshot;
  bool published = false;  // diagnostics of this version were sent
};

class Server {
 public:
  explicit Server(Host host);

  /// Takes one message. A cancellation reaches requests that were taken before it and not yet run.
  /// False if the bytes are no JSON: their frame's length lied.
  bool take(std::string_view content);
  /// Tells the client that a frame was broken.
  void refuse(std::string_view reason);
  /// Runs what was taken, in order.
  void run();
  /// No input waits any more: publishes diagnostics and refreshes previews of what changed.
  void settle();
  /// Set once the client said `exit`.
  std::optional<int> exitCode() const { return exitCode_; }

  /// A click in a browser's preview: puts the editor's cursor there. Any thread.
  void reveal(const std::string& uri, const std::string& key);
  preview::Sessions& sessions() { return *sessions_; }
  /// Gets the patches for pages in browsers. Set before the first message.
  std::function<void(const std::string& uri, const std::string& patch)> browserSink;

  // For the bound methods (methods/):
  const Client& client() const { return client_; }
  const workspace::Snapshot& document(const std::string& uri) const;
  const workspace::Snapshot* documentIfOpen(const std::string& uri) const;
  workspace::SnapshotPtr snapshotOf(const std::string& uri) const;
  std::string say(locale::Message message, const locale::Arguments& arguments = {}) const {
    return locale::say(message, client_.language, arguments);
  }
  void notify(std::string_view method, json::value params);
  void request(std::string_view method, json::value params);
  /// The handler replies later, through the function given back.
  std::function<void(json::value)> replyLater();

  json::value initialize(const json::value& params);
  json::value shutdown();
  void exit();
  void open(DidOpenTextDocumentParams params);
  void change(const DidChangeTextDocumentParams& params);
  void close(const TextDocumentParams& params);
  json::value openInBrowser(const std::string& uri);
  void later(std::function<void()> job) { host_.later(std::move(job)); }

 private:
  struct Message {
    json::value id;  // null for notifications
    bool isRequest = false;
    std::string method;
    json::value params;
    bool cancelled = false;
  };

  void takeMessage(json::value& message);
  void runOne(Message& message);
  void reply(const json::value& id, json::value result);
  void replyError(const json::value& id, ErrorCode code, std::string_view text);
  void log(int type, std::string_view text);
  void publish(const std::string& uri, Document& document);
  void changed(const std::string& uri, Document& document);

  enum class State { Created, Running, ShutDown };

  Host host_;
  State state_ = State::Created;
  Client client_;
  workspace::Settings settings_;
  std::unordered_map<std::string, Document> documents_;
  std::deque<Message> queue_;
  std::optional<int> exitCode_;
  std::unique_ptr<preview::Sessions> sessions_;
  std::atomic<std::int64_t> nextRequest_ = 1;  // clicks come from another thread
  const json::value* currentId_ = nullptr;     // of the request being handled
  bool repliesLater_ = false;
};

}  // namespace journey::lsp
