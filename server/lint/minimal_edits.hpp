// The smallest edits that make one text of another: cursors, folds and marks of an editor stay
// where nothing changed.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "lint/rule.hpp"

namespace journey::lint {

/// Lines [before, before + removed) become lines [after, after + added).
struct Hunk {
  std::size_t before, removed, after, added;
};

/// The lines that differ, in order and apart.
std::vector<Hunk> hunksOf(const std::vector<std::string_view>& before,
                          const std::vector<std::string_view>& after);

/// In order and apart; empty if the texts are the same. None cuts a character or a \r\n in two.
std::vector<TextEdit> minimalEdits(const text::Text& before, std::string_view after);

}  // namespace journey::lint
