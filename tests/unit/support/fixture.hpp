// Texts with cursor marks, and snapshots made from them.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "workspace/snapshot.hpp"

namespace journey::test {

/// The day on which tests run.
inline constexpr std::chrono::year_month_day today =
    std::chrono::year(2026) / std::chrono::month(11) / std::chrono::day(22);

struct Fixture {
  std::string text;                  // without the marks
  std::vector<std::uint32_t> marks;  // byte offsets of each `$0`
  std::uint32_t mark() const { return marks.at(0); }
};

inline Fixture fixture(std::string_view marked) {
  Fixture out;
  while (!marked.empty()) {
    std::size_t at = marked.find("$0");
    out.text += marked.substr(0, at);
    if (at == marked.npos) break;
    out.marks.push_back(static_cast<std::uint32_t>(out.text.size()));
    marked.remove_prefix(at + 2);
  }
  return out;
}

/// As workspace::read, on the day of the tests.
inline workspace::SnapshotPtr snapshotOf(std::string_view text, workspace::ProjectPtr project,
                                         lint::LibraryPtr library = nullptr) {
  auto snapshot = std::make_shared<workspace::Snapshot>(
      *workspace::read(text::Text(text), 0, project, library));
  snapshot->context.today = today;
  snapshot->report = lint::check(snapshot->map, snapshot->context);
  return snapshot;
}

inline workspace::SnapshotPtr snapshotOf(std::string_view text,
                                         locale::Language fallback = locale::Language::En) {
  if (fallback == locale::Language::En) return snapshotOf(text, workspace::defaultProject());
  workspace::Settings settings;
  settings.language = fallback;
  return snapshotOf(text, workspace::makeProject(settings));
}

}  // namespace journey::test
