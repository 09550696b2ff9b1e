// What people and templates write where something is still to be filled in.
#pragma once

#include <optional>
#include <string_view>

#include "text/span.hpp"

namespace journey::lint {

/// The placeholder in one line of text, or nothing.
std::optional<text::Span> findPlaceholder(std::string_view line);

/// True for a text that is nothing but one. Other rules leave such a text alone: it has no value
/// yet.
bool isPlaceholder(std::string_view text);

}  // namespace journey::lint
