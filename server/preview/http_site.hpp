// What the preview's server answers to a request. Knows no socket and no thread.
#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "preview/http_server.hpp"

namespace journey::preview {

namespace http = boost::beast::http;
using HttpRequest = http::request<http::string_body>;
using HttpResponse = http::response<http::string_body>;

struct HttpSite {
  std::string token;
  std::uint16_t port = 0;
  HttpHandlers handlers;
};

struct HttpAnswer {
  HttpResponse response;  // to HEAD: without the body that its Content-Length tells of
  /// The document whose events follow the response on the same connection.
  std::optional<std::string> watch;
};

/// Never throws: a handler's exception becomes status 500.
HttpAnswer answer(const HttpSite& site, const HttpRequest& request);

/// The answer to what could not even be read as a request; the connection ends with it.
HttpResponse refuse(http::status status, std::string_view why);

std::string addressOf(const HttpSite& site, std::string_view doc);

/// 128 random bits in hex.
std::string randomToken();

/// An event as it goes over the wire.
std::string encode(const HttpEvent& event);

}  // namespace journey::preview
