// A server without a transport: messages in, messages out; background jobs run when a test says so.
#pragma once

#include <algorithm>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/server.hpp"

namespace journey::test {

using lsp::json::value;

struct Harness {
  std::vector<value> sent;
  std::deque<std::function<void()>> jobs;
  std::deque<std::function<void()>> inbox;
  lsp::Server server{[this] {
    lsp::Host host;
    host.send = [this](std::string message) { sent.push_back(lsp::json::parse(message)); };
    host.later = [this](std::function<void()> job) { jobs.push_back(std::move(job)); };
    host.soon = [this](std::function<void()> job) { inbox.push_back(std::move(job)); };
    host.browse = [](const std::string&) -> preview::AddressResult {
      return preview::NoAddress{"no network here"};
    };
    host.watchParent = [](std::int64_t) {};
    host.version = "test";
    return host;
  }()};

  explicit Harness(std::string_view initialize = R"({"capabilities":{}})") {
    take(R"({"jsonrpc":"2.0","id":"init","method":"initialize","params":)" +
         std::string(initialize) + "}");
    server.run();
  }
  void take(std::string_view message) { server.take(message); }
  void request(int id, std::string_view method, std::string_view params) {
    take(R"({"jsonrpc":"2.0","id":)" + std::to_string(id) + R"(,"method":")" + std::string(method) +
         R"(","params":)" + std::string(params) + "}");
  }
  void notify(std::string_view method, std::string_view params) {
    take(R"({"jsonrpc":"2.0","method":")" + std::string(method) + R"(","params":)" +
         std::string(params) + "}");
  }
  void open(std::string_view text, int version = 1) {
    notify("textDocument/didOpen", serialize(value{{"textDocument",
                                                    {{"uri", "file:///a.journey"},
                                                     {"languageId", "journey"},
                                                     {"version", version},
                                                     {"text", text}}}}));
    server.run();
  }
  /// One background job, or what one handed back; then what waited for it, as over stdio.
  void step() {
    std::deque<std::function<void()>>& next = inbox.empty() ? jobs : inbox;
    auto job = std::move(next.front());
    next.pop_front();
    job();
    server.run();
  }
  void runJobs() {
    while (!jobs.empty() || !inbox.empty()) step();
  }
  const value& last() const { return sent.back(); }
  int errorCode() const { return static_cast<int>(last().at("error").at("code").as_int64()); }
  std::size_t replies(const value& id) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        sent, [&](const value& m) { return m.as_object().if_contains("id") && m.at("id") == id; }));
  }
};

}  // namespace journey::test
