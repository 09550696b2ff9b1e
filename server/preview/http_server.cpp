#include "preview/http_server.hpp"

#include <fcntl.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <exception>
#include <system_error>
#include <thread>
#include <utility>

#include "preview/http_connection.hpp"
#include "preview/http_site.hpp"

namespace journey::preview {

namespace net = boost::asio;
using boost::system::error_code;
using net::ip::tcp;

namespace {

// A browser started by this program would else keep the port after the program has ended.
template <typename Socket>
void closeOnExec(Socket& socket) {
  ::fcntl(socket.native_handle(), F_SETFD, FD_CLOEXEC);
}

}  // namespace

// From `run` on everything belongs to the server's thread, but for HttpWatchers::count and what no
// longer changes: `site` and `limits`. What connections still touch when `context` destroys the
// last of them stands before it.
struct HttpServer::Impl {
  Impl(HttpHandlers handlers, HttpLimits limits_) : limits(limits_) {
    site.token = randomToken();
    site.handlers = std::move(handlers);
  }

  ~Impl() {
    context.stop();
    if (thread.joinable()) thread.join();
  }

  error_code listen(std::uint16_t port) {
    error_code error;
    acceptor.open(tcp::v4(), error);
    if (error) return error;
    closeOnExec(acceptor);
    acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (error) return error;
    acceptor.bind({net::ip::address_v4::loopback(), port}, error);
    if (error) return error;
    acceptor.listen(net::socket_base::max_listen_connections, error);
    if (error) return error;
    site.port = acceptor.local_endpoint(error).port();
    return error;
  }

  void run() {
    accept();
    thread = std::thread([this] {
      while (!context.stopped()) try {
          context.run();
        } catch (const std::exception&) {
          // Out of memory, most likely: the others go on.
        }
    });
  }

  void accept() {
    acceptor.async_accept([this](error_code error, tcp::socket socket) {
      if (error) return acceptLater();
      closeOnExec(socket);
      accept();
      socket.set_option(tcp::no_delay(true), error);
      if (connections < limits.connections)
        std::make_shared<HttpConnection>(std::move(socket), site, limits, watchers, connections)
            ->start();
    });
  }

  // Most likely there are too many open files: that passes.
  void acceptLater() {
    pause.expires_after(std::chrono::milliseconds(100));
    pause.async_wait([this](error_code) { accept(); });
  }

  HttpLimits limits;
  HttpSite site;
  std::size_t connections = 0;
  net::io_context context{1};
  HttpWatchers watchers;
  tcp::acceptor acceptor{context};
  net::steady_timer pause{context};
  std::thread thread;
};

HttpServer::HttpServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

HttpServer::~HttpServer() = default;

boost::system::result<std::unique_ptr<HttpServer>> HttpServer::start(std::uint16_t port,
                                                                     HttpHandlers handlers,
                                                                     HttpLimits limits) {
  try {
    auto impl = std::make_unique<Impl>(std::move(handlers), limits);
    if (error_code error = impl->listen(port)) return error;
    impl->run();
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(impl)));
  } catch (const boost::system::system_error& e) {
    return e.code();
  } catch (const std::system_error& e) {
    return error_code(e.code());
  }
}

std::uint16_t HttpServer::port() const { return impl_->site.port; }

std::string HttpServer::address(std::string_view doc) const { return addressOf(impl_->site, doc); }

void HttpServer::send(std::string doc, HttpEvent event) {
  net::post(impl_->context, [impl = impl_.get(), doc = std::move(doc), event = std::move(event)] {
    auto watching = impl->watchers.of(doc);
    if (watching.empty()) return;
    auto bytes = std::make_shared<const std::string>(encode(event));
    for (const auto& connection : watching) connection->push(bytes);
  });
}

std::size_t HttpServer::watchers(const std::string& doc) const {
  return impl_->watchers.count(doc);
}

}  // namespace journey::preview
