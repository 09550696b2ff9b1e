// journey format: well formatted files, in place.
#include <iostream>

#include "cli/commands.hpp"
#include "features/format.hpp"
#include "workspace/files.hpp"
#include "workspace/snapshot.hpp"

namespace journey::cli {

int format(const FormatOptions& options) {
  bool sound = true;
  bool wanting = false;
  for (const std::string& path : expand(options.paths, sound)) {
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
    std::cout << path << '\n';
    if (options.check) continue;
    if (auto written = workspace::writeWhole(path, formatted); !written) {
      complain(path, written.error().reason);
      sound = false;
    }
  }
  if (!sound) return exitUsage;
  return options.check && wanting ? exitFindings : exitClean;
}

}  // namespace journey::cli
