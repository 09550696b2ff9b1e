// The maps that a command is asked about: found, read and understood, on all cores.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/check/outcome.hpp"
#include "cli/projects.hpp"
#include "locale/message.hpp"
#include "model/map.hpp"
#include "workspace/encoding_fault.hpp"
#include "workspace/facts.hpp"
#include "workspace/files.hpp"

namespace journey::cli {

struct Target {
  std::string path;    // where it lies, or where what comes in stands; empty: nowhere
  std::string shown;   // valid UTF-8
  bool input = false;  // standard input; what lies at the path is not read
};

/// True for a journey.json that was asked for by name: its faults are all that is to say of it.
bool isSettings(const Target& target);

/// Files as given, and the maps in folders, each once. What cannot be read is complained about and
/// counted, and so are folders without maps where that leaves nothing to do. Standard input goes by
/// `stdinName`, if that is not empty, and stands for the file of that name.
std::vector<Target> targetsOf(const std::vector<std::string>& paths, const std::string& stdinName,
                              locale::Language language, std::vector<Unread>& unread);

/// The text of a file, or of standard input for `-`. Bytes in another encoding are an error too.
workspace::FileResult<std::string> readText(const std::string& path, locale::Language language);

struct MapFile {
  Target target;
  FoundProjectPtr project;
  workspace::ProjectPtr settings;    // what of the project holds for this file
  std::optional<std::string> error;  // why it could not be read; then all below is empty
  std::optional<workspace::EncodingFault>
      encoding;  // then it is not understood: map and facts are empty
  std::string content;
  text::Text text;
  model::Map map;
  workspace::Facts facts;
};

/// Reads them all, in order. `step` is called after each one, on any thread.
std::vector<MapFile> readMaps(const std::vector<Target>& targets, Projects& projects,
                              const std::function<void()>& step);

/// Calls `each` for 0 … count − 1 on all cores and waits for them. What it throws comes out.
void inParallel(std::size_t count, const std::function<void(std::size_t)>& each);

/// The other maps that stand in the projects of some maps, or in their folders where they have no
/// journey.json: for what maps tell each other. Of those that cannot be read, nothing is known.
std::vector<MapFile> mapsAround(const std::vector<MapFile>& maps, Projects& projects);

}  // namespace journey::cli
