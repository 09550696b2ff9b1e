// Links: web addresses, images, other maps.
// LSP 3.17: textDocument/documentLink
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "locale/message.hpp"
#include "workspace/view.hpp"

namespace journey::features {

struct DocumentLink {
  text::Span span;              // bytes
  std::string target;           // a URI
  locale::Message tooltip{};    // what opening it does
  locale::Arguments arguments;  // of the tooltip
};

/// Whether a file exists is not asked.
std::vector<DocumentLink> documentLinks(const workspace::View& view, const workspace::File& file);

/// Where a link leads, as a URI. None for what cannot be opened from here: a path beside a document
/// that is not on disk, a path on another computer, a scheme other than http and https.
std::optional<std::string> targetOf(const workspace::File& from, const workspace::Link& link);

const workspace::Link* linkAt(const workspace::File& file, std::uint32_t offset);

}  // namespace journey::features
