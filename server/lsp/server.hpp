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

#include "features/prose.hpp"
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

/// A command that an editor may have: shows places that belong to one place as a list. Its
/// arguments are those of VS Code's own: the document, the position, the locations.
inline constexpr std::string_view showReferences = "journey.showReferences";

/// What the client said of itself in `initialize`.
struct Client {
  text::PositionEncoding encoding = text::PositionEncoding::Utf16;
  locale::Language language = locale::Language::En;
  bool snippets = false;
  bool hierarchicalSymbols = false;
  bool codeActionLiterals = false;
  bool documentChanges = false;
  bool createsFiles = false;  // in a WorkspaceEdit
  bool relatedInformation = false;
  features::Markup markup = features::Markup::Markdown;  // in hovers
  std::size_t mostFolds = ~std::size_t{0};
  bool foldText = false;            // may say what is folded
  bool hintsResolve = false;        // asks for a hint's tooltip when it shows it
  bool coloursWithGrammar = false;  // semantic tokens come on top of it
  bool showsReferences = false;     // has the command that shows a list of places
  bool showDocument = false;
  bool showsPreview = false;  // by itself, fed by messages
};

/// The semantic tokens that a client has: the next ones are sent as what changed.
struct SentTokens {
  std::string resultId;
  std::vector<std::uint32_t> data;
};

struct Document {
  workspace::SnapshotPtr snapshot;
  bool published = false;  // diagnostics of this version were sent
  SentTokens tokens = {};
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
  workspace::SnapshotPtr snapshotOf(const std::string& uri) const;
  /// Of an open document; it goes with the document.
  SentTokens& sentTokens(const std::string& uri) { return documents_.at(uri).tokens; }
  /// Never used twice, also when a document is opened anew.
  std::string freshResultId() { return std::to_string(nextResult_++); }
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
  workspace::ProjectPtr project_ = workspace::defaultProject();
  std::unordered_map<std::string, Document> documents_;
  std::deque<Message> queue_;
  std::optional<int> exitCode_;
  std::unique_ptr<preview::Sessions> sessions_;
  std::int64_t nextResult_ = 1;
  std::atomic<std::int64_t> nextRequest_ = 1;  // clicks come from another thread
  const json::value* currentId_ = nullptr;     // of the request being handled
  bool repliesLater_ = false;
};

}  // namespace journey::lsp
