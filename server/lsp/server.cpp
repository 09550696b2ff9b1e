#include "lsp/server.hpp"

#include <algorithm>
#include <charconv>

#include "lint/rules.hpp"
#include "lsp/diagnostics.hpp"
#include "lsp/json_path.hpp"
#include "lsp/methods.hpp"
#include "lsp/rule_pages.hpp"
#include "workspace/map_file.hpp"
#include "workspace/uri.hpp"

namespace journey::lsp {

namespace {

constexpr int logError = 1;
constexpr int logWarning = 2;

/// The code unit of a `\\uXXXX` at `at`, if one stands there.
std::optional<unsigned> escapeAt(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
  unsigned unit = 0;
  auto [end, error] = std::from_chars(text.data() + at + 2, text.data() + at + 6, unit, 16);
  return error == std::errc{} && end == text.data() + at + 6 ? std::optional(unit) : std::nullopt;
}

/// JSON in which halves of surrogate pairs that stand alone became U+FFFD. Editors that count in
/// UTF-16 send them when an emoji is cut in two, and the edit must not be lost.
std::string withoutLoneSurrogates(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    auto unit = escapeAt(text, at);
    std::size_t length = unit ? 6 : text[at] == '\\' ? 2 : 1;
    bool high = unit && *unit >= 0xD800 && *unit < 0xDC00;
    bool low = unit && *unit >= 0xDC00 && *unit < 0xE000;
    auto next = high ? escapeAt(text, at + 6) : std::nullopt;
    if (next && *next >= 0xDC00 && *next < 0xE000)
      length = 12;
    else if (high || low) {
      out += "\\ufffd";
      at += length;
      continue;
    }
    out += text.substr(at, length);
    at += length;
  }
  return out;
}

/// Folders of the workspace; old clients name one root.
std::vector<workspace::Folder> readFolders(const json::value& params) {
  std::vector<workspace::Folder> folders;
  if (const json::value& listed = at(params, "workspaceFolders"); listed.is_array()) {
    for (const json::value& folder : listed.get_array())
      if (const json::value& uri = at(folder, "uri"); uri.is_string()) {
        const json::value& name = at(folder, "name");
        folders.push_back({std::string(uri.get_string()),
                           name.is_string() ? std::string(name.get_string()) : std::string()});
      }
  } else if (const json::value& root = at(params, "rootUri"); root.is_string()) {
    folders.push_back({std::string(root.get_string()), {}});
  } else if (const json::value& path = at(params, "rootPath"); path.is_string()) {
    folders.push_back({workspace::uriOf(std::string(path.get_string())), {}});
  }
  return folders;
}

}  // namespace

void Later::reply(json::value result) const {
  if (!state_->answered.exchange(true)) server_->reply(state_->id, std::move(result));
}

void Later::replyText(std::string_view result) const {
  if (!state_->answered.exchange(true)) server_->replyTo(state_->id, result);
}

Server::Server(Host host) : host_(std::move(host)), indexing_(*this) {
  sessions_ = std::make_unique<preview::Sessions>(
      [this](const std::string& uri, std::int64_t version, const std::string& patch) {
        if (client_.showsPreview)
          notify("journey/preview/update", {{"uri", uri}, {"version", version}, {"patch", patch}});
        else if (browserSink)
          browserSink(uri, patch);
      });
}

bool Server::take(std::string_view content) {
  boost::system::error_code error;
  json::value message = json::parse(content, error);
  if (error) message = json::parse(withoutLoneSurrogates(content), error);
  if (error) {
    refuse("the message is not JSON: " + error.message());
    return false;
  }
  takeMessage(message);
  return true;
}

void Server::takeMessage(json::value& message) {
  if (!message.is_object())
    return replyError(nullptr, ErrorCode::InvalidRequest, "the message is not an object");
  json::object& object = message.get_object();
  json::value* method = object.if_contains("method");
  json::value* id = object.if_contains("id");
  if (!method) {
    json::value* result = object.if_contains("result");
    bool failed = object.contains("error");
    if (!id || !(result || failed))
      return replyError(nullptr, ErrorCode::InvalidRequest, "a message without a method");
    // A reply to a request of ours takes its turn like everything else.
    Message answer;
    answer.isReply = true;
    answer.id = *id;
    answer.failed = failed;
    if (result) answer.params = std::move(*result);
    queue_.push_back(std::move(answer));
    return;
  }
  if (!method->is_string() || (id && !id->is_string() && !id->is_number()))
    return replyError(nullptr, ErrorCode::InvalidRequest, "a message with an invalid method or id");

  Message taken;
  taken.method = std::string(method->get_string());
  if (id) taken.id = *id;
  taken.isRequest = id != nullptr;
  if (json::value* params = object.if_contains("params")) taken.params = std::move(*params);
  if (taken.method == "$/cancelRequest") {
    const json::value& cancelled = at(taken.params, "id");
    for (Message& queued : queue_)
      if (queued.isRequest && queued.id == cancelled) queued.cancelled = true;
    for (std::size_t i = 0; i < waiting_.size(); ++i) {
      if (waiting_[i].id != cancelled) continue;
      replyError(cancelled, ErrorCode::RequestCancelled, "the request was cancelled");
      waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(i));
      break;
    }
    for (const auto& running : running_)
      if (running->id == cancelled && !running->answered.exchange(true))
        replyError(cancelled, ErrorCode::RequestCancelled, "the request was cancelled");
    return;
  }
  queue_.push_back(std::move(taken));
}

void Server::refuse(std::string_view reason) { replyError(nullptr, ErrorCode::ParseError, reason); }

void Server::run() {
  while (!exitCode_) {
    // Before what came later: an edit behind them then tells that they are out of date.
    if (!waiting_.empty() && !indexing_.busy()) {
      queue_.insert(queue_.begin(), std::move_iterator(waiting_.begin()),
                    std::move_iterator(waiting_.end()));
      waiting_.clear();
    }
    if (queue_.empty()) return;
    Message message = std::move(queue_.front());
    queue_.pop_front();
    runOne(message);
  }
}

bool Server::editWaits(const std::string& uri) const {
  return std::ranges::any_of(queue_, [&](const Message& m) {
    if (m.method != "textDocument/didChange") return false;
    const json::value& edited = at(m.params, "textDocument.uri");
    return edited.is_string() && edited.get_string() == uri;
  });
}

void Server::runOne(Message& message) {
  if (message.isReply) {
    if (!message.id.is_string()) return;
    auto asked = asked_.extract(std::string(message.id.get_string()));
    if (asked) asked.mapped()(message.failed ? nullptr : &message.params);
    return;
  }
  auto fail = [&](ErrorCode code, std::string_view text) {
    if (message.isRequest)
      replyError(message.id, code, text);
    else
      log(code == ErrorCode::InvalidParams ? logWarning : logError,
          message.method + ": " + std::string(text));
  };
  const Method* method = methodNamed(message.method);
  if (state_ == State::Created && message.method != "initialize" && message.method != "exit") {
    if (message.isRequest)
      fail(ErrorCode::ServerNotInitialized, "the server is not initialized yet");
    return;
  }
  if (state_ == State::ShutDown && message.method != "exit") {
    if (message.isRequest) fail(ErrorCode::InvalidRequest, "the server is shutting down");
    return;
  }
  if (!method || method->isRequest != message.isRequest) {
    // Notifications that nobody knows are ignored, as the protocol says.
    if (message.isRequest) fail(ErrorCode::MethodNotFound, "there is no method " + message.method);
    return;
  }
  if (message.cancelled) return fail(ErrorCode::RequestCancelled, "the request was cancelled");
  std::string uri;
  if (const json::value& named = at(message.params, "textDocument.uri"); named.is_string())
    uri = std::string(named.get_string());
  if (message.method == "textDocument/didChange")
    for (Message& waiting : waiting_) {
      const json::value& asked = at(waiting.params, "textDocument.uri");
      waiting.stale |= asked.is_string() && asked.get_string() == uri;
    }
  // What was asked of a text that has changed since would be answered for another one.
  if (message.stale || (method->edits && editWaits(uri)))
    return fail(ErrorCode::ContentModified, "the document was edited meanwhile");
  // A journey.json has its faults published; nothing else is said of it.
  if (method->isRequest && projectDocuments_.contains(uri) &&
      message.method != "textDocument/diagnostic")
    return reply(message.id, nullptr);
  if (method->overWorkspace && indexing_.busy()) {
    waiting_.push_back(std::move(message));
    return;
  }
  currentId_ = &message.id;
  repliesLater_ = false;
  auto begin = std::chrono::steady_clock::now();
  try {
    // What was opened or edited before may change what other documents are told.
    if (message.isRequest) bringUpToDate();
    json::value result = method->handle(*this, message.params);
    if (message.isRequest && !repliesLater_) reply(message.id, std::move(result));
  } catch (const DecodeError& error) {
    fail(ErrorCode::InvalidParams, error.what());
  } catch (const RequestError& error) {
    fail(error.code, error.what());
  } catch (const std::exception& error) {
    log(logError, message.method + ": " + error.what());
    if (message.isRequest) fail(ErrorCode::InternalError, error.what());
  }
  currentId_ = nullptr;
  logTrace(message, std::chrono::steady_clock::now() - begin);
}

void Server::settle() {
  bringUpToDate();
  refreshDue_ |= indexing_.takeNews();
  // While files are read more news would follow at once.
  if (refreshDue_ && !indexing_.busy()) refreshClient();
  publishFaults();
  for (const auto& [uri, document] : workspace_.documents()) {
    std::uint64_t& published = sent_[uri].serial;
    if (published == document.serial) continue;
    published = document.serial;
    if (!client_.pullsDiagnostics) publish(uri, document);
    if (sessions_->follow(uri, document.snapshot))
      host_.later([this, uri = uri] { sessions_->refresh(uri); });
  }
  for (std::size_t i = 0; i < held_.size();) {
    Held& held = held_[i];
    bool done = held.later.cancelled();
    if (!done && held.serial != workspace_.serial() && !indexing_.busy()) {
      held.serial = workspace_.serial();
      done = held.again();
    }
    if (done)
      held_.erase(held_.begin() + static_cast<std::ptrdiff_t>(i));
    else
      ++i;
  }
}

void Server::refreshClient() {
  refreshDue_ = false;
  if (state_ != State::Running) return;
  if (client_.refreshesDiagnostics && client_.pullsDiagnostics)
    request("workspace/diagnostic/refresh", nullptr);
  if (client_.refreshesLenses) request("workspace/codeLens/refresh", nullptr);
  if (client_.refreshesTokens) request("workspace/semanticTokens/refresh", nullptr);
  if (client_.refreshesHints) request("workspace/inlayHint/refresh", nullptr);
}

void Server::reply(const json::value& id, json::value result) {
  host_.send(
      json::serialize(json::object{{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}}));
}

void Server::replyTo(const json::value& id, std::string_view result) {
  host_.send(R"({"jsonrpc":"2.0","id":)" + json::serialize(id) + R"(,"result":)" +
             std::string(result) + "}");
}

void Server::replyText(std::string_view result) {
  repliesLater_ = true;
  replyTo(*currentId_, result);
}

void Server::replyError(const json::value& id, ErrorCode code, std::string_view text) {
  host_.send(json::serialize(
      json::object{{"jsonrpc", "2.0"},
                   {"id", id},
                   {"error", {{"code", static_cast<std::int32_t>(code)}, {"message", text}}}}));
}

void Server::send(std::string message) {
  // Held while sending: a preview's thread must not come between `shutdown` and its reply.
  std::lock_guard lock(sending_);
  if (!lastWordSaid_) host_.send(std::move(message));
}

void Server::notify(std::string_view method, json::value params) {
  send(json::serialize(
      json::object{{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}}));
}

void Server::request(std::string_view method, json::value params, Answer then) {
  std::string id = "journey-" + std::to_string(nextRequest_++);
  if (then) asked_.emplace(id, std::move(then));
  json::object message{{"jsonrpc", "2.0"}, {"id", id}, {"method", method}};
  if (!params.is_null()) message["params"] = std::move(params);
  send(json::serialize(message));
}

void Server::setTrace(std::string_view value) {
  trace_ = value == "verbose"                          ? Trace::Verbose
           : value == "messages" || value == "compact" ? Trace::Messages
                                                       : Trace::Off;
}

void Server::logTrace(const Message& message, std::chrono::steady_clock::duration took) {
  if (trace_ == Trace::Off || exitCode_) return;
  std::string text = message.method;
  if (message.isRequest) text += " " + json::serialize(message.id);
  text += ": " +
          std::to_string(std::chrono::duration_cast<std::chrono::microseconds>(took).count()) +
          " µs";
  json::object params{{"message", std::move(text)}};
  if (trace_ == Trace::Verbose) params["verbose"] = json::serialize(message.params);
  notify("$/logTrace", std::move(params));
}

void Server::log(int type, std::string_view text) {
  notify("window/logMessage", {{"type", type}, {"message", text}});
}

Later Server::replyLater() {
  repliesLater_ = true;
  Later later;
  later.server_ = this;
  later.state_ = std::make_shared<Later::State>();
  later.state_->id = *currentId_;
  std::erase_if(running_, [](const auto& running) { return running->answered.load(); });
  running_.push_back(later.state_);
  return later;
}

void Server::hold(Later later, std::function<bool()> again) {
  held_.push_back({std::move(later), std::move(again), workspace_.serial()});
}

json::value Server::initialize(const json::value& params) {
  if (state_ != State::Created)
    throw RequestError(ErrorCode::InvalidRequest, "initialize was sent twice");
  client_ = readClient(params);
  if (const json::value& pid = at(params, "processId"); pid.is_int64())
    host_.watchParent(pid.get_int64());
  if (const json::value& trace = at(params, "trace"); trace.is_string())
    setTrace(trace.get_string());
  state_ = State::Running;
  if (client_.codeDescriptions)
    pagesFolder_ = makePagesFolder(host_.cache, host_.version, client_.language);
  if (!pagesFolder_.empty()) client_.rulePages = workspace::uriOf(pagesFolder_) + "/";
  folders_ = readFolders(params);
  json::object capabilities{{"positionEncoding", nameOf(client_.encoding)}};
  for (const Method* method : allMethods())
    if (method->announce) method->announce(capabilities, *this);
  return {{"capabilities", std::move(capabilities)},
          {"serverInfo", {{"name", "journey"}, {"version", host_.version}}}};
}

void Server::initialized() {
  json::array registrations;
  auto want = [&](std::string_view method, json::value options) {
    registrations.push_back(
        json::object{{"id", method}, {"method", method}, {"registerOptions", std::move(options)}});
  };
  if (client_.watchesFiles) {
    json::array watchers;
    for (std::string_view glob :
         {"**/*.journey", "**/journey.json", "**/{.gitignore,.journeyignore}",
          "**/*.{png,jpg,jpeg,gif,svg,webp,avif}"})
      watchers.push_back(json::object{{"globPattern", glob}});
    want("workspace/didChangeWatchedFiles", {{"watchers", std::move(watchers)}});
  }
  if (client_.registersConfiguration)
    want("workspace/didChangeConfiguration", {{"section", "journey"}});
  if (!registrations.empty())
    request("client/registerCapability", {{"registrations", std::move(registrations)}});
  readSettings(nullptr);
  for (workspace::Folder& folder : std::exchange(folders_, {}))
    indexing_.addFolder(std::move(folder));
  writeRulePages();
}

void Server::writeRulePages() {
  if (pagesFolder_.empty()) return;
  for (const lint::Rule* rule : lint::allRules())
    later([folder = pagesFolder_, rule, language = client_.language] {
      writePage(folder, *rule, language);
    });
}

void Server::readSettings(const json::value& pushed) {
  auto take = [this](const json::value& settings) {
    workspace::ReadSettings read = workspace::readSettings(settings);
    if (read.settings && workspace_.setEditorSettings(std::move(*read.settings)))
      for (const workspace::ProjectFolder& folder : workspace_.folders())
        indexing_.reread(folder.folder.uri);
    for (const workspace::Fault& fault : read.faults)
      notify("window/showMessage",
             {{"type", static_cast<int>(fault.severity)},
              {"message", (fault.path.empty() ? "journey: " : "journey." + fault.path + ": ") +
                              say(fault.message, fault.arguments)}});
  };
  if (client_.configuration)
    request("workspace/configuration", {{"items", json::array{{{"section", "journey"}}}}},
            [take](const json::value* result) {
              if (result && result->is_array() && !result->get_array().empty())
                take(result->get_array().front());
            });
  else if (const json::value& settings = at(pushed, "settings.journey"); settings.is_object())
    take(settings);
}

json::value Server::shutdown() {
  state_ = State::ShutDown;
  {
    std::lock_guard lock(sending_);
    lastWordSaid_ = true;
  }
  for (const Message& message : std::exchange(waiting_, {}))
    replyError(message.id, ErrorCode::RequestCancelled, "the server is shutting down");
  for (const auto& running : std::exchange(running_, {}))
    if (!running->answered.exchange(true))
      replyError(running->id, ErrorCode::RequestCancelled, "the server is shutting down");
  return nullptr;
}

void Server::exit() { exitCode_ = state_ == State::ShutDown ? 0 : 1; }

void Server::open(DidOpenTextDocumentParams params) {
  TextDocumentItem& item = params.textDocument;
  if (isProjectFile(item.uri)) {
    projectDocuments_[item.uri] = text::Text(item.text);
    return projectFileEdited(item.uri);
  }
  workspace_.open(item.uri, text::Text(item.text), item.version.value_or(0));
}

void Server::change(const DidChangeTextDocumentParams& params) {
  const std::string& uri = params.textDocument.uri;
  auto edit = [&](workspace::EditedText edited) {
    for (const TextDocumentContentChangeEvent& change : params.contentChanges) {
      text::Span span = change.range ? text::spanOf(edited.text(), *change.range, client_.encoding)
                                     : text::Span{0, edited.text().size()};
      edited.replace(span, change.text);
    }
    return edited;
  };
  if (auto project = projectDocuments_.find(uri); project != projectDocuments_.end()) {
    project->second = edit(workspace::EditedText(project->second)).text();
    return projectFileEdited(uri);
  }
  const workspace::Document* document = workspace_.document(uri);
  if (!document)
    throw RequestError(ErrorCode::InvalidParams, "an edit for a document that is not open: " + uri);
  std::int64_t version = params.textDocument.version.value_or(document->snapshot->version + 1);
  workspace_.edit(uri, edit(workspace::EditedText(document->snapshot->text)), version);
}

void Server::close(const TextDocumentParams& params) {
  const std::string& uri = params.textDocument.uri;
  if (projectDocuments_.erase(uri) > 0) return indexing_.fileChanged(uri);
  if (!workspace_.close(uri)) return;
  // What lies on disk counts again.
  indexing_.fileChanged(uri);
  sent_.erase(uri);
  if (!client_.pullsDiagnostics)
    notify("textDocument/publishDiagnostics", {{"uri", uri}, {"diagnostics", json::array{}}});
}

bool Server::isProjectFile(const std::string& uri) const {
  auto path = workspace::pathOf(uri);
  return path && path->filename() == workspace::projectFile;
}

bool Server::editsProjectFile(const std::filesystem::path& path) const {
  return std::ranges::any_of(
      projectDocuments_, [&](const auto& open) { return workspace::pathOf(open.first) == path; });
}

void Server::projectFileEdited(const std::string& uri) {
  auto path = workspace::pathOf(uri);
  const workspace::ProjectFolder* folder = path ? workspace_.folderOf(*path) : nullptr;
  if (!folder || folder->path != path->parent_path()) return;
  std::string folderUri = folder->folder.uri;
  if (workspace_.setProjectFile(folderUri, projectDocuments_.at(uri).str()))
    indexing_.reread(folderUri);
}

workspace::SnapshotPtr Server::snapshotOf(const std::string& uri) const {
  if (const workspace::Document* document = workspace_.document(uri)) return document->snapshot;
  throw RequestError(ErrorCode::InvalidParams, "the document is not open: " + uri);
}

const workspace::Snapshot* Server::documentIfOpen(const std::string& uri) const {
  const workspace::Document* found = workspace_.document(uri);
  return found ? found->snapshot.get() : nullptr;
}

const workspace::Snapshot& Server::document(const std::string& uri) const {
  return *snapshotOf(uri);
}

workspace::FilePtr Server::mapOnDisk(const std::string& uri) const {
  auto path = workspace::pathOf(uri);
  return path ? workspace::readMapFile(workspace::disk(), *path, workspace_.projectOf(uri))
              : nullptr;
}

void Server::publish(const std::string& uri, const workspace::Document& document) {
  send(publishDiagnostics(client_, uri, *document.snapshot));
}

void Server::publishFaults() {
  if (state_ != State::Running || faultsSerial_ == workspace_.listSerial()) return;
  faultsSerial_ = workspace_.listSerial();
  std::map<std::string, std::string> now;
  for (const workspace::ProjectFolder& folder : workspace_.folders()) {
    std::string uri = workspace::uriOf(folder.path / workspace::projectFile);
    for (const auto& [open, text] : projectDocuments_)
      if (workspace::keyOf(open) == workspace::keyOf(uri)) uri = open;
    if (!folder.faults.empty() || publishedFaults_.contains(uri))
      now[uri] = publishProjectFaults(client_, uri, folder);
  }
  for (const auto& [uri, message] : publishedFaults_)
    if (!now.contains(uri)) now[uri] = publishProjectFaults(client_, uri, {});
  for (const auto& [uri, message] : now)
    if (auto before = publishedFaults_.find(uri);
        before == publishedFaults_.end() || before->second != message)
      send(message);
  publishedFaults_ = std::move(now);
}

json::value Server::openInBrowser(const std::string& uri) {
  sessions_->set(uri, snapshotOf(uri));
  preview::AddressResult address = host_.browse(uri);
  if (!address)
    throw RequestError(ErrorCode::RequestFailed,
                       say(locale::Message::preview_failed, {{"reason", address.error().reason}}));
  if (client_.showDocument)
    request("window/showDocument", {{"uri", *address}, {"external", true}});
  else
    notify(
        "window/showMessage",
        {{"type", 3}, {"message", say(locale::Message::preview_opened, {{"address", *address}})}});
  return json::value(*address);
}

void Server::reveal(const std::string& uri, const std::string& key) {
  auto place = sessions_->find(uri, key);
  if (!place || !client_.showDocument) return;
  request(
      "window/showDocument",
      {{"uri", uri},
       {"takeFocus", true},
       {"selection", encode(text::rangeOf(place->snapshot->text, place->span, client_.encoding))}});
}

}  // namespace journey::lsp
