// Reads an emotion: its score, emoji and words become a valence (domain.md (f)).
#pragma once

#include <optional>
#include <string_view>

#include "model/block.hpp"

namespace journey::model {

/// `text` is an emotion entry's text; `invalidScore` of the result is in bytes of it.
Emotion readEmotion(std::string_view text, locale::Language language);

/// Bytes of the text that hold its score, valid or not, with the parentheses if it has them.
std::optional<Span> scoreSpan(std::string_view text);

}  // namespace journey::model
