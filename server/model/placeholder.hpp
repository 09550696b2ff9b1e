// What people and templates write where something is still to be filled in.
#pragma once

#include <optional>
#include <string_view>

#include "locale/language.hpp"
#include "syntax/construct.hpp"
#include "text/span.hpp"

namespace journey::model {

/// The placeholder in one line of an entry's text, or nothing. Templates are known in the
/// document's language and in English; «Touchpoint 2» is one only behind that keyword.
std::optional<text::Span> findPlaceholder(std::string_view line, syntax::Construct construct,
                                          locale::Language language);

/// True for a text that is nothing but one. Rules leave such a text alone: it has no value yet.
bool isPlaceholder(std::string_view text, syntax::Construct construct, locale::Language language);

}  // namespace journey::model
