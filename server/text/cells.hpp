// How wide text is on a terminal, whose characters stand in cells.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace journey::text {

/// Columns that one line of text takes: two for an emoji or an East Asian wide character, none for
/// a mark on the letter before.
std::uint32_t cells(std::string_view bytes);

/// Text that a terminal shows and does not obey: control characters, those that turn the direction
/// of writing, and bytes that are not UTF-8 become U+FFFD. Tabs and line feeds too.
std::string harmless(std::string_view bytes);

}  // namespace journey::text
