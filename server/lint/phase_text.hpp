// The text of whole phases, for fixes that move them.
#pragma once

#include <optional>
#include <string>

#include "lint/rule.hpp"

namespace journey::lint {

/// Bytes of a phase with all its touchpoints; nullopt if something else stands between.
std::optional<Span> phaseSpan(const model::Map& map, const model::Phase& phase);

/// The line of a block's head with its line ending.
Span headLineSpan(const text::Text& text, const model::Map& map, BlockIndex block);

/// `piece`, which ends at `end` in the text, with a line ending if the text ends there without.
std::string withLineEnding(const text::Text& text, std::uint32_t end, std::string piece);

}  // namespace journey::lint
