// The language server without its transport: messages in, messages out.
//
// State: the workspace and what the client said of itself (client.hpp). It belongs to the thread
// that calls `take` and `settle`; only `Host::later` runs elsewhere, on snapshots it was given.
#pragma once

#include <atomic>
#include <chrono>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "locale/message.hpp"
#include "lsp/client.hpp"
#include "lsp/indexing.hpp"
#include "lsp/protocol.hpp"
#include "preview/sessions.hpp"
#include "workspace/workspace.hpp"

namespace journey::lsp {

/// What the server needs from the program around it.
struct Host {
  /// Sends one message to the client; called from any thread.
  std::function<void(std::string message)> send;
  /// Runs jobs one after the other, on another thread where there is one.
  std::function<void(std::function<void()> job)> later;
  /// Runs a job on the thread that calls `take`, before the next message; called from any thread.
  std::function<void(std::function<void()> job)> soon;
  /// Makes a document's preview reachable for a browser: its address, or why there is none.
  std::function<preview::AddressResult(const std::string& uri)> browse;
  /// The process that the server must not outlive.
  std::function<void(std::int64_t pid)> watchParent;
  std::string version;
  /// Where files may lie that can be made anew; empty: nowhere.
  std::filesystem::path cache;
};

/// A request that is answered from another thread, or later. The reply is sent once, whoever calls
/// first; a cancelled one gets its error at once and need not be worked on any longer.
class Later {
 public:
  void reply(json::value result) const;
  /// As `reply`, with the result's JSON.
  void replyText(std::string_view result) const;
  bool cancelled() const { return state_->answered; }

 private:
  friend class Server;
  struct State {
    json::value id;
    std::atomic<bool> answered = false;
  };
  class Server* server_ = nullptr;
  std::shared_ptr<State> state_;
};

/// The semantic tokens that a client has: the next ones are sent as what changed.
struct SentTokens {
  std::string resultId;
  std::vector<std::uint32_t> data;
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
  workspace::Workspace& workspace() { return workspace_; }
  /// All files as they are now.
  workspace::ViewPtr view() const { return workspace_.view(); }
  Indexing& indexing() { return indexing_; }
  /// A map as it lies on disk, whether the index has it or not; nullptr if there is none.
  workspace::FilePtr mapOnDisk(const std::string& uri) const;
  /// Of an open document; it goes with the document.
  SentTokens& sentTokens(const std::string& uri) { return sent_[uri].tokens; }
  /// Never used twice, also when a document is opened anew.
  std::string freshResultId() { return std::to_string(nextResult_++); }
  std::string say(locale::Message message, const locale::Arguments& arguments = {}) const {
    return locale::say(message, client_.language, arguments);
  }
  void notify(std::string_view method, json::value params);
  /// Asks the client. `then` gets the result, or nothing if the client answered with an error. With
  /// `then` only on the thread that calls `take`.
  using Answer = std::function<void(const json::value* result)>;
  void request(std::string_view method, json::value params, Answer then = {});
  /// The handler replies later, through the value given back.
  Later replyLater();
  /// As `replyLater`, for a request that waits until something changes: `again` is called when it
  /// has, and is true if it replied or will.
  void hold(Later later, std::function<bool()> again);
  /// Replies at once with the result's JSON, where building values first would cost.
  void replyText(std::string_view result);
  /// Sends a whole message that is no reply; any thread. The reply to `shutdown` is the last word:
  /// what comes here later is dropped.
  void send(std::string message);

  json::value initialize(const json::value& params);
  json::value shutdown();
  void setTrace(std::string_view value);
  void exit();
  void open(DidOpenTextDocumentParams params);
  void change(const DidChangeTextDocumentParams& params);
  void close(const TextDocumentParams& params);
  json::value openInBrowser(const std::string& uri);
  void later(std::function<void()> job) { host_.later(std::move(job)); }
  void soon(std::function<void()> job) { host_.soon(std::move(job)); }
  void initialized();
  /// Asks for the editor's settings, or takes those that came with a notice.
  void readSettings(const json::value& pushed);
  bool isProjectFile(const std::string& uri) const;
  /// True for a journey.json that is open in the editor: what it says there counts.
  bool editsProjectFile(const std::filesystem::path& path) const;

 private:
  friend class Later;
  struct Message {
    json::value id;  // null for notifications
    bool isRequest = false;
    bool isReply = false;  // to a request of ours
    std::string method;
    json::value params;  // of a reply: its result
    bool cancelled = false;
    bool stale = false;   // its document was edited while it waited
    bool failed = false;  // a reply that is an error
  };
  struct Held {
    Later later;
    std::function<bool()> again;
    std::uint64_t serial;  // of the workspace when `again` was last asked
  };

  void takeMessage(json::value& message);
  void runOne(Message& message);
  void reply(const json::value& id, json::value result);
  void replyTo(const json::value& id, std::string_view result);
  void replyError(const json::value& id, ErrorCode code, std::string_view text);
  void logTrace(const Message& message, std::chrono::steady_clock::duration took);
  void log(int type, std::string_view text);
  void publish(const std::string& uri, const workspace::Document& document);
  void publishFaults();
  bool editWaits(const std::string& uri) const;
  void projectFileEdited(const std::string& uri);
  void writeRulePages();
  /// Reads documents anew whose settings or libraries changed.
  void bringUpToDate() { refreshDue_ |= workspace_.settle(); }
  void refreshClient();

  enum class State { Created, Running, ShutDown };
  enum class Trace { Off, Messages, Verbose };

  Host host_;
  State state_ = State::Created;
  Trace trace_ = Trace::Off;
  Client client_;
  workspace::Workspace workspace_;
  Indexing indexing_;
  std::filesystem::path pagesFolder_;       // of the rules; empty: there is none
  std::vector<workspace::Folder> folders_;  // from `initialize`, until `initialized`
  struct Sent {
    std::uint64_t serial = 0;  // of the document whose diagnostics or picture went out last
    SentTokens tokens;
  };
  std::map<std::string, Sent> sent_;                    // of open documents, by URI
  std::map<std::string, std::string> publishedFaults_;  // notifications, by a journey.json's URI
  std::uint64_t faultsSerial_ = 0;                      // of the workspace's list when they were
  std::map<std::string, text::Text> projectDocuments_;  // each journey.json that is open, by URI
  std::deque<Message> queue_;
  std::vector<Message> waiting_;                        // for the index
  std::map<std::string, Answer> asked_;                 // requests of ours, by id
  std::vector<std::shared_ptr<Later::State>> running_;  // that will be replied to later
  std::vector<Held> held_;
  std::optional<int> exitCode_;
  std::mutex sending_;
  bool lastWordSaid_ = false;  // guarded by sending_
  std::unique_ptr<preview::Sessions> sessions_;
  std::int64_t nextResult_ = 1;
  std::atomic<std::int64_t> nextRequest_ = 1;  // clicks come from another thread
  const json::value* currentId_ = nullptr;     // of the request being handled
  bool repliesLater_ = false;
  /// What the client was told of files may be out of date: lenses, hints, tokens, diagnostics.
  bool refreshDue_ = false;
};

}  // namespace journey::lsp
