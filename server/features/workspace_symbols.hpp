// Finds journeys, personas, phases, touchpoints and opportunities of all files by a few letters.
// LSP 3.17: workspace/symbol, workspaceSymbol/resolve
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/names.hpp"

namespace journey::features {

struct WorkspaceSymbol {
  NameAt at;
  std::string container;  // the title it stands under, else the file's name
  int score = 0;
};

/// The best first, `most` at most. The letters of the query stand in the name in that order; marks
/// on letters may be left out in the query. All names match an empty query.
std::vector<WorkspaceSymbol> workspaceSymbols(const workspace::View& view, std::string_view query,
                                              std::size_t most = 200);

/// Finds a symbol again after edits: the `number`th (from 0) head of that kind and name in the
/// file.
std::optional<NameAt> symbolNamed(const workspace::File& file, workspace::Name::Kind kind,
                                  std::string_view name, std::size_t number);
/// The number to find it by.
std::size_t numberOf(NameAt symbol);

}  // namespace journey::features
