// One connection of the preview's HTTP server: reads requests, writes answers and events.
// Everything here runs on the server's thread, but for HttpWatchers::count.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "preview/http_site.hpp"

namespace journey::preview {

class HttpConnection;

/// Which connections listen for the events of which document.
class HttpWatchers {
 public:
  void add(const std::string& doc, std::shared_ptr<HttpConnection> connection);
  void remove(const std::string& doc, const HttpConnection* connection);
  std::vector<std::shared_ptr<HttpConnection>> of(const std::string& doc) const;
  std::size_t count(const std::string& doc) const;

 private:
  mutable std::mutex mutex_;  // for `count`
  std::multimap<std::string, std::shared_ptr<HttpConnection>> byDoc_;
};

/// Lives as long as something is under way on it.
class HttpConnection : public std::enable_shared_from_this<HttpConnection> {
 public:
  HttpConnection(boost::asio::ip::tcp::socket socket, const HttpSite& site,
                 const HttpLimits& limits, HttpWatchers& watchers, std::size_t& connections);
  ~HttpConnection();
  HttpConnection(const HttpConnection&) = delete;
  HttpConnection& operator=(const HttpConnection&) = delete;

  void start() { read(); }
  /// Sends an encoded event, shared by all who watch, after those before it.
  void push(std::shared_ptr<const std::string> event);

 private:
  using ErrorCode = boost::system::error_code;

  void read();
  void onRead(ErrorCode error);
  void respond(HttpResponse response);
  void watch(std::string doc);
  void ping();
  void queue(std::shared_ptr<const std::string> bytes);
  void write();
  void onAllWritten();
  void drain();
  void close();

  boost::beast::tcp_stream stream_;
  boost::beast::flat_buffer buffer_;
  boost::asio::steady_timer pingTimer_;
  const HttpSite& site_;
  const HttpLimits& limits_;
  HttpWatchers& watchers_;
  std::size_t& connections_;

  std::optional<http::request_parser<http::string_body>> parser_;
  std::optional<std::string> watched_;                     // the document whose events go out here
  std::deque<std::shared_ptr<const std::string>> outbox_;  // the first is being written
  std::size_t waitingBytes_ = 0;                           // in outbox_
  bool keepAlive_ = true;
  std::size_t drained_ = 0;
};

}  // namespace journey::preview
