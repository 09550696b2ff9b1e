#include "lsp/server.hpp"

#include <algorithm>
#include <charconv>

#include "lsp/diagnostics.hpp"
#include "lsp/methods.hpp"

namespace journey::lsp {

namespace {

constexpr int logError = 1;
constexpr int logWarning = 2;

/// A member by a path such as «a.b.c»; null if any part is missing.
const json::value& at(const json::value& from, std::string_view path) {
  static const json::value null;
  const json::value* value = &from;
  while (!path.empty()) {
    std::size_t dot = std::min(path.find('.'), path.size());
    if (!value->is_object()) return null;
    value = value->get_object().if_contains(path.substr(0, dot));
    if (!value) return null;
    path.remove_prefix(std::min(dot + 1, path.size()));
  }
  return *value;
}

bool isTrue(const json::value& value) { return value.is_bool() && value.get_bool(); }

/// True for a list of strings with this one in it.
bool holds(const json::value& list, std::string_view name) {
  return list.is_array() && std::ranges::any_of(list.get_array(), [&](const json::value& v) {
           return v.is_string() && v.get_string() == name;
         });
}

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

text::PositionEncoding chooseEncoding(const json::value& offered) {
  using text::PositionEncoding;
  // UTF-8 is what the text is kept in.
  if (holds(offered, "utf-8")) return PositionEncoding::Utf8;
  if (holds(offered, "utf-16") || !holds(offered, "utf-32")) return PositionEncoding::Utf16;
  return PositionEncoding::Utf32;
}

std::string_view nameOf(text::PositionEncoding encoding) {
  switch (encoding) {
    case text::PositionEncoding::Utf8:
      return "utf-8";
    case text::PositionEncoding::Utf16:
      return "utf-16";
    case text::PositionEncoding::Utf32:
      return "utf-32";
  }
  return "utf-16";
}

CompletionSupport readCompletion(const json::value& completion) {
  const json::value& item = at(completion, "completionItem");
  const json::value& resolved = at(item, "resolveSupport.properties");
  const json::value& defaults = at(completion, "completionList.itemDefaults");
  CompletionSupport out;
  out.snippets = isTrue(at(item, "snippetSupport"));
  constexpr int adjustIndentation = 2;  // InsertTextMode
  if (const json::value& modes = at(item, "insertTextModeSupport.valueSet"); modes.is_array())
    out.indentsSnippets = std::ranges::find(modes.get_array(), json::value(adjustIndentation)) !=
                          modes.get_array().end();
  out.commitCharacters = isTrue(at(item, "commitCharactersSupport"));
  out.preselect = isTrue(at(item, "preselectSupport"));
  out.insertReplace = isTrue(at(item, "insertReplaceSupport"));
  out.labelDetails = isTrue(at(item, "labelDetailsSupport"));
  if (const json::value& formats = at(item, "documentationFormat"); formats.is_array()) {
    out.markup = !formats.get_array().empty();
    out.markdown = out.markup && formats.get_array().front() == "markdown";
  }
  out.lazyDocumentation = holds(resolved, "documentation");
  out.lazyDetail = holds(resolved, "detail");
  out.filters = out.insertReplace || out.labelDetails || resolved.is_array();
  out.listRange = holds(defaults, "editRange");
  out.listCommitCharacters = holds(defaults, "commitCharacters");
  out.listTextFormat = holds(defaults, "insertTextFormat");
  return out;
}

Client readClient(const json::value& params) {
  Client client;
  const json::value& capabilities = at(params, "capabilities");
  client.encoding = chooseEncoding(at(capabilities, "general.positionEncodings"));
  if (const json::value& tag = at(params, "locale"); tag.is_string())
    client.language = locale::languageFromTag(tag.get_string()).value_or(locale::Language::En);
  client.completion = readCompletion(at(capabilities, "textDocument.completion"));
  client.formatsRanges = isTrue(at(capabilities, "textDocument.rangeFormatting.rangesSupport"));
  client.hierarchicalSymbols =
      isTrue(at(capabilities, "textDocument.documentSymbol.hierarchicalDocumentSymbolSupport"));
  client.codeActionLiterals =
      at(capabilities, "textDocument.codeAction.codeActionLiteralSupport").is_object();
  client.documentChanges = isTrue(at(capabilities, "workspace.workspaceEdit.documentChanges"));
  client.createsFiles =
      client.documentChanges &&
      holds(at(capabilities, "workspace.workspaceEdit.resourceOperations"), "create");
  client.relatedInformation =
      isTrue(at(capabilities, "textDocument.publishDiagnostics.relatedInformation"));
  client.showDocument = isTrue(at(capabilities, "window.showDocument.support"));
  const json::value& preview = at(params, "initializationOptions.preview");
  client.showsPreview = preview.is_string() && preview.get_string() == "messages";
  return client;
}

}  // namespace

Server::Server(Host host) : host_(std::move(host)) {
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
    // A reply to a request of ours: none of them waits for its answer.
    if (!id || !(object.contains("result") || object.contains("error")))
      replyError(nullptr, ErrorCode::InvalidRequest, "a message without a method");
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
    for (Message& waiting : queue_)
      if (waiting.isRequest && waiting.id == cancelled) waiting.cancelled = true;
    return;
  }
  queue_.push_back(std::move(taken));
}

void Server::refuse(std::string_view reason) { replyError(nullptr, ErrorCode::ParseError, reason); }

void Server::run() {
  while (!queue_.empty() && !exitCode_) {
    Message message = std::move(queue_.front());
    queue_.pop_front();
    runOne(message);
  }
}

void Server::runOne(Message& message) {
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
  currentId_ = &message.id;
  repliesLater_ = false;
  try {
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
}

void Server::settle() {
  for (auto& [uri, document] : documents_) {
    if (document.published) continue;
    publish(uri, document);
    if (sessions_->follow(uri, document.snapshot))
      host_.later([this, uri = uri] { sessions_->refresh(uri); });
  }
}

void Server::reply(const json::value& id, json::value result) {
  host_.send(
      json::serialize(json::object{{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}}));
}

void Server::replyError(const json::value& id, ErrorCode code, std::string_view text) {
  host_.send(json::serialize(
      json::object{{"jsonrpc", "2.0"},
                   {"id", id},
                   {"error", {{"code", static_cast<std::int32_t>(code)}, {"message", text}}}}));
}

void Server::notify(std::string_view method, json::value params) {
  host_.send(json::serialize(
      json::object{{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}}));
}

void Server::request(std::string_view method, json::value params) {
  host_.send(json::serialize(json::object{{"jsonrpc", "2.0"},
                                          {"id", "journey-" + std::to_string(nextRequest_++)},
                                          {"method", method},
                                          {"params", std::move(params)}}));
}

void Server::log(int type, std::string_view text) {
  notify("window/logMessage", {{"type", type}, {"message", text}});
}

std::function<void(json::value)> Server::replyLater() {
  repliesLater_ = true;
  return [this, id = *currentId_](json::value result) { reply(id, std::move(result)); };
}

json::value Server::initialize(const json::value& params) {
  if (state_ != State::Created)
    throw RequestError(ErrorCode::InvalidRequest, "initialize was sent twice");
  client_ = readClient(params);
  if (const json::value& pid = at(params, "processId"); pid.is_int64())
    host_.watchParent(pid.get_int64());
  state_ = State::Running;
  json::object capabilities{{"positionEncoding", nameOf(client_.encoding)}};
  for (const Method* method : allMethods())
    if (method->announce) method->announce(capabilities, *this);
  return {{"capabilities", std::move(capabilities)},
          {"serverInfo", {{"name", "journey"}, {"version", host_.version}}}};
}

json::value Server::shutdown() {
  state_ = State::ShutDown;
  return nullptr;
}

void Server::exit() { exitCode_ = state_ == State::ShutDown ? 0 : 1; }

void Server::open(DidOpenTextDocumentParams params) {
  TextDocumentItem& item = params.textDocument;
  changed(item.uri, documents_[item.uri] = {workspace::read(text::Text(item.text),
                                                            item.version.value_or(0), settings_)});
}

void Server::change(const DidChangeTextDocumentParams& params) {
  auto found = documents_.find(params.textDocument.uri);
  if (found == documents_.end())
    throw RequestError(ErrorCode::InvalidParams,
                       "an edit for a document that is not open: " + params.textDocument.uri);
  Document& document = found->second;
  std::int64_t version = params.textDocument.version.value_or(document.snapshot->version + 1);
  workspace::EditedText edited(document.snapshot->text);
  for (const TextDocumentContentChangeEvent& change : params.contentChanges) {
    text::Span span = change.range ? text::spanOf(edited.text(), *change.range, client_.encoding)
                                   : text::Span{0, edited.text().size()};
    edited.replace(span, change.text);
  }
  document.snapshot = workspace::update(document.snapshot, edited, version, settings_);
  changed(params.textDocument.uri, document);
}

void Server::changed(const std::string&, Document& document) { document.published = false; }

void Server::close(const TextDocumentParams& params) {
  const std::string& uri = params.textDocument.uri;
  if (documents_.erase(uri) == 0) return;
  notify("textDocument/publishDiagnostics", {{"uri", uri}, {"diagnostics", json::array{}}});
}

workspace::SnapshotPtr Server::snapshotOf(const std::string& uri) const {
  auto found = documents_.find(uri);
  if (found == documents_.end())
    throw RequestError(ErrorCode::InvalidParams, "the document is not open: " + uri);
  return found->second.snapshot;
}

const workspace::Snapshot* Server::documentIfOpen(const std::string& uri) const {
  auto found = documents_.find(uri);
  return found == documents_.end() ? nullptr : found->second.snapshot.get();
}

const workspace::Snapshot& Server::document(const std::string& uri) const {
  return *snapshotOf(uri);
}

void Server::publish(const std::string& uri, Document& document) {
  document.published = true;
  host_.send(publishDiagnostics(client_, uri, *document.snapshot));
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
