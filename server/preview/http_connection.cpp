#include "preview/http_connection.hpp"

#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <exception>
#include <sstream>

namespace journey::preview {

namespace net = boost::asio;

namespace {

// How much of a request nobody wants is still read, so that its sender gets to see the answer.
constexpr std::size_t drainBytes = 1024 * 1024;
constexpr std::chrono::seconds drainTime{2};
constexpr std::size_t readAhead = 64 * 1024;

std::optional<HttpResponse> refusalOf(boost::system::error_code error) {
  if (error == http::error::end_of_stream || error == http::error::partial_message)
    return std::nullopt;
  if (error == http::error::body_limit)
    return refuse(http::status::payload_too_large, "The request is too large.");
  if (error == http::error::header_limit || error == http::error::buffer_overflow)
    return refuse(http::status::request_header_fields_too_large,
                  "The header of the request is too large.");
  if (error.category() == make_error_code(http::error::bad_method).category())
    return refuse(http::status::bad_request, "This cannot be read as a request of HTTP/1.1.");
  return std::nullopt;
}

}  // namespace

void HttpWatchers::add(const std::string& doc, std::shared_ptr<HttpConnection> connection) {
  std::lock_guard lock(mutex_);
  byDoc_.emplace(doc, std::move(connection));
}

void HttpWatchers::remove(const std::string& doc, const HttpConnection* connection) {
  std::lock_guard lock(mutex_);
  auto [first, last] = byDoc_.equal_range(doc);
  for (; first != last; ++first)
    if (first->second.get() == connection) {
      byDoc_.erase(first);
      return;
    }
}

std::vector<std::shared_ptr<HttpConnection>> HttpWatchers::of(const std::string& doc) const {
  std::vector<std::shared_ptr<HttpConnection>> found;
  auto [first, last] = byDoc_.equal_range(doc);
  for (; first != last; ++first) found.push_back(first->second);
  return found;
}

std::size_t HttpWatchers::count(const std::string& doc) const {
  std::lock_guard lock(mutex_);
  return byDoc_.count(doc);
}

HttpConnection::HttpConnection(net::ip::tcp::socket socket, const HttpSite& site,
                               const HttpLimits& limits, HttpWatchers& watchers,
                               std::size_t& connections)
    : stream_(std::move(socket)),
      buffer_(limits.headerBytes + readAhead),
      pingTimer_(stream_.get_executor()),
      site_(site),
      limits_(limits),
      watchers_(watchers),
      connections_(connections) {
  ++connections_;
}

HttpConnection::~HttpConnection() { --connections_; }

void HttpConnection::read() {
  parser_.emplace();
  parser_->header_limit(limits_.headerBytes);
  parser_->body_limit(limits_.bodyBytes);
  stream_.expires_after(limits_.idle);
  http::async_read(
      stream_, buffer_, *parser_,
      [self = shared_from_this()](ErrorCode error, std::size_t) { self->onRead(error); });
}

void HttpConnection::onRead(ErrorCode error) {
  if (error) {
    std::optional<HttpResponse> refusal = refusalOf(error);
    return refusal ? respond(std::move(*refusal)) : close();
  }
  HttpAnswer answered = answer(site_, parser_->get());
  respond(std::move(answered.response));
  if (answered.watch) watch(std::move(*answered.watch));
}

void HttpConnection::respond(HttpResponse response) {
  keepAlive_ = response.keep_alive();
  std::ostringstream head;
  head << response.base();
  auto body = std::make_shared<const std::string>(std::move(response.body()));
  queue(std::make_shared<const std::string>(std::move(head).str()));
  if (!body->empty()) queue(std::move(body));
}

void HttpConnection::watch(std::string doc) {
  watched_ = std::move(doc);
  watchers_.add(*watched_, shared_from_this());
  // Nothing more is expected, so that this ends only when the page has gone.
  stream_.expires_never();
  stream_.async_read_some(buffer_.prepare(1),
                          [self = shared_from_this()](ErrorCode, std::size_t) { self->close(); });
  ping();
  if (!site_.handlers.greet) return;
  try {
    if (std::optional<HttpEvent> event = site_.handlers.greet(*watched_))
      push(std::make_shared<const std::string>(encode(*event)));
  } catch (const std::exception&) {
    close();  // the page will try again
  }
}

// Shows that the connection still stands; some proxies cut off what is silent for long.
void HttpConnection::ping() {
  pingTimer_.expires_after(limits_.ping);
  pingTimer_.async_wait([self = shared_from_this()](ErrorCode error) {
    if (error || !self->watched_) return;
    if (self->outbox_.empty()) self->queue(std::make_shared<const std::string>(": ping\n\n"));
    self->ping();
  });
}

void HttpConnection::push(std::shared_ptr<const std::string> event) {
  if (!watched_) return;
  // One event may be larger than what may wait, if nothing waits before it.
  if (!outbox_.empty() && waitingBytes_ + event->size() > limits_.waitingBytes) return close();
  queue(std::move(event));
}

void HttpConnection::queue(std::shared_ptr<const std::string> bytes) {
  waitingBytes_ += bytes->size();
  outbox_.push_back(std::move(bytes));
  if (outbox_.size() == 1) write();
}

void HttpConnection::write() {
  // Each step has the whole time: a large page over a slow tunnel is no idle connection.
  auto step = [this](ErrorCode error, std::size_t) -> std::size_t {
    if (error) return 0;
    stream_.expires_after(limits_.idle);
    return readAhead;
  };
  std::shared_ptr<const std::string> bytes = outbox_.front();
  net::async_write(stream_, net::buffer(*bytes), step,
                   [self = shared_from_this(), bytes](ErrorCode error, std::size_t) {
                     if (error || self->outbox_.empty()) return self->close();
                     self->waitingBytes_ -= bytes->size();
                     self->outbox_.pop_front();
                     self->outbox_.empty() ? self->onAllWritten() : self->write();
                   });
}

void HttpConnection::onAllWritten() {
  if (watched_) return;
  if (keepAlive_) return read();
  ErrorCode ignored;
  stream_.socket().shutdown(net::ip::tcp::socket::shutdown_send, ignored);
  stream_.expires_after(drainTime);
  drain();
}

void HttpConnection::drain() {
  buffer_.clear();
  stream_.async_read_some(buffer_.prepare(readAhead),
                          [self = shared_from_this()](ErrorCode error, std::size_t size) {
                            self->drained_ += size;
                            error || self->drained_ > drainBytes ? self->close() : self->drain();
                          });
}

void HttpConnection::close() {
  if (watched_) watchers_.remove(*watched_, this);
  watched_.reset();
  outbox_.clear();
  waitingBytes_ = 0;
  pingTimer_.cancel();
  stream_.close();
}

}  // namespace journey::preview
