// The smallest edits that make one text of another: cursors, folds and marks of an editor stay
// where nothing changed.
#pragma once

#include <string_view>
#include <vector>

#include "lint/rule.hpp"

namespace journey::lint {

/// In order and apart; empty if the texts are the same. None cuts a character or a \r\n in two.
std::vector<TextEdit> minimalEdits(const text::Text& before, std::string_view after);

}  // namespace journey::lint
