// The text of whole phases, for fixes that move them.
#pragma once

#include <optional>

#include "lint/rule.hpp"

namespace journey::lint {

/// Bytes of a phase with all its touchpoints and the comment lines right above it; nullopt if
/// something else stands between.
std::optional<Span> phaseSpan(const text::Text& text, const model::Map& map,
                              const model::Phase& phase);

/// A block's head with its continuation lines and the last one's line ending.
Span headLineSpan(const text::Text& text, const model::Map& map, BlockIndex block);

}  // namespace journey::lint
