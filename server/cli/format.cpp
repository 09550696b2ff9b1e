// journey format: well formatted files, in place.
#include <iostream>
#include <optional>

#include "cli/commands.hpp"
#include "cli/map_files.hpp"
#include "features/format.hpp"
#include "locale/message.hpp"
#include "workspace/snapshot.hpp"

namespace journey::cli {

using locale::Message;

int format(const FormatOptions& options) {
  locale::Language language = terminalLanguage();
  std::vector<Unread> unread;
  Projects projects;
  std::vector<MapFile> maps =
      readMaps(targetsOf(options.paths, {}, language, unread), projects, [] {});
  std::vector<std::string> formatted(maps.size());
  inParallel(maps.size(), [&](std::size_t i) {
    if (maps[i].error || maps[i].encoding || isSettings(maps[i].target)) return;
    auto snapshot = workspace::read(maps[i].text, 0, maps[i].settings);
    formatted[i] = features::applied(snapshot->text, features::format(*snapshot));
  });
  bool sound = unread.empty();
  bool wanting = false;
  auto failed = [&](const MapFile& map, const std::string& reason) {
    complain(map.target.shown, reason);
    sound = false;
  };
  for (std::size_t i = 0; i < maps.size(); ++i) {
    const MapFile& map = maps[i];
    if (map.error || map.encoding) {
      failed(map, map.error ? *map.error : locale::say(map.encoding->message, language));
      continue;
    }
    if (isSettings(map.target)) continue;  // no map
    bool differs = formatted[i] != map.content;
    wanting |= differs;
    if (map.target.input) {
      if (!options.check) std::cout << formatted[i];
      continue;
    }
    if (!differs) continue;
    std::cout << map.target.shown << '\n';
    if (options.check) continue;
    if (auto done = workspace::writeWhole(map.target.path, formatted[i], map.content); !done)
      failed(map, done.error().changed ? locale::say(Message::check_file_changed, language)
                                       : done.error().reason);
  }
  if (!sound) return exitUsage;
  return options.check && wanting ? exitFindings : exitClean;
}

}  // namespace journey::cli
