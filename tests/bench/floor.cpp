// The least that any server with this parser must do for a typed character: decode the edit, apply
// it, reparse, encode an answer without findings. Speaks the same frames as `journey lsp`, so that
// the way there and back costs the same. Takes single-line positions in UTF-8; reads one document.
#include <tree_sitter/api.h>

#include <boost/json.hpp>

#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

extern "C" const TSLanguage* tree_sitter_journey();

namespace {

namespace json = boost::json;

void send(const json::value& message) {
  std::string content = json::serialize(message);
  std::string frame = "Content-Length: " + std::to_string(content.size()) + "\r\n\r\n" + content;
  for (std::string_view rest = frame; !rest.empty();) {
    ssize_t n = ::write(STDOUT_FILENO, rest.data(), rest.size());
    if (n <= 0) std::exit(1);
    rest.remove_prefix(static_cast<std::size_t>(n));
  }
}

class Document {
 public:
  Document() { ts_parser_set_language(parser_, tree_sitter_journey()); }

  void open(std::string_view text) {
    text_ = text;
    if (tree_) ts_tree_delete(tree_);
    tree_ = parse(nullptr);
  }

  void edit(const json::object& change) {
    const json::object& range = change.at("range").as_object();
    std::uint32_t start = offsetOf(range.at("start").as_object());
    std::uint32_t end = offsetOf(range.at("end").as_object());
    std::string_view with = change.at("text").as_string();
    text_.replace(start, end - start, with);
    auto newEnd = static_cast<std::uint32_t>(start + with.size());
    TSInputEdit edit{start, end, newEnd, {0, start}, {0, end}, {0, newEnd}};
    ts_tree_edit(tree_, &edit);
    TSTree* fresh = parse(tree_);
    ts_tree_delete(tree_);
    tree_ = fresh;
  }

 private:
  TSTree* parse(const TSTree* old) {
    return ts_parser_parse_string(parser_, old, text_.data(),
                                  static_cast<std::uint32_t>(text_.size()));
  }

  std::uint32_t offsetOf(const json::object& position) const {
    const char* at = text_.data();
    for (auto line = position.at("line").to_number<std::uint32_t>(); line > 0; --line)
      at = static_cast<const char*>(
               std::memchr(at, '\n', static_cast<std::size_t>(text_.data() + text_.size() - at))) +
           1;
    return static_cast<std::uint32_t>(at - text_.data()) +
           position.at("character").to_number<std::uint32_t>();
  }

  TSParser* parser_ = ts_parser_new();
  TSTree* tree_ = nullptr;
  std::string text_;
};

void publish(const json::object& document) {
  send({{"jsonrpc", "2.0"},
        {"method", "textDocument/publishDiagnostics"},
        {"params",
         {{"uri", document.at("uri")},
          {"version", document.at("version")},
          {"diagnostics", json::array{}}}}});
}

void take(Document& document, const json::object& message) {
  std::string_view method = message.at("method").as_string();
  if (method == "initialize")
    send({{"jsonrpc", "2.0"},
          {"id", message.at("id")},
          {"result", {{"capabilities", json::object{}}}}});
  if (method == "exit") std::exit(0);
  if (method != "textDocument/didOpen" && method != "textDocument/didChange") return;
  const json::object& params = message.at("params").as_object();
  const json::object& named = params.at("textDocument").as_object();
  if (method == "textDocument/didOpen")
    document.open(named.at("text").as_string());
  else
    for (const json::value& change : params.at("contentChanges").as_array())
      document.edit(change.as_object());
  publish(named);
}

}  // namespace

int main() {
  Document document;
  std::string buffer;
  char bytes[65536];
  for (;;) {
    ssize_t n = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (n <= 0) return 1;
    buffer.append(bytes, static_cast<std::size_t>(n));
    for (std::size_t end; (end = buffer.find("\r\n\r\n")) != std::string::npos;) {
      std::size_t length =
          std::strtoul(buffer.c_str() + std::strlen("Content-Length: "), nullptr, 10);
      if (buffer.size() - end - 4 < length) break;
      take(document, json::parse(std::string_view(buffer).substr(end + 4, length)).as_object());
      buffer.erase(0, end + 4 + length);
    }
  }
}
