#include "features/prose.hpp"

namespace journey::features {

std::string escapeMarkdown(std::string_view text) {
  std::string out;
  bool numbering = true;  // only digits so far on this line: «1.» would begin a list
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '\n') {
      out += "  \n  ";  // a line break inside a list item
      numbering = true;
      continue;
    }
    bool lineStart = i == 0 || text[i - 1] == '\n';
    bool special = std::string_view("\\`*_{}[]()<>#+!|~&").find(c) != std::string_view::npos;
    bool opensBlock =
        (lineStart && (c == '-' || c == '=')) || (!lineStart && numbering && c == '.');
    if (special || opensBlock) out += '\\';
    numbering = numbering && c >= '0' && c <= '9';
    out += c;
  }
  return out;
}

Prose& Prose::text(std::string_view words) {
  out_ += markup_ == Markup::Plain ? std::string(words) : escapeMarkdown(words);
  return *this;
}

Prose& Prose::bold(std::string_view words) {
  if (markup_ == Markup::Plain) return text(words);
  return raw("**").text(words).raw("**");
}

Prose& Prose::raw(std::string_view words) {
  out_ += words;
  return *this;
}

Prose& Prose::line() {
  if (out_.empty()) return *this;
  return raw(markup_ == Markup::Plain ? "\n" : "  \n");
}

Prose& Prose::paragraph() {
  if (out_.empty()) return *this;
  return raw(markup_ == Markup::Plain ? "\n" : "\n\n");
}

Prose& Prose::item(std::string_view name, std::string_view words) {
  out_ += markup_ == Markup::Plain ? "\n• " : "\n- ";
  text(name).raw(": ");
  if (markup_ != Markup::Plain) return text(words);
  for (char c : words) {
    out_ += c;
    if (c == '\n') out_ += "  ";
  }
  return *this;
}

Prose& Prose::picture(std::string_view uri, std::string_view description,
                      std::string_view instead) {
  if (markup_ == Markup::MarkdownWithPictures)
    return raw("![").text(description).raw("](").raw(uri).raw(")");
  return raw(description).raw(": ").raw(instead);
}

}  // namespace journey::features
