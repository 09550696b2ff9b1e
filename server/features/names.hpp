// What a name stands for, and every other place that means the same. Shared by the features that
// follow names: definition, references, highlights, rename, code lenses.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workspace/view.hpp"

namespace journey::features {

/// A name where it stands. Lives as long as the view it was found in.
struct NameAt {
  const workspace::File* file = nullptr;
  const workspace::Name* name = nullptr;

  bool operator==(const NameAt&) const = default;
};

/// What a name stands for; two names mean the same if their meanings are equal.
///
/// - A touchpoint is the first one of that title in the journey. The second one is another.
/// - A persona is the journey's own, else one before any journey in the file, else that of the
///   workspace's libraries. A head without entries refers in the same way.
/// - Lanes count for the file that has a `Lane` for them; those of a project's settings count for
///   the project's other files. Channels and owners count for the workspace. All by name.
/// - Journeys, phases and opportunities stand for themselves.
struct Meaning {
  workspace::Name::Kind kind{};
  std::string folded;
  const workspace::File* file = nullptr;      // none: it belongs to the workspace
  const workspace::Folder* folder = nullptr;  // of a lane that its settings name
  std::uint32_t journey = 0;                  // of a name that no head in the file declares
  std::int32_t head = -1;                     // the head, as index in Facts::names, if there is one

  bool operator==(const Meaning&) const = default;
};

/// The name at a byte offset, its ends included.
std::optional<NameAt> nameAt(const workspace::File& file, std::uint32_t offset);

Meaning meaningOf(const workspace::View& view, NameAt name);

/// All places that mean the same, by file and in the order of the text.
std::vector<NameAt> placesOf(const workspace::View& view, const Meaning& meaning);

/// Where it is described: its head; of personas in libraries, all heads of that name. Lanes at
/// their `Lane`; channels and owners where they come first in `file`.
std::vector<NameAt> headsOf(const workspace::View& view, const Meaning& meaning,
                            const workspace::File& file);

/// A name in the list of lanes, channels or owners of a journey.json.
struct SettingAt {
  const workspace::File* file = nullptr;
  text::Span span;  // bytes: the string with its quotes
};

std::vector<SettingAt> settingsOf(const workspace::View& view, const Meaning& meaning);

/// True if a library describes the persona of a folded name.
bool isInLibrary(const workspace::View& view, std::string_view persona);

}  // namespace journey::features
