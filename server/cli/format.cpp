// journey format: well formatted files, in place.
#include <iostream>

#include "cli/commands.hpp"
#include "cli/map_files.hpp"
#include "features/format.hpp"
#include "workspace/files.hpp"
#include "workspace/snapshot.hpp"

namespace journey::cli {

int format(const FormatOptions& options) {
  bool sound = true;
  bool wanting = false;
  std::vector<Unread> unread;
  for (const Target& target : targetsOf(options.paths, {}, terminalLanguage(), unread).files) {
    const std::string& path = target.path;
    auto content = readOrComplain(path);
    if (!content) {
      sound = false;
      continue;
    }
    auto snapshot = workspace::read(text::Text(*content), 0, {});
    std::string formatted = features::applied(snapshot->text, features::format(*snapshot));
    if (path == "-") {
      if (!options.check) std::cout << formatted;
      wanting |= formatted != *content;
      continue;
    }
    if (formatted == *content) continue;
    wanting = true;
    std::cout << target.shown << '\n';
    if (options.check) continue;
    if (auto written = workspace::writeWhole(path, formatted); !written) {
      complain(path, written.error().reason);
      sound = false;
    }
  }
  if (!sound || !unread.empty()) return exitUsage;
  return options.check && wanting ? exitFindings : exitClean;
}

}  // namespace journey::cli
