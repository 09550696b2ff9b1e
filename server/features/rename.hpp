// Renames what the cursor stands on, everywhere it is named: all of it or nothing.
// LSP 3.17: textDocument/rename, textDocument/prepareRename
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "features/edits.hpp"
#include "locale/message.hpp"
#include "workspace/view.hpp"

namespace journey::features {

struct Renamable {
  text::Span span;   // bytes
  std::string name;  // on one line
};

std::optional<Renamable> prepareRename(const workspace::File& file, std::uint32_t offset);

/// Why a name cannot be given, and what to do instead.
struct RenameProblem {
  locale::Message message{};
  locale::Arguments arguments;
};

std::variant<WorkspaceEdit, RenameProblem> rename(const workspace::View& view,
                                                  const workspace::File& file, std::uint32_t offset,
                                                  std::string_view newName);

}  // namespace journey::features
