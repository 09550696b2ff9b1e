#include "workspace/json_tree.hpp"

#include <boost/json.hpp>
#include <boost/json/basic_parser_impl.hpp>

namespace journey::workspace {

namespace {

namespace json = boost::json;
using boost::system::error_code;

std::string_view view(json::string_view s) { return {s.data(), s.size()}; }

/// Builds the tree from the parser's events. It is given the text byte by byte, so that it knows
/// where it is: `at` is the byte being read.
struct Builder {
  static constexpr std::size_t max_object_size = ~std::size_t{0};
  static constexpr std::size_t max_array_size = ~std::size_t{0};
  static constexpr std::size_t max_key_size = ~std::size_t{0};
  static constexpr std::size_t max_string_size = ~std::size_t{0};

  std::uint32_t at = 0;
  std::optional<std::uint32_t> token;  // where the text, number or word being read begins
  std::string text;                    // what is read of it
  std::vector<JsonNode> open;          // objects and lists around
  std::optional<JsonNode> root;

  void begin(char c) {
    if (!token && std::string_view(" \t\r\n,:[]{}").find(c) == std::string_view::npos) token = at;
  }

  bool add(JsonNode node) {
    if (open.empty())
      root = std::move(node);
    else
      open.back().items.push_back(std::move(node));
    return true;
  }
  bool addToken(JsonNode::Kind kind, std::uint32_t end, double number = 0) {
    JsonNode node;
    node.kind = kind;
    node.span = {*token, end};
    node.number = number;
    if (kind == JsonNode::Kind::Text) node.text = std::move(text);
    text.clear();
    token.reset();
    return add(std::move(node));
  }
  bool begin(JsonNode::Kind kind) {
    JsonNode& node = open.emplace_back();
    node.kind = kind;
    node.span.start = at;
    return true;
  }
  bool end() {
    JsonNode node = std::move(open.back());
    open.pop_back();
    node.span.end = at + 1;
    return add(std::move(node));
  }

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_object_begin(error_code&) { return begin(JsonNode::Kind::Object); }
  bool on_object_end(std::size_t, error_code&) { return end(); }
  bool on_array_begin(error_code&) { return begin(JsonNode::Kind::List); }
  bool on_array_end(std::size_t, error_code&) { return end(); }
  bool on_key_part(json::string_view s, std::size_t, error_code&) {
    text += view(s);
    return true;
  }
  bool on_key(json::string_view s, std::size_t, error_code&) {
    text += view(s);
    open.back().keys.push_back({std::move(text), {*token, at + 1}});
    text.clear();
    token.reset();
    return true;
  }
  bool on_string_part(json::string_view s, std::size_t, error_code&) {
    text += view(s);
    return true;
  }
  bool on_string(json::string_view s, std::size_t, error_code&) {
    text += view(s);
    return addToken(JsonNode::Kind::Text, at + 1);
  }
  bool on_number_part(json::string_view, error_code&) { return true; }
  // A number ends where something else begins.
  bool on_int64(std::int64_t n, json::string_view, error_code&) {
    return addToken(JsonNode::Kind::Number, at, static_cast<double>(n));
  }
  bool on_uint64(std::uint64_t n, json::string_view, error_code&) {
    return addToken(JsonNode::Kind::Number, at, static_cast<double>(n));
  }
  bool on_double(double n, json::string_view, error_code&) {
    return addToken(JsonNode::Kind::Number, at, n);
  }
  bool on_bool(bool, error_code&) { return addToken(JsonNode::Kind::Bool, at + 1); }
  bool on_null(error_code&) { return addToken(JsonNode::Kind::Null, at + 1); }
  bool on_comment_part(json::string_view, error_code&) { return true; }
  bool on_comment(json::string_view, error_code&) { return true; }
};

/// The character at an offset; at the end of the text the last one that is not blank.
text::Span characterAt(std::string_view text, std::size_t at) {
  if (at >= text.size()) {
    std::size_t last = text.find_last_not_of(" \t\r\n");
    if (last == text.npos) return {};
    at = last;
  }
  auto continues = [&](std::size_t i) {
    return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
  };
  std::size_t start = at;
  while (start > 0 && continues(start)) --start;
  std::size_t end = at + 1;
  while (continues(end)) ++end;
  return {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
}

}  // namespace

ParsedJson parseJson(std::string_view text) {
  json::basic_parser<Builder> parser(json::parse_options{});
  Builder& builder = parser.handler();
  error_code error;
  std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (; at < text.size() && !error; ++at) {
    builder.at = static_cast<std::uint32_t>(at);
    builder.begin(text[at]);
    // Nothing is taken when the document is already whole.
    if (parser.write_some(true, &text[at], 1, error) == 0 && !error)
      error = json::error::extra_data;
    if (error) break;
  }
  if (!error) {
    builder.at = static_cast<std::uint32_t>(text.size());
    parser.write_some(false, text.data() + text.size(), 0, error);
  }
  if (error || !builder.root) return {std::nullopt, characterAt(text, at)};
  return {std::move(builder.root), {}};
}

JsonNode jsonTree(const json::value& value) {
  JsonNode node;
  if (value.is_bool()) {
    node.kind = JsonNode::Kind::Bool;
  } else if (value.is_number()) {
    node.kind = JsonNode::Kind::Number;
    node.number = value.to_number<double>();
  } else if (value.is_string()) {
    node.kind = JsonNode::Kind::Text;
    node.text = view(value.get_string());
  } else if (value.is_array()) {
    node.kind = JsonNode::Kind::List;
    for (const json::value& item : value.get_array()) node.items.push_back(jsonTree(item));
  } else if (value.is_object()) {
    node.kind = JsonNode::Kind::Object;
    for (const auto& [key, item] : value.get_object()) {
      if (item.is_null()) continue;
      node.keys.push_back({std::string(view(key)), {}});
      node.items.push_back(jsonTree(item));
    }
  }
  return node;
}

}  // namespace journey::workspace
