// Short texts for people, as Markdown or plain: hovers are written with it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace journey::features {

/// What the client shows: it is told by its capabilities.
enum class Markup : std::uint8_t {
  Plain,
  Markdown,
  MarkdownWithPictures,  // it makes HTML of it, so that a data URI becomes a picture
};

/// Text as Markdown that shows it as it is.
std::string escapeMarkdown(std::string_view text);

class Prose {
 public:
  explicit Prose(Markup markup) : markup_(markup) {}

  /// The user's words, escaped as needed.
  Prose& text(std::string_view words);
  Prose& bold(std::string_view words);
  /// Words of ours.
  Prose& raw(std::string_view words);
  /// What comes next stands on a line of its own, or apart from what came before.
  Prose& line();
  Prose& paragraph();
  Prose& item(std::string_view name, std::string_view words);
  /// `instead` is for where there are no pictures.
  Prose& picture(std::string_view uri, std::string_view description, std::string_view instead);

  const std::string& str() const { return out_; }
  bool empty() const { return out_.empty(); }

 private:
  Markup markup_;
  std::string out_;
};

}  // namespace journey::features
