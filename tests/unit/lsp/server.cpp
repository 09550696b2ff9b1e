// The server without a transport: messages in, messages out. The protocol over stdio, with other
// people's client, is tested in tests/protocol.
#include "lsp/server.hpp"

#include <catch2/catch_test_macros.hpp>

#include "lsp/methods.hpp"
#include "support/server_harness.hpp"

using namespace journey;
using lsp::json::value;
using test::Harness;

TEST_CASE("capabilities are what is bound", "[server]") {
  Harness h;
  const value& capabilities = h.last().at("result").at("capabilities");
  CHECK(capabilities.at("positionEncoding") == "utf-16");
  for (auto [capability, method] : {std::pair("hoverProvider", "textDocument/hover"),
                                    {"completionProvider", "textDocument/completion"},
                                    {"documentSymbolProvider", "textDocument/documentSymbol"},
                                    {"foldingRangeProvider", "textDocument/foldingRange"},
                                    {"documentFormattingProvider", "textDocument/formatting"},
                                    {"codeActionProvider", "textDocument/codeAction"},
                                    {"codeLensProvider", "textDocument/codeLens"},
                                    {"executeCommandProvider", "workspace/executeCommand"}}) {
    CHECK(capabilities.as_object().contains(capability));
    CHECK(lsp::methodNamed(method) != nullptr);
  }
  // A client that shows the preview itself brings the command itself.
  Harness own(R"({"capabilities":{},"initializationOptions":{"preview":"messages"}})");
  CHECK_FALSE(
      own.last().at("result").at("capabilities").as_object().contains("executeCommandProvider"));
}

TEST_CASE("diagnostics are published when no input waits, for the newest version only",
          "[server]") {
  Harness h;
  h.open("Journey: x\n");
  for (int version = 2; version <= 5; ++version)
    h.notify(
        "textDocument/didChange",
        R"({"textDocument":{"uri":"file:///a.journey","version":)" + std::to_string(version) +
            R"(},"contentChanges":[{"range":{"start":{"line":0,"character":9},"end":{"line":0,"character":9}},"text":"y"}]})");
  h.server.run();
  std::size_t before = h.sent.size();
  h.server.settle();
  REQUIRE(h.sent.size() == before + 1);
  CHECK(h.last().at("method") == "textDocument/publishDiagnostics");
  CHECK(h.last().at("params").at("version") == 5);
  h.server.settle();
  CHECK(h.sent.size() == before + 1);
}

TEST_CASE("a cancelled request is answered once, with the error for that", "[server]") {
  Harness h;
  h.open("Journey: x\n");
  h.request(7, "textDocument/hover",
            R"({"textDocument":{"uri":"file:///a.journey"},"position":{"line":0,"character":0}})");
  h.notify("$/cancelRequest", R"({"id":7})");
  h.notify("$/cancelRequest", R"({"id":99})");
  h.server.run();
  CHECK(h.replies(7) == 1);
  CHECK(h.errorCode() == -32800);
}

TEST_CASE("what comes out of turn is refused", "[server]") {
  Harness h;
  h.request(1, "no/such", "{}");
  h.server.run();
  CHECK(h.errorCode() == -32601);
  h.request(
      2, "textDocument/hover",
      R"({"textDocument":{"uri":"file:///never.journey"},"position":{"line":0,"character":0}})");
  h.server.run();
  CHECK(h.errorCode() == -32602);
  h.request(3, "textDocument/hover", R"({"textDocument":{"uri":1}})");
  h.server.run();
  CHECK(h.last().at("error").at("message") == ".textDocument.uri: expected a string");
  h.request(4, "initialize", R"({"capabilities":{}})");
  h.server.run();
  CHECK(h.errorCode() == -32600);
  h.request(5, "shutdown", "null");
  h.server.run();
  CHECK(h.last().at("result").is_null());
  h.request(6, "textDocument/hover", "{}");
  h.server.run();
  CHECK(h.errorCode() == -32600);
  h.notify("exit", "null");
  h.server.run();
  CHECK(h.server.exitCode() == 0);
}

TEST_CASE("exit without shutdown is 1, requests before initialize are refused", "[server]") {
  Harness h;
  h.notify("exit", "null");
  h.server.run();
  CHECK(h.server.exitCode() == 1);
}

TEST_CASE("bytes that are no JSON, and JSON that is no message", "[server]") {
  Harness h;
  CHECK_FALSE(h.server.take("{\"a\":"));
  CHECK(h.errorCode() == -32700);
  h.take("[1,2]");
  CHECK(h.errorCode() == -32600);
  h.take(R"({"jsonrpc":"2.0","method":5})");
  CHECK(h.errorCode() == -32600);
  h.take(R"({"jsonrpc":"2.0","id":"journey-1","result":null})");
  h.open("Journey: x\n");
  h.server.settle();
  CHECK(h.last().at("method") == "textDocument/publishDiagnostics");
}

TEST_CASE("a preview follows the text, and keeps following it after it was closed and opened",
          "[server]") {
  Harness h(R"({"capabilities":{},"initializationOptions":{"preview":"messages"}})");
  h.open("Journey: x\nPhase: A\n  Touchpoint: One\n");
  h.server.settle();
  h.request(1, "journey/preview/open", R"({"textDocument":{"uri":"file:///a.journey"}})");
  h.server.run();
  CHECK(h.replies(1) == 0);
  h.runJobs();
  REQUIRE(h.replies(1) == 1);
  CHECK(h.last().at("result").at("page").as_string().find("One") != std::string::npos);

  auto rename = [&](std::string_view with, int version) {
    h.notify(
        "textDocument/didChange",
        R"({"textDocument":{"uri":"file:///a.journey","version":)" + std::to_string(version) +
            R"(},"contentChanges":[{"range":{"start":{"line":2,"character":14},"end":{"line":2,"character":17}},"text":")" +
            std::string(with) + R"("}]})");
    h.server.run();
    h.server.settle();
    h.runJobs();
  };
  rename("Two", 2);
  CHECK(h.last().at("method") == "journey/preview/update");
  CHECK(h.last().at("params").at("patch").as_string().find("Two") != std::string::npos);

  h.notify("textDocument/didClose", R"({"textDocument":{"uri":"file:///a.journey"}})");
  h.server.run();
  h.open("Journey: x\nPhase: A\n  Touchpoint: Six\n");
  h.server.settle();
  h.runJobs();
  CHECK(h.last().at("params").at("patch").as_string().find("Six") != std::string::npos);

  h.request(2, "journey/preview/close", R"({"textDocument":{"uri":"file:///a.journey"}})");
  h.server.run();
  std::size_t before = h.sent.size();
  rename("Ten", 2);
  CHECK(h.sent.back().at("method") == "textDocument/publishDiagnostics");
  CHECK(h.sent.size() == before + 1);
}

TEST_CASE("no browser preview: the reason is told", "[server]") {
  Harness h(R"({"capabilities":{},"locale":"de"})");
  h.open("Journey: x\n");
  h.request(1, "workspace/executeCommand",
            R"({"command":"journey.openPreview","arguments":["file:///a.journey"]})");
  h.server.run();
  CHECK(h.last().at("error").at("message").as_string().find("no network here") !=
        std::string::npos);
}
