// Hover over what a rule found: what it checks and why, and where its page is.
// LSP 3.17: textDocument/hover
#pragma once

#include "features/hover.hpp"

namespace journey::features {

/// `pages`: the URI of the folder with the rules' pages (lint/page.hpp), with its last slash; empty
/// if there is none.
std::optional<Hover> ruleHover(const workspace::Snapshot& snapshot, std::uint32_t offset,
                               locale::Language language, Markup markup, std::string_view pages);

/// Two hovers at one place as one, of what both speak of.
std::optional<Hover> together(std::optional<Hover> first, std::optional<Hover> second,
                              Markup markup);

}  // namespace journey::features
