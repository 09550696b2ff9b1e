// Light, dark, or whichever the reader's system prefers.
#pragma once

#include <cstdint>

namespace journey::render {

enum class Theme : std::uint8_t { Light, Dark, Both };

}  // namespace journey::render
