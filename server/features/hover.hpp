// Hover: what a keyword means, how an emotion was read, where a phase or touchpoint stands.
// LSP 3.17: textDocument/hover
#pragma once

#include <optional>
#include <string>

#include "locale/language.hpp"
#include "workspace/snapshot.hpp"

namespace journey::features {

struct Hover {
  std::string markdown;
  text::Span span;  // bytes
};

std::optional<Hover> hover(const workspace::Snapshot& snapshot, std::uint32_t offset,
                           locale::Language language);

/// Text as Markdown that shows it as it is.
std::string escapeMarkdown(std::string_view text);

}  // namespace journey::features
