// What an editor is told of a map with more findings than anybody reads.
#include "lsp/diagnostics.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/fixture.hpp"

namespace journey::test {

namespace {

lsp::json::array published(const std::string& text) {
  lsp::Client client;
  auto snapshot = snapshotOf(text);
  return lsp::json::parse(lsp::publishDiagnostics(client, "file:///a.journey", *snapshot))
      .at("params")
      .at("diagnostics")
      .as_array();
}

std::string strays(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += "a line without a keyword\n";
  return out;
}

}  // namespace

TEST_CASE("a few hundred findings are all told", "[lsp]") {
  CHECK(published(strays(499)).size() == 499);
  CHECK(published(strays(501)).size() == 501);
}

TEST_CASE("of thousands the gravest are told, in order, and how many more there are", "[lsp]") {
  std::string text = strays(2000) + "Colour: red\n" + strays(2000) + "Taste: sweet\n";
  lsp::json::array diagnostics = published(text);
  REQUIRE(diagnostics.size() == 501);
  std::vector<std::string> codes;
  std::int64_t line = -1;
  for (std::size_t i = 0; i < 500; ++i) {
    codes.emplace_back(diagnostics[i].at("code").as_string());
    std::int64_t at = diagnostics[i].at("range").at("start").at("line").as_int64();
    CHECK(at > line);
    line = at;
  }
  CHECK(std::ranges::count(codes, "unknown-keyword") == 2);
  CHECK(codes.back() == "unknown-keyword");
  const lsp::json::value& note = diagnostics.back();
  CHECK(std::string(note.at("message").as_string()).find("3502") != std::string::npos);
  CHECK(note.at("severity") == 3);
  CHECK(note.at("range").at("end").at("line") == 0);
}

}  // namespace journey::test
