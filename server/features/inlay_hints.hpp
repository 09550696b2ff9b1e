// What a map says without writing it: how a feeling was read, a phase's mean, a touchpoint's
// number. LSP 3.17: textDocument/inlayHint
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "locale/language.hpp"
#include "workspace/snapshot.hpp"

namespace journey::features {

struct InlayHint {
  std::uint32_t offset = 0;  // bytes; behind the text that it speaks of
  std::string label;
  /// Taking the hint over writes it into the text: a score that was only read becomes one that is
  /// written. Goes in at `offset`.
  std::optional<std::string> insert;

  bool operator==(const InlayHint&) const = default;
};

/// The hints inside a span (bytes), in order. What more there is to say of one, hover says at its
/// offset.
std::vector<InlayHint> inlayHints(const workspace::Snapshot& snapshot, text::Span span,
                                  locale::Language language);

}  // namespace journey::features
