// Hover: what a keyword means, how an emotion was read, where a phase or touchpoint stands.
// LSP 3.17: textDocument/hover
#pragma once

#include <optional>
#include <string>

#include "features/prose.hpp"
#include "locale/language.hpp"
#include "workspace/snapshot.hpp"

namespace journey::features {

struct Hover {
  std::string text;  // in the markup asked for
  text::Span span;   // bytes
};

std::optional<Hover> hover(const workspace::Snapshot& snapshot, std::uint32_t offset,
                           locale::Language language, Markup markup = Markup::Markdown);

/// A persona's card: the name and all that is told of it.
void writePersona(Prose& out, const model::Block& persona);

}  // namespace journey::features
