// Where what the cursor stands on is described: a touchpoint behind its `Next`, a persona behind
// its [name], the file behind a link. LSP 3.17: textDocument/definition, textDocument/declaration
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "workspace/view.hpp"

namespace journey::features {

struct Target {
  std::string uri;
  const workspace::File* file = nullptr;  // none: a link's, and not one of the workspace's maps
  text::Span whole;                       // bytes of the file
  text::Span name;                        // inside `whole`
};

struct Definition {
  text::Span origin;  // bytes: the name or link under the cursor
  std::vector<Target> targets;
};

std::optional<Definition> definition(const workspace::View& view, const workspace::File& file,
                                     std::uint32_t offset);

}  // namespace journey::features
