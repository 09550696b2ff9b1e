// A line of a file as a terminal shows it, with marks under a part of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace journey::cli {

struct Excerpt {
  std::string line;  // tabs as spaces, nothing that a terminal obeys; cut with … where it is long
  std::string marks;  // blanks up to the part, then ^ under each of its cells; one at least
};

/// `start` and `end` are bytes of the line; the end may lie beyond it.
Excerpt excerptOf(std::string_view line, std::size_t start, std::size_t end,
                  std::uint32_t mostCells = 120);

}  // namespace journey::cli
