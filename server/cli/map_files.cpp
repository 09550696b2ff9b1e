#include "cli/map_files.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <iterator>
#include <mutex>
#include <set>
#include <system_error>
#include <thread>

#include "cli/commands.hpp"
#include "syntax/tree.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"
#include "workspace/search.hpp"

namespace journey::cli {

namespace fs = std::filesystem;
using locale::Message;

namespace {

/// `./a.journey` is `a.journey`: shorter, and what other tools write.
std::string tidy(const fs::path& path) {
  std::string out = path.string();
  while (out.starts_with("./") && out.size() > 2) out.erase(0, out.find_first_not_of('/', 1));
  return out.empty() && !path.empty() ? "." : out;
}

/// The same for all names of one file.
std::string keyOf(const std::string& path) {
  std::error_code error;
  fs::path real = fs::weakly_canonical(path, error);
  return error ? fs::absolute(path, error).lexically_normal().string() : real.string();
}

MapFile readOne(const Target& target) {
  MapFile out;
  out.target = target;
  auto content = target.input ? workspace::readInput() : workspace::disk().read(target.path);
  if (content)
    out.content = std::move(*content);
  else
    out.error = content.error().reason;
  return out;
}

void understand(MapFile& file) {
  file.text = text::Text(file.content);
  file.encoding = workspace::encodingFaultOf(file.content);
  if (file.encoding || isSettings(file.target)) return;
  file.map = model::readMap(file.text, syntax::parse(file.text), file.settings->conventions);
  file.facts = workspace::factsOf(file.text, file.map);
}

}  // namespace

bool isSettings(const Target& target) {
  return fs::path(target.path).filename() == workspace::projectFile;
}

std::vector<Target> targetsOf(const std::vector<std::string>& paths, const std::string& stdinName,
                              locale::Language language, std::vector<Unread>& unread) {
  std::vector<Target> out;
  std::set<std::string> seen;
  // What comes in is newer than the file that it stands for, wherever that is named.
  if (!stdinName.empty() && std::ranges::find(paths, "-") != paths.end())
    seen.insert(keyOf(stdinName));
  auto add = [&](const fs::path& path) {
    if (seen.insert(keyOf(path.string())).second)
      out.push_back({path.string(), text::validUtf8(tidy(path))});
  };
  std::vector<Unread> empty;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path == "-") {
      if (seen.insert(path).second)
        out.push_back({stdinName, stdinName.empty() ? path : text::validUtf8(stdinName), true});
    } else if (!fs::is_directory(path, error)) {
      add(path);
    } else {
      workspace::FoundMaps found = workspace::mapsIn(path);
      std::ranges::for_each(found.maps, add);
      for (const workspace::Unreadable& one : found.unreadable) {
        complain(tidy(one.path), one.reason);
        unread.push_back({text::validUtf8(tidy(one.path)), one.reason});
      }
      if (!found.maps.empty() || !found.unreadable.empty()) continue;
      empty.push_back({text::validUtf8(tidy(path)), locale::say(Message::check_no_maps, language)});
      complain(tidy(path), empty.back().reason);
    }
  }
  if (out.empty()) std::ranges::move(empty, std::back_inserter(unread));
  return out;
}

workspace::FileResult<std::string> readText(const std::string& path, locale::Language language) {
  auto content = path == "-" ? workspace::readInput() : workspace::disk().read(path);
  if (!content) return content;
  if (auto fault = workspace::encodingFaultOf(*content))
    return workspace::FileError{locale::say(fault->message, language)};
  return content;
}

void inParallel(std::size_t count, const std::function<void(std::size_t)>& each) {
  std::atomic<std::size_t> next = 0;
  std::mutex lock;
  std::exception_ptr thrown;
  auto work = [&] {
    try {
      for (std::size_t i = next++; i < count; i = next++) each(i);
    } catch (...) {
      std::lock_guard guard(lock);
      thrown = std::current_exception();
    }
  };
  std::size_t most =
      std::min<std::size_t>(count, std::max(1U, std::thread::hardware_concurrency()));
  std::vector<std::thread> threads;
  try {
    for (std::size_t i = 1; i < most; ++i) threads.emplace_back(work);
  } catch (const std::system_error&) {
    // There are no more to be had: those that run do it all.
  }
  work();
  for (std::thread& thread : threads) thread.join();
  if (thrown) std::rethrow_exception(thrown);
}

std::vector<MapFile> readMaps(const std::vector<Target>& targets, Projects& projects,
                              const std::function<void()>& step) {
  std::vector<MapFile> files(targets.size());
  std::vector<std::pair<FoundProjectPtr, workspace::ProjectPtr>> found;
  for (const Target& target : targets)
    found.emplace_back(projects.of(target.path), projects.settingsOf(target.path));
  inParallel(targets.size(), [&](std::size_t i) {
    MapFile file;
    try {
      file = readOne(targets[i]);
      std::tie(file.project, file.settings) = found[i];
      if (!file.error) understand(file);
    } catch (
        const std::exception& thrown) {  // no memory left, say: the others are read all the same
      file = {};
      file.target = targets[i];
      std::tie(file.project, file.settings) = found[i];
      file.error = thrown.what();
    }
    files[i] = std::move(file);
    step();
  });
  return files;
}

std::vector<MapFile> mapsAround(const std::vector<MapFile>& maps, Projects& projects) {
  std::set<std::string> known;
  std::set<fs::path> searched;
  std::vector<Target> others;
  for (const MapFile& map : maps)
    if (!map.target.path.empty()) known.insert(keyOf(map.target.path));
  for (const MapFile& map : maps) {
    if (map.target.path.empty()) continue;  // it stands nowhere
    bool isProject = !map.project->path.empty();
    fs::path folder = fs::path(isProject ? map.project->path : map.target.path).parent_path();
    if (folder.empty()) folder = ".";
    if (!searched.insert(folder).second) continue;
    workspace::FoundMaps found =
        isProject ? workspace::mapsIn(folder) : workspace::mapsBeside(folder);
    for (const fs::path& other : found.maps)
      if (known.insert(keyOf(other.string())).second)
        others.push_back({other.string(), text::validUtf8(tidy(other))});
  }
  return readMaps(others, projects, [] {});
}

}  // namespace journey::cli
