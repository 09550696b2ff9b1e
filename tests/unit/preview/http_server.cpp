// The preview's HTTP server over real sockets, with a client that speaks its mind.
#include "preview/http_server.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <chrono>
#include <future>
#include <stdexcept>

using namespace journey::preview;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
namespace net = boost::asio;
namespace http = boost::beast::http;
using net::ip::tcp;
using Request = http::request<http::string_body>;
using Response = http::response<http::string_body>;

namespace {

/// One connection. Every wait ends: after ten seconds the test fails.
class Client {
 public:
  explicit Client(std::uint16_t port, int receiveBuffer = 0) : port_(port) {
    socket_.open(tcp::v4());
    if (receiveBuffer) socket_.set_option(net::socket_base::receive_buffer_size(receiveBuffer));
    socket_.connect({net::ip::address_v4::loopback(), port});
  }

  Request request(http::verb method, std::string_view target, std::string body = "") const {
    Request request{method, target, 11, std::move(body)};
    request.set(http::field::host, "127.0.0.1:" + std::to_string(port_));
    request.prepare_payload();
    return request;
  }

  Response ask(const Request& request) {
    await([&](auto done) { http::async_write(socket_, request, done); });
    http::response_parser<http::string_body> parser;
    parser.body_limit(boost::none);
    parser.skip(request.method() == http::verb::head);
    await([&](auto done) { http::async_read(socket_, buffer_, parser, done); });
    return parser.release();
  }
  Response get(std::string_view target) { return ask(request(http::verb::get, target)); }
  Response post(std::string_view target, std::string body) {
    return ask(request(http::verb::post, target, std::move(body)));
  }

  /// Asks for events and reads up to the end of the stream's first lines.
  std::string listen(std::string_view target) {
    Request listening = request(http::verb::get, target);
    await([&](auto done) { http::async_write(socket_, listening, done); });
    std::string head = readUntil("\r\n\r\n");
    return head + readUntil("\n\n");
  }

  std::string readUntil(std::string_view end) {
    std::size_t size = 0;
    await([&](auto done) {
      net::async_read_until(socket_, net::dynamic_buffer(text_), end,
                            [&size, done](auto error, std::size_t n) {
                              size = n;
                              done(error, n);
                            });
    });
    std::string read = text_.substr(0, size);
    text_.erase(0, size);
    return read;
  }
  std::string event() { return readUntil("\n\n"); }

  /// What comes until the server ends the connection, in whatever way.
  std::string readAll() {
    std::string all;
    char bytes[4096];
    for (;;) {
      std::size_t size = 0;
      bool ended = false;
      await([&](auto done) {
        socket_.async_read_some(net::buffer(bytes), [&, done](auto error, std::size_t n) {
          size = n;
          ended = bool(error);
          done(boost::system::error_code{}, n);
        });
      });
      all.append(bytes, size);
      if (ended) return all;
    }
  }

  /// Sends as much as the server takes.
  void write(std::string_view bytes) {
    await([&](auto done) {
      net::async_write(socket_, net::buffer(bytes),
                       [done](auto, std::size_t n) { done(boost::system::error_code{}, n); });
    });
  }

 private:
  template <typename Start>
  void await(Start start) {
    bool finished = false;
    boost::system::error_code failure;
    start([&](boost::system::error_code error, std::size_t) {
      finished = true;
      failure = error;
    });
    context_.restart();
    context_.run_for(10s);
    if (!finished) throw std::runtime_error("nothing came in ten seconds");
    if (failure) throw boost::system::system_error(failure);
  }

  net::io_context context_;
  tcp::socket socket_{context_};
  std::uint16_t port_;
  boost::beast::flat_buffer buffer_;
  std::string text_;
};

const std::string doc = "file:///home/åse/my map+1 & 2%20.journey";

struct Fixture {
  explicit Fixture(HttpLimits limits = {}) {
    HttpHandlers handlers;
    handlers.page = [this](const std::string& asked) -> std::optional<std::string> {
      if (asked == "broken") throw std::runtime_error("the pen broke");
      return asked == doc ? std::optional(html) : std::nullopt;
    };
    handlers.reveal = [this](const std::string& in, const std::string& key) {
      revealed.set_value({in, key});
    };
    handlers.greet = [this](const std::string&) { return greeting; };
    server = HttpServer::start(0, std::move(handlers), limits).value();
    std::string address = server->address(doc);
    page = address.substr(address.find('/', std::string_view("http://").size()));
    home = page.substr(0, page.find('?'));
    events = home + "events" + page.substr(page.find('?'));
  }

  Client client() const { return Client(server->port()); }
  /// Returns once the server has done what it was asked to do before.
  void settle() const { client().get("/"); }
  void settleUntilWatchers(std::size_t count) const {
    auto end = std::chrono::steady_clock::now() + 10s;
    while (server->watchers(doc) != count) {
      REQUIRE(std::chrono::steady_clock::now() < end);
      settle();
    }
  }
  void requireAlive() const { REQUIRE(client().get(page).result() == http::status::ok); }

  std::string html = "<style nonce=\"__NONCE__\"></style><script nonce=\"__NONCE__\"></script>";
  std::optional<HttpEvent> greeting;
  std::promise<std::pair<std::string, std::string>> revealed;
  std::unique_ptr<HttpServer> server;
  std::string page, home, events;  // paths
};

std::string field(const Response& response, std::string_view name) {
  return std::string(response[name]);
}

}  // namespace

TEST_CASE("the address of a preview opens its page", "[http]") {
  Fixture f;
  REQUIRE_THAT(f.server->address(doc),
               StartsWith("http://127.0.0.1:" + std::to_string(f.server->port()) + "/"));
  Client client = f.client();
  Response page = client.get(f.page);
  REQUIRE(page.result() == http::status::ok);
  REQUIRE(field(page, "Content-Type") == "text/html; charset=utf-8");
  REQUIRE(field(page, "Cache-Control") == "no-store");
  REQUIRE(field(page, "X-Content-Type-Options") == "nosniff");
  REQUIRE(field(page, "Referrer-Policy") == "no-referrer");

  SECTION("with a nonce of its own, the same in page and policy") {
    std::string policy = field(page, "Content-Security-Policy");
    std::string nonce = policy.substr(policy.find("'nonce-") + 7, 32);
    REQUIRE(page.body() ==
            "<style nonce=\"" + nonce + "\"></style><script nonce=\"" + nonce + "\"></script>");
    Response again = client.get(f.page);
    REQUIRE(field(again, "Content-Security-Policy") != policy);
    REQUIRE(again.body().find(nonce) == std::string::npos);
  }
  SECTION("by the name localhost too") {
    Request request = client.request(http::verb::get, f.page);
    request.set(http::field::host, "localhost:" + std::to_string(f.server->port()));
    REQUIRE(client.ask(request).result() == http::status::ok);
  }
  SECTION("as a browser's form would write it") {
    auto written = "?doc=file:///home/%C3%A5se/my+map%2B1+%26+2%2520.journey&x";
    REQUIRE(client.get(f.home + written).result() == http::status::ok);
  }
  SECTION("HEAD tells of the page without sending it") {
    Response head = client.ask(client.request(http::verb::head, f.page));
    REQUIRE(head.result() == http::status::ok);
    REQUIRE(field(head, "Content-Length") == std::to_string(page.body().size()));
    REQUIRE(client.get(f.page).result() == http::status::ok);
  }
  SECTION("and ends the connection when asked") {
    client.write("GET " + f.page + " HTTP/1.1\r\nHost: 127.0.0.1:" +
                 std::to_string(f.server->port()) + "\r\nConnection: close\r\n\r\n");
    REQUIRE_THAT(client.readAll(), StartsWith("HTTP/1.1 200 OK\r\n"));
  }
}

TEST_CASE("a large page arrives whole", "[http]") {
  Fixture f;
  f.html = "<p>__NONCE__</p>";
  while (f.html.size() < 5 * 1024 * 1024) f.html += "<p>" + std::to_string(f.html.size()) + "</p>";
  f.html += "__NONCE__";
  Response page = f.client().get(f.page);
  REQUIRE(page.body().size() == f.html.size() + 2 * (32 - 9));
  REQUIRE(page.body().substr(3, 32) == page.body().substr(page.body().size() - 32));
  REQUIRE(page.body().substr(35, 100000) == f.html.substr(12, 100000));
}

TEST_CASE("who does not know the address gets nothing", "[http]") {
  Fixture f;
  Client client = f.client();
  Request request = client.request(http::verb::get, f.page);
  std::string host = "127.0.0.1:" + std::to_string(f.server->port());

  SECTION("no token") { REQUIRE(client.get("/").result() == http::status::not_found); }
  SECTION("wrong token") {
    std::string target = f.page;
    target[1] = target[1] == 'a' ? 'b' : 'a';
    Response answer = client.get(target);
    REQUIRE(answer.result() == http::status::not_found);
    REQUIRE_THAT(answer.body(), ContainsSubstring("open it again from the editor"));
  }
  SECTION("the path does not lead out of it") {
    REQUIRE(client.get(f.home + "../events").result() == http::status::not_found);
  }
  SECTION("another host") {
    request.set(http::field::host, "evil.example:" + std::to_string(f.server->port()));
    REQUIRE(client.ask(request).result() == http::status::forbidden);
  }
  SECTION("another port") {
    request.set(http::field::host, "127.0.0.1:1");
    REQUIRE(client.ask(request).result() == http::status::forbidden);
  }
  SECTION("no host") {
    request.erase(http::field::host);
    REQUIRE(client.ask(request).result() == http::status::bad_request);
  }
  SECTION("two hosts") {
    request.insert(http::field::host, "evil.example");
    REQUIRE(client.ask(request).result() == http::status::bad_request);
  }
  SECTION("another origin") {
    request.set(http::field::origin, "http://evil.example");
    REQUIRE(client.ask(request).result() == http::status::forbidden);
  }
  SECTION("an origin without a name") {
    request.set(http::field::origin, "null");
    REQUIRE(client.ask(request).result() == http::status::forbidden);
  }
  SECTION("but its own origin does") {
    request.set(http::field::origin, "http://" + host);
    REQUIRE(client.ask(request).result() == http::status::ok);
  }
  SECTION("another address of this machine") {
    net::io_context context;
    tcp::socket socket(context);
    boost::system::error_code error;
    socket.connect({net::ip::make_address_v4("127.0.0.2"), f.server->port()}, error);
    REQUIRE(error);
  }
  SECTION("two servers have different tokens") {
    Fixture other;
    REQUIRE(other.home.size() == std::string_view("/").size() + 32 + 1);
    REQUIRE(other.home != f.home);
  }
}

TEST_CASE("what cannot be answered is said in words", "[http]") {
  Fixture f;
  Client client = f.client();

  SECTION("a document that is not open") {
    Response answer = client.get(f.home + "?doc=other");
    REQUIRE(answer.result() == http::status::not_found);
    REQUIRE(answer.body() == "No preview of this document is open: other\n");
  }
  SECTION("no document") { REQUIRE(client.get(f.home).result() == http::status::bad_request); }
  SECTION("an address that is none") {
    REQUIRE(client.get(f.home + "?doc=%zz").result() == http::status::bad_request);
  }
  SECTION("a page that cannot be drawn") {
    Response answer = client.get(f.home + "?doc=broken");
    REQUIRE(answer.result() == http::status::internal_server_error);
    REQUIRE_THAT(answer.body(), ContainsSubstring("the pen broke"));
  }
  SECTION("methods that an address does not take") {
    auto allowed = [&](http::verb method, const std::string& target) {
      Client one = f.client();
      Response answer = one.ask(one.request(method, target));
      REQUIRE(answer.result() == http::status::method_not_allowed);
      return field(answer, "Allow");
    };
    REQUIRE(allowed(http::verb::post, f.page) == "GET, HEAD");
    REQUIRE(allowed(http::verb::delete_, f.page) == "GET, HEAD");
    REQUIRE(allowed(http::verb::options, f.events) == "GET, HEAD");
    REQUIRE(allowed(http::verb::get, f.home + "reveal") == "POST");
  }
  f.requireAlive();
}

TEST_CASE("a click reaches its handler", "[http]") {
  Fixture f;
  Client client = f.client();
  std::string target = f.home + "reveal";

  SECTION("as it was meant") {
    Response answer = client.post(target, R"({"doc":"file:///ø","key":"phase 2\"","x":[1]})");
    REQUIRE(answer.result() == http::status::no_content);
    REQUIRE(f.revealed.get_future().get() ==
            std::pair<std::string, std::string>("file:///ø", "phase 2\""));
    // The connection serves on.
    REQUIRE(client.get(f.page).result() == http::status::ok);
  }
  SECTION("or not at all") {
    for (auto body : {"", "{", "[]", "{}", R"({"doc":"a"})", R"({"doc":"a","key":1})"}) {
      Response answer = f.client().post(target, body);
      REQUIRE(answer.result() == http::status::bad_request);
      REQUIRE_THAT(answer.body(), ContainsSubstring("\"key\""));
    }
  }
  SECTION("not from another site") {
    Request request = client.request(http::verb::post, target, R"({"doc":"a","key":"b"})");
    request.set(http::field::origin, "https://evil.example");
    REQUIRE(client.ask(request).result() == http::status::forbidden);
  }
  SECTION("nor when it is too large") {
    REQUIRE(client.post(target, std::string(65 * 1024, ' ')).result() ==
            http::status::payload_too_large);
    f.requireAlive();
  }
}

TEST_CASE("events reach the pages of their document", "[http]") {
  Fixture f;
  Client one = f.client();
  std::string head = one.listen(f.events);
  REQUIRE_THAT(head, StartsWith("HTTP/1.1 200 OK\r\n"));
  REQUIRE_THAT(head, ContainsSubstring("Content-Type: text/event-stream"));
  REQUIRE_THAT(head, ContainsSubstring("Cache-Control: no-store"));
  REQUIRE_THAT(head, ContainsSubstring("retry: "));
  REQUIRE(f.server->watchers(doc) == 1);
  REQUIRE(f.server->watchers("other") == 0);

  SECTION("in order, and no others") {
    f.server->send("other", "patch", "not for you");
    f.server->send(doc, "patch", R"({"a":1})");
    f.server->send(doc, HttpEvent{"theme", "dark"});
    REQUIRE(one.event() == "event: patch\ndata: {\"a\":1}\n\n");
    REQUIRE(one.event() == "event: theme\ndata: dark\n\n");
  }
  SECTION("lines and all") {
    f.server->send(doc, "text", "a\nb\r\nc\rd\n");
    REQUIRE(one.event() == "event: text\ndata: a\ndata: b\ndata: c\ndata: d\ndata: \n\n");
  }
  SECTION("every page") {
    Client two = f.client();
    two.listen(f.events);
    Client other = f.client();
    other.listen(f.home + "events?doc=other");
    REQUIRE(f.server->watchers(doc) == 2);
    f.server->send(doc, "patch", "1");
    f.server->send("other", "patch", "2");
    REQUIRE(one.event() == "event: patch\ndata: 1\n\n");
    REQUIRE(two.event() == "event: patch\ndata: 1\n\n");
    REQUIRE(other.event() == "event: patch\ndata: 2\n\n");
  }
  SECTION("also large ones") {
    std::string large(5 * 1024 * 1024, 'x');
    f.server->send(doc, "patch", large);
    f.server->send(doc, "patch", "after");
    REQUIRE(one.event() == "event: patch\ndata: " + large + "\n\n");
    REQUIRE(one.event() == "event: patch\ndata: after\n\n");
  }
  SECTION("until the page goes") {
    {
      Client two = f.client();
      two.listen(f.events);
      REQUIRE(f.server->watchers(doc) == 2);
    }
    f.settleUntilWatchers(1);
    f.server->send(doc, "patch", "still");
    REQUIRE(one.event() == "event: patch\ndata: still\n\n");
  }
  SECTION("but HEAD does not wait for them") {
    Client two = f.client();
    Response answer = two.ask(two.request(http::verb::head, f.events));
    REQUIRE(field(answer, "Content-Type") == "text/event-stream; charset=utf-8");
    REQUIRE(f.server->watchers(doc) == 1);
  }
}

TEST_CASE("a page that begins to listen is greeted", "[http]") {
  Fixture f;
  f.greeting = HttpEvent{"version", "7"};
  Client client = f.client();
  client.listen(f.events);
  f.server->send(doc, "patch", "1");
  REQUIRE(client.event() == "event: version\ndata: 7\n\n");
  REQUIRE(client.event() == "event: patch\ndata: 1\n\n");
}

TEST_CASE("a silent stream is kept alive", "[http]") {
  HttpLimits limits;
  limits.ping = 1ms;
  Fixture f(limits);
  Client client = f.client();
  client.listen(f.events);
  REQUIRE(client.event() == ": ping\n\n");
  REQUIRE(client.event() == ": ping\n\n");
}

TEST_CASE("a page that does not read is cut off before it takes memory", "[http]") {
  HttpLimits limits;
  limits.waitingBytes = 1024 * 1024;
  Fixture f(limits);
  Client slow(f.server->port(), 4096);
  slow.listen(f.events);
  Client quick = f.client();
  quick.listen(f.events);
  std::string data(300 * 1024, 'x');
  int sent = 0;
  while (f.server->watchers(doc) == 2) {
    REQUIRE(++sent < 100);
    f.server->send(doc, "patch", data);
    REQUIRE(quick.event().size() > data.size());
  }
  REQUIRE(f.server->watchers(doc) == 1);
  f.server->send(doc, "patch", "1");
  REQUIRE(quick.event() == "event: patch\ndata: 1\n\n");
}

TEST_CASE("a page that stops reading is not waited for", "[http]") {
  HttpLimits limits;
  limits.idle = 50ms;
  Fixture f(limits);
  Client slow(f.server->port(), 4096);
  slow.listen(f.events);
  f.server->send(doc, "patch", std::string(16 * 1024 * 1024, 'x'));
  f.settleUntilWatchers(0);
}

TEST_CASE("bad requests do not stop the server", "[http]") {
  Fixture f;
  Client client = f.client();

  SECTION("garbage") {
    std::string garbage;
    for (int i = 0; i < 4096; ++i) garbage += static_cast<char>(i * 7 + i / 256);
    client.write(garbage + "\r\n\r\n");
    REQUIRE_THAT(client.readAll(), StartsWith("HTTP/1.1 400 "));
  }
  SECTION("the greeting of TLS") {
    client.write(std::string_view("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15));
    REQUIRE_THAT(client.readAll(), StartsWith("HTTP/1.1 400 "));
  }
  SECTION("a huge header") {
    client.write("GET / HTTP/1.1\r\nX: " + std::string(200 * 1024, 'x') + "\r\n\r\n");
    REQUIRE_THAT(client.readAll(), StartsWith("HTTP/1.1 431 "));
  }
  SECTION("a huge address") {
    client.write("GET /" + std::string(200 * 1024, 'x'));
    REQUIRE_THAT(client.readAll(), StartsWith("HTTP/1.1 431 "));
  }
  SECTION("a length that lies") {
    client.write("POST " + f.home + "reveal HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n");
    REQUIRE_THAT(client.readAll(), StartsWith("HTTP/1.1 413 "));
  }
  SECTION("a length that is none") {
    client.write("POST " + f.home + "reveal HTTP/1.1\r\nContent-Length: many\r\n\r\n");
    REQUIRE_THAT(client.readAll(), StartsWith("HTTP/1.1 400 "));
  }
  SECTION("a request for somewhere else") {
    client.write("CONNECT example.com:443 HTTP/1.1\r\nHost: 127.0.0.1:" +
                 std::to_string(f.server->port()) + "\r\n\r\n");
    REQUIRE_THAT(client.readAll(), StartsWith("HTTP/1.1 400 "));
  }
  SECTION("half a request") { f.client().write("GET " + f.page); }
  f.requireAlive();
}

TEST_CASE("a request that never ends is given up", "[http]") {
  HttpLimits limits;
  limits.idle = 20ms;
  Fixture f(limits);
  Client client = f.client();
  client.write("GET " + f.page);
  REQUIRE(client.readAll().empty());
  f.requireAlive();
}

TEST_CASE("connections are limited", "[http]") {
  HttpLimits limits;
  limits.connections = 2;
  Fixture f(limits);
  Client one = f.client();
  one.listen(f.events);
  {
    Client two = f.client();
    two.listen(f.events);
    REQUIRE(f.client().readAll().empty());
  }
  // The second place is free again once the server has seen its page go.
  auto end = std::chrono::steady_clock::now() + 10s;
  std::string answer;
  while (answer.empty()) {
    REQUIRE(std::chrono::steady_clock::now() < end);
    Client three = f.client();
    three.write("GET / HTTP/1.0\r\n\r\n");
    answer = three.readAll();
  }
  REQUIRE_THAT(answer, StartsWith("HTTP/1.0 400 "));
}

TEST_CASE("the server goes at once, pages or not", "[http]") {
  Fixture f;
  Client watching = f.client();
  watching.listen(f.events);
  Client stuck(f.server->port(), 4096);
  stuck.listen(f.events);
  f.server->send(doc, "patch", std::string(16 * 1024 * 1024, 'x'));
  Client idle = f.client();
  idle.get(f.page);
  std::uint16_t port = f.server->port();

  auto start = std::chrono::steady_clock::now();
  f.server.reset();
  REQUIRE(std::chrono::steady_clock::now() - start < 1s);
  watching.readAll();
  REQUIRE(idle.readAll().empty());
  // The port is free for the next.
  REQUIRE(HttpServer::start(port, {}).has_value());
}

TEST_CASE("a port that is taken is an error, not an exception", "[http]") {
  Fixture f;
  auto second = HttpServer::start(f.server->port(), {});
  REQUIRE(second.has_error());
  REQUIRE(second.error() == boost::system::errc::address_in_use);
  f.requireAlive();
}
