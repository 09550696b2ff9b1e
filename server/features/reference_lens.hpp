// Above a touchpoint how many ways lead there by `Next`, above a persona how often it is mentioned.
// LSP 3.17: textDocument/codeLens, codeLens/resolve
#pragma once

#include <vector>

#include "features/names.hpp"

namespace journey::features {

/// The heads that others name; where they do, `mentionsOf` tells when a lens is shown.
std::vector<NameAt> referenceLenses(const workspace::View& view, const workspace::File& file);

}  // namespace journey::features
