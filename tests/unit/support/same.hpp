// What two versions of a map have in common.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "support/fixture.hpp"

namespace journey::test {

/// A map as `head > construct [qualifier]: text` for each entry of each block, sorted within a
/// block. Blocks of one name count as different ones.
inline std::vector<std::string> entriesUnderHeads(const workspace::Snapshot& snapshot) {
  std::vector<std::string> out;
  for (const model::PlacedBlock& placed : snapshot.map.blocks) {
    std::string head =
        std::to_string(static_cast<int>(placed->kind)) + std::string(placed->title());
    for (const model::Entry& e : placed->entries) {
      std::string opportunity;
      if (e.opportunity >= 0) {
        const auto& of = placed->opportunities[static_cast<std::size_t>(e.opportunity)];
        opportunity = placed->entries[of.entries.front()].text + " > ";
      }
      out.push_back(head + " > " + opportunity + std::to_string(static_cast<int>(e.place)) +
                    std::string(syntax::nameOf(e.construct)) + " [" + e.qualifierText +
                    "]: " + e.text);
    }
  }
  std::ranges::sort(out);
  return out;
}

/// A text's lines without their endings, sorted.
inline std::vector<std::string> sortedLines(const text::Text& text) {
  std::vector<std::string> out;
  for (std::uint32_t i = 0; i < text.lineCount(); ++i) out.emplace_back(text.line(i));
  std::ranges::sort(out);
  return out;
}

}  // namespace journey::test
