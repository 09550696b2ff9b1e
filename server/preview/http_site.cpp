#include "preview/http_site.hpp"

#include <boost/beast/core/string.hpp>
#include <boost/json.hpp>
#include <boost/url.hpp>
#include <exception>
#include <random>

namespace journey::preview {

namespace {

namespace beast = boost::beast;
namespace urls = boost::urls;

constexpr std::string_view placeholder = "__NONCE__";

std::string withNonce(std::string_view page, std::string_view nonce) {
  std::string out;
  out.reserve(page.size() + 1024);
  for (;;) {
    std::size_t at = page.find(placeholder);
    out += page.substr(0, at);
    if (at == std::string_view::npos) return out;
    out += nonce;
    page.remove_prefix(at + placeholder.size());
  }
}

HttpResponse respond(http::status status, std::string_view type) {
  HttpResponse response{status, 11};
  response.set(http::field::cache_control, "no-store");
  response.set("X-Content-Type-Options", "nosniff");
  response.set("Referrer-Policy", "no-referrer");
  response.set("Cross-Origin-Resource-Policy", "same-origin");
  response.set("Cross-Origin-Opener-Policy", "same-origin");
  response.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  if (!type.empty()) response.set(http::field::content_type, type);
  return response;
}

HttpResponse withBody(HttpResponse response, std::string body) {
  response.body() = std::move(body);
  response.content_length(response.body().size());
  return response;
}

HttpResponse say(http::status status, std::string_view text) {
  return withBody(respond(status, "text/plain; charset=utf-8"), std::string(text) + "\n");
}

HttpResponse sayAllowed(std::string_view methods) {
  HttpResponse response = say(http::status::method_not_allowed,
                              "This address takes only " + std::string(methods) + ".");
  response.set(http::field::allow, methods);
  return response;
}

// A page elsewhere can point a name of its own at 127.0.0.1; the browser still tells that name.
bool isOwnHost(std::string_view host, std::uint16_t port) {
  for (std::string name : {"127.0.0.1", "localhost"}) {
    if (port == 80 && beast::iequals(host, name)) return true;
    if (beast::iequals(host, name + ":" + std::to_string(port))) return true;
  }
  return false;
}

std::optional<HttpResponse> stranger(const HttpSite& site, const HttpRequest& request) {
  if (request.count(http::field::host) != 1)
    return say(http::status::bad_request, "The request must have one Host header.");
  std::string host(request[http::field::host]);
  if (!isOwnHost(host, site.port))
    return say(http::status::forbidden, "This server answers only to its own address.");
  auto [origin, end] = request.equal_range(http::field::origin);
  for (; origin != end; ++origin)
    if (!beast::iequals(origin->value(), "http://" + host))
      return say(http::status::forbidden, "The request comes from another site.");
  return std::nullopt;
}

std::optional<std::string> docOf(const urls::url_view& target) {
  auto params = target.params();
  auto found = params.find("doc");
  if (found == params.end()) return std::nullopt;
  return std::string((*found).value);
}

HttpResponse page(const HttpSite& site, const std::string& doc) {
  std::optional<std::string> html = site.handlers.page(doc);
  if (!html) return say(http::status::not_found, "No preview of this document is open: " + doc);
  std::string nonce = randomToken();
  HttpResponse response = respond(http::status::ok, "text/html; charset=utf-8");
  response.set("Content-Security-Policy",
               "default-src 'none'; script-src 'nonce-" + nonce + "'; style-src 'nonce-" + nonce +
                   "'; img-src data:; font-src data:; connect-src 'self'; base-uri 'none'; "
                   "form-action 'none'; frame-ancestors 'none'");
  return withBody(std::move(response), withNonce(*html, nonce));
}

// Has no length: the events that follow end with the connection.
HttpResponse events() {
  HttpResponse response = respond(http::status::ok, "text/event-stream; charset=utf-8");
  response.body() = "retry: 1000\n\n";
  return response;
}

HttpResponse reveal(const HttpSite& site, const std::string& body) {
  boost::system::error_code error;
  boost::json::value parsed = boost::json::parse(body, error);
  const boost::json::object* object = error ? nullptr : parsed.if_object();
  auto text = [&](std::string_view name) -> const boost::json::string* {
    const boost::json::value* member = object ? object->if_contains(name) : nullptr;
    return member ? member->if_string() : nullptr;
  };
  const boost::json::string* doc = text("doc");
  const boost::json::string* key = text("key");
  if (!doc || !key)
    return say(http::status::bad_request,
               "The body must be a JSON object with the strings \"doc\" and \"key\".");
  if (site.handlers.reveal)
    site.handlers.reveal(std::string(doc->data(), doc->size()),
                         std::string(key->data(), key->size()));
  return respond(http::status::no_content, "");
}

HttpAnswer route(const HttpSite& site, const HttpRequest& request) {
  if (auto refusal = stranger(site, request)) return {std::move(*refusal), {}};
  auto target = urls::parse_origin_form(request.target());
  if (!target) return {say(http::status::bad_request, "The address cannot be read."), {}};

  std::string path(target->encoded_path());
  std::string home = "/" + site.token + "/";
  bool isReveal = path == home + "reveal";
  bool isEvents = path == home + "events";
  if (!isReveal && !isEvents && path != home)
    return {say(http::status::not_found,
                "There is nothing here. If this was a preview, open it again from the editor."),
            {}};

  if (isReveal) {
    if (request.method() != http::verb::post) return {sayAllowed("POST"), {}};
    return {reveal(site, request.body()), {}};
  }
  bool isHead = request.method() == http::verb::head;
  if (!isHead && request.method() != http::verb::get) return {sayAllowed("GET, HEAD"), {}};
  std::optional<std::string> doc = docOf(*target);
  if (!doc) return {say(http::status::bad_request, "The address names no document (?doc=…)."), {}};
  if (!isEvents) return {page(site, *doc), {}};
  return {events(), isHead ? std::nullopt : std::move(doc)};
}

HttpAnswer routeSafely(const HttpSite& site, const HttpRequest& request) {
  try {
    return route(site, request);
  } catch (const std::exception& e) {
    return {say(http::status::internal_server_error,
                std::string("Something went wrong here: ") + e.what()),
            {}};
  }
}

}  // namespace

HttpAnswer answer(const HttpSite& site, const HttpRequest& request) {
  HttpAnswer answer = routeSafely(site, request);
  HttpResponse& response = answer.response;
  response.version(request.version());
  bool isError = http::to_status_class(response.result()) == http::status_class::client_error;
  response.keep_alive(request.keep_alive() && !isError && !answer.watch);
  if (request.method() == http::verb::head) response.body().clear();
  return answer;
}

HttpResponse refuse(http::status status, std::string_view why) {
  HttpResponse response = say(status, why);
  response.keep_alive(false);
  return response;
}

std::string addressOf(const HttpSite& site, std::string_view doc) {
  return "http://127.0.0.1:" + std::to_string(site.port) + "/" + site.token +
         "/?doc=" + urls::encode(doc, urls::unreserved_chars);
}

std::string randomToken() {
  static constexpr char digits[] = "0123456789abcdef";
  std::random_device random;
  std::uniform_int_distribution<int> digit(0, 15);
  std::string token(32, '0');
  for (char& c : token) c = digits[digit(random)];
  return token;
}

std::string encode(const HttpEvent& event) {
  std::string out = "event: " + event.name + "\n";
  out.reserve(out.size() + event.data.size() + 64);
  std::string_view rest = event.data;
  for (;;) {
    std::size_t at = rest.find_first_of("\r\n");
    out.append("data: ").append(rest.substr(0, at)).append("\n");
    if (at == std::string_view::npos) return out += "\n";
    rest.remove_prefix(at + (rest.substr(at, 2) == "\r\n" ? 2 : 1));
  }
}

}  // namespace journey::preview
