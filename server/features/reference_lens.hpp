// Above a touchpoint how many ways lead there by `Next`, above a persona how often it is mentioned.
// LSP 3.17: textDocument/codeLens, codeLens/resolve
#pragma once

#include <vector>

#include "features/references.hpp"

namespace journey::features {

struct ReferenceLens {
  NameAt head;
  text::Span line;                  // bytes: the head's first line
  std::vector<Reference> mentions;  // never empty
};

std::vector<ReferenceLens> referenceLenses(const workspace::View& view,
                                           const workspace::File& file);

}  // namespace journey::features
