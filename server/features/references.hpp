// Every place that means the same as the name under the cursor, or leads to the same file.
// LSP 3.17: textDocument/references, textDocument/documentHighlight
#pragma once

#include <vector>

#include "features/names.hpp"

namespace journey::features {

struct Reference {
  const workspace::File* file = nullptr;
  text::Span span;  // bytes
};

std::vector<Reference> references(const workspace::View& view, const workspace::File& file,
                                  std::uint32_t offset, bool includeDeclaration);

/// Where others name what a head declares.
std::vector<Reference> mentionsOf(const workspace::View& view, NameAt head);

struct Highlight {
  text::Span span;      // bytes
  bool writes = false;  // a head: here it gets its name
};

/// In this file alone.
std::vector<Highlight> highlights(const workspace::View& view, const workspace::File& file,
                                  std::uint32_t offset);

}  // namespace journey::features
