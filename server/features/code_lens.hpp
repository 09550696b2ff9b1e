// Above a journey: «Show the map». Above journeys and phases: how many pain points nobody has an
// answer to yet.
// LSP 3.17: textDocument/codeLens
#pragma once

#include <vector>

#include "workspace/snapshot.hpp"

namespace journey::features {

/// Spans (bytes) of the lines that offer the preview.
std::vector<text::Span> previewLenses(const workspace::Snapshot& snapshot);

/// Pain points at touchpoints without an opportunity.
struct PainLens {
  model::BlockIndex head = 0;     // a journey or a phase
  text::Span line;                // bytes: its first line
  std::vector<text::Span> pains;  // bytes, in order; never empty
};

std::vector<PainLens> painLenses(const workspace::Snapshot& snapshot);

}  // namespace journey::features
