// The text of whole phases, for fixes that move them.
#pragma once

#include <optional>

#include "lint/rule.hpp"
#include "model/phase_model.hpp"

namespace journey::lint {

/// Bytes of a phase with all its touchpoints and the comment lines right above it; nullopt if
/// something else stands between.
std::optional<Span> phaseSpan(const text::Text& text, const model::Map& map,
                              const model::Phase& phase);

/// The phases of a journey in the order of its model, as one edit; nullopt where they cannot be
/// moved or need not be. Phases that the model does not know stay behind the one they follow.
std::optional<TextEdit> phasesInOrder(const text::Text& text, const model::Map& map,
                                      const model::Journey& journey,
                                      const model::PhaseModelUse& use);

/// A block's head with its continuation lines and the last one's line ending.
Span headLineSpan(const text::Text& text, const model::Map& map, BlockIndex block);

}  // namespace journey::lint
