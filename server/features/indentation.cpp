#include "features/indentation.hpp"

#include <algorithm>
#include <array>

#include "features/format.hpp"
#include "features/place.hpp"

namespace journey::features {

std::optional<std::string_view> indentUnit(const workspace::Snapshot& snapshot,
                                           model::BlockIndex block, std::uint32_t typedLine) {
  struct Unit {
    std::string_view space;
    int lines;
  };
  std::array<Unit, 4> units{{{usualUnit, 0}, {"\t", 0}, {"    ", 0}, {"", 0}}};
  const model::Map& map = snapshot.map;
  int seen = 0;  // up to a hundred lines: enough to tell, and the same work in a large map
  for (model::BlockIndex i = block + 1; i-- > 0 && seen < 100;) {
    const model::Block& b = map.block(i);
    for (std::size_t e = b.entries.size(); e-- > 0 && seen < 100;) {
      std::size_t level = indentOf(b, e) / 2;
      std::uint32_t line = map.blocks[i].line + b.entries[e].line;
      if (level == 0 || line == typedLine) continue;
      ++seen;
      std::string_view text = snapshot.text.line(line);
      std::string_view space = text.substr(0, leadingSpace(text));
      for (Unit& unit : units)
        if (space.size() == unit.space.size() * level &&
            space.find_first_not_of(unit.space.empty() ? ' ' : unit.space[0]) == space.npos)
          ++unit.lines;
    }
  }
  const Unit& common = *std::ranges::max_element(units, {}, &Unit::lines);
  if (common.lines * 2 < seen) return std::nullopt;
  return common.space;
}

std::string repeated(std::string_view unit, std::size_t times) {
  std::string out;
  while (times-- > 0) out += unit;
  return out;
}

}  // namespace journey::features
