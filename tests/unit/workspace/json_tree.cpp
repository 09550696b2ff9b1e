#include "workspace/json_tree.hpp"

#include <catch2/catch_test_macros.hpp>

#include <boost/json.hpp>

#include <random>

#include "support/files.hpp"

namespace journey::test {

namespace {

using workspace::JsonNode;

/// The source text of every part, keys included, in order.
void parts(std::string_view source, const JsonNode& node, std::vector<std::string>& out) {
  auto at = [&](text::Span span) { return std::string(source.substr(span.start, span.size())); };
  out.push_back(at(node.span));
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    if (node.kind == JsonNode::Kind::Object)
      out.push_back(at(node.keys[i].span) + " is " + node.keys[i].text);
    parts(source, node.items[i], out);
  }
}

std::vector<std::string> parts(std::string_view source) {
  auto parsed = workspace::parseJson(source);
  REQUIRE(parsed.root);
  std::vector<std::string> out;
  parts(source, *parsed.root, out);
  return out;
}

/// What Boost.JSON itself makes of a tree's value.
boost::json::value valueOf(const JsonNode& node) {
  switch (node.kind) {
    case JsonNode::Kind::Null:
      return nullptr;
    case JsonNode::Kind::Bool:
      return "bool";
    case JsonNode::Kind::Number:
      return node.number;
    case JsonNode::Kind::Text:
      return boost::json::string(node.text);
    case JsonNode::Kind::List: {
      boost::json::array out;
      for (const JsonNode& item : node.items) out.push_back(valueOf(item));
      return out;
    }
    case JsonNode::Kind::Object: {
      boost::json::array out;
      for (std::size_t i = 0; i < node.items.size(); ++i)
        out.push_back({boost::json::string(node.keys[i].text), valueOf(node.items[i])});
      return out;
    }
  }
  return nullptr;
}

std::string errorAt(std::string_view source) {
  auto parsed = workspace::parseJson(source);
  REQUIRE_FALSE(parsed.root);
  REQUIRE(parsed.error.end <= source.size());
  return std::to_string(parsed.error.start) + " " +
         std::string(source.substr(parsed.error.start, parsed.error.size()));
}

}  // namespace

TEST_CASE("every part of JSON knows its place", "[json]") {
  CHECK(parts(R"( {"a" : 12 , "b\"é😀":[ true,null ,-1.5e3,"x\u00e9\ny" ], "":{} } )") ==
        std::vector<std::string>{
            R"({"a" : 12 , "b\"é😀":[ true,null ,-1.5e3,"x\u00e9\ny" ], "":{} })", R"("a" is a)",
            "12", R"("b\"é😀" is b"é😀)", R"([ true,null ,-1.5e3,"x\u00e9\ny" ])", "true", "null",
            "-1.5e3", R"("x\u00e9\ny")", "\"\" is ", "{}"});
  CHECK(parts("7") == std::vector<std::string>{"7"});
  CHECK(parts("7\n") == std::vector<std::string>{"7"});
  CHECK(parts("\xEF\xBB\xBF\"a\"\r\n") == std::vector<std::string>{"\"a\""});
  CHECK(parts(R"({"a":1,"a":[2]})") == std::vector<std::string>{R"({"a":1,"a":[2]})", R"("a" is a)",
                                                                "1", R"("a" is a)", "[2]", "2"});
}

TEST_CASE("texts are what the escapes mean", "[json]") {
  auto parsed = workspace::parseJson(R"(["\u00e9\ud83d\ude00\t\/", ""])");
  REQUIRE(parsed.root);
  CHECK(parsed.root->items[0].text == "é😀\t/");
  CHECK(parsed.root->items[1].text.empty());
}

TEST_CASE("the place where a text stops being JSON", "[json]") {
  CHECK(errorAt("{\"a\": 1,}") == "8 }");
  CHECK(errorAt("{\"a\" 1}") == "5 1");
  CHECK(errorAt("{'a': 1}") == "1 '");
  CHECK(errorAt("{} {}") == "3 {");
  CHECK(errorAt("{\"a\": é}") == "6 é");
  CHECK(errorAt("{\"a\": [1, 2\n") == "10 2");  // at the end: the last character there is
  CHECK(errorAt("\"abc") == "3 c");
  CHECK(errorAt("") == "0 ");
  CHECK(errorAt("  \n") == "0 ");
  CHECK(errorAt("// no comments\n{}") == "0 /");
  CHECK(errorAt("[\"\xC3\x28\"]").starts_with("3 ("));
  CHECK(errorAt("[\"\\ud800\"]").starts_with("8 "));
  CHECK(errorAt(std::string(5000, '[')).starts_with("32 "));
}

TEST_CASE("broken JSON never breaks the reader, and it agrees with Boost on what is whole",
          "[json]") {
  std::mt19937 random(20261122);
  auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  const std::string whole = R"({"models": {"a": ["x", {"nb": ["y\n"]}]}, "reviewDays": -9e1})";
  const std::string breakers = "{}[]\",:\\ntf0-e \xC3\xF0";
  for (int i = 0; i < 3000; ++i) {
    std::string text = whole;
    for (std::size_t n = 0; n <= below(3); ++n) {
      std::size_t at = below(text.size());
      if (below(2) == 0)
        text.erase(at, 1 + below(4));
      else
        text.insert(at, 1, breakers[below(breakers.size())]);
    }
    INFO(text);
    boost::system::error_code error;
    boost::json::parse(text, error);
    auto parsed = workspace::parseJson(text);
    REQUIRE(parsed.root.has_value() == !error);
    if (!parsed.root) REQUIRE(parsed.error.end <= text.size());
  }
}

TEST_CASE("a tree of a value is the tree of its text", "[json]") {
  const std::string text = R"({"a": [1, "x", {"b": true}], "c": 2.5})";
  CHECK(valueOf(workspace::jsonTree(boost::json::parse(text))) ==
        valueOf(*workspace::parseJson(text).root));
  // An editor sends null for what is not set.
  CHECK(valueOf(workspace::jsonTree(boost::json::parse(R"({"a": null, "c": 2.5})"))) ==
        valueOf(*workspace::parseJson(R"({"c": 2.5})").root));
}

}  // namespace journey::test
