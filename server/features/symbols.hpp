// The outline: journeys, personas, phases, touchpoints, opportunities.
// LSP 3.17: textDocument/documentSymbol
#pragma once

#include <string>
#include <vector>

#include "workspace/snapshot.hpp"

namespace journey::features {

struct Symbol {
  model::Construct construct{};
  std::string name;    // the title; the keyword where there is none
  std::string detail;  // the keyword, or an emotion's face
  bool hasFace = false;
  text::Span span;   // bytes, with all that belongs to it
  text::Span title;  // bytes, inside `span`
  std::vector<Symbol> children;
};

std::vector<Symbol> symbols(const workspace::Snapshot& snapshot);

}  // namespace journey::features
