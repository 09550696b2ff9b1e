// The card of a persona that a library of the workspace describes, where a map only names it.
// LSP 3.17: textDocument/hover
#pragma once

#include <optional>

#include "features/hover.hpp"
#include "workspace/view.hpp"

namespace journey::features {

/// Nothing where no persona is named, or where the map describes it itself. `offset` in bytes.
std::optional<Hover> personaHover(const workspace::View& view, const workspace::File& file,
                                  std::uint32_t offset, Markup markup);

}  // namespace journey::features
