// The loopback HTTP server that shows previews in a browser. It runs on a thread of its own and
// knows nothing of documents: pages and clicks go through HttpHandlers.
//
// Only pages whose address came from `address` get in: the server listens on 127.0.0.1 alone, every
// path begins with a random token, and the Host and Origin headers must name this very server.
//
//   GET  /<token>/?doc=…        the page; in it `__NONCE__` becomes the nonce of its CSP
//   GET  /<token>/events?doc=…  what `send` sends, as server-sent events
//   POST /<token>/reveal        {"doc": …, "key": …}: an element was clicked
//
// A page posts with fetch(): its no-referrer policy makes a beacon's Origin null, which is refused.
#pragma once

#include <boost/system/result.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace journey::preview {

struct HttpEvent {
  std::string name;  // one word
  std::string data;
};

/// Called on the server's thread: they must not wait for the thread that destroys the server.
struct HttpHandlers {
  /// The whole HTML page of a document; nullopt: there is no such document.
  std::function<std::optional<std::string>(const std::string& doc)> page;
  /// An element was clicked.
  std::function<void(const std::string& doc, const std::string& key)> reveal;
  /// A page begins to listen: what it hears first, to see whether it missed something. May be
  /// empty.
  std::function<std::optional<HttpEvent>(const std::string& doc)> greet;
};

struct HttpLimits {
  std::uint32_t headerBytes = 16 * 1024;
  std::uint32_t bodyBytes = 64 * 1024;
  std::size_t waitingBytes = 16 * 1024 * 1024;  // for a page that reads too slowly
  std::size_t connections = 256;
  std::chrono::milliseconds idle =
      std::chrono::seconds(30);  // without a whole request, or progress
  std::chrono::milliseconds ping = std::chrono::seconds(20);  // a comment to each listening page
};

class HttpServer {
 public:
  /// Binds 127.0.0.1:port; 0 picks a free port.
  static boost::system::result<std::unique_ptr<HttpServer>> start(std::uint16_t port,
                                                                  HttpHandlers handlers,
                                                                  HttpLimits limits = {});
  /// Closes every connection, sent or not, and ends the thread. Not to be called by a handler.
  ~HttpServer();

  std::uint16_t port() const;
  /// Where a browser finds the preview of a document.
  std::string address(std::string_view doc) const;

  // These two may be called from any thread.

  /// To every page that shows `doc`. A page too slow to take it is cut off; it connects anew.
  void send(std::string doc, HttpEvent event);
  void send(std::string doc, std::string event, std::string data) {
    send(std::move(doc), HttpEvent{std::move(event), std::move(data)});
  }
  /// How many pages listen for `doc`.
  std::size_t watchers(const std::string& doc) const;

 private:
  struct Impl;
  explicit HttpServer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace journey::preview
