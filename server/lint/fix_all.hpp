// Many fixes at once, one after the other on the text: for «fix all» in an editor and for
// `journey check --fix`.
//
// Taken without asking is only a fix that is `safe`: it keeps every word the author typed, needs no
// choice and leaves nothing to fill in. Translated and misspelt keywords and values, dates that can
// mean one day only, and suppressions that silence nothing are; whatever inserts a skeleton, moves
// lines, deletes text or guesses a name is not.
#pragma once

#include <string>
#include <vector>

#include "lint/rule.hpp"
#include "model/map.hpp"

namespace journey::lint {

struct FixedText {
  std::string text;
  std::vector<TextEdit> edits;          // from the old text to the new one, as small as can be
  std::size_t taken = 0;                // how many fixes that took
  model::Map map;                       // of the new text
  std::vector<PlacedFinding> findings;  // what is left, in the order of the text
};

/// Takes all safe fixes; with `only`, the preferred fixes of that rule instead. Each round takes
/// the fixes that do not touch each other, until there are none; a fix whose finding is still there
/// afterwards is left out.
FixedText fixAll(const text::Text& text, const model::Map& map, const Context& context,
                 const Rule* only = nullptr);

}  // namespace journey::lint
