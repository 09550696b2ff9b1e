// The ways through a journey as a hierarchy: a touchpoint «calls» those it leads to.
// LSP 3.17: textDocument/prepareCallHierarchy, callHierarchy/incomingCalls, …/outgoingCalls
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "features/names.hpp"

namespace journey::features {

struct Way {
  NameAt other;                   // the touchpoint at the other end
  std::vector<text::Span> spans;  // bytes: what leads there, in the lines of the one it leads from
};

/// The touchpoint that a `Next` names, else the one whose lines hold the offset.
std::optional<NameAt> touchpointAt(const workspace::View& view, const workspace::File& file,
                                   std::uint32_t offset);

/// Where a touchpoint leads: by `Next`, and to the one below it unless a `Next` without a condition
/// says otherwise.
std::vector<Way> waysFrom(NameAt touchpoint);
std::vector<Way> waysTo(NameAt touchpoint);

/// Finds a touchpoint again after edits: in the journey of that title, else in any.
std::optional<NameAt> touchpointNamed(const workspace::File& file, std::string_view title,
                                      std::string_view journey);
/// The title of the journey it stands in, to find it by; may be empty.
std::string_view journeyTitleOf(NameAt touchpoint);

}  // namespace journey::features
