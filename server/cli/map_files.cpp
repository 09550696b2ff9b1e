#include "cli/map_files.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <mutex>
#include <set>
#include <thread>

#include "cli/commands.hpp"
#include "syntax/tree.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"
#include "workspace/files.hpp"
#include "workspace/map_file.hpp"
#include "workspace/search.hpp"

namespace journey::cli {

namespace fs = std::filesystem;
using locale::Message;

namespace {

/// `./a.journey` is `a.journey`: shorter, and what other tools write.
std::string tidy(const fs::path& path) {
  std::string out = path.string();
  while (out.starts_with("./") && out.size() > 2) out.erase(0, out.find_first_not_of('/', 1));
  return out;
}

/// The same for all names of one file.
std::string keyOf(const std::string& path) {
  if (path == "-") return path;
  std::error_code error;
  fs::path real = fs::weakly_canonical(path, error);
  return error ? fs::absolute(path, error).lexically_normal().string() : real.string();
}

MapFile readOne(const Target& target) {
  MapFile out;
  out.target = target;
  if (target.path == "-") {
    out.content.assign(std::istreambuf_iterator<char>(std::cin), {});
  } else if (auto content = workspace::disk().read(target.path)) {
    out.content = std::move(*content);
  } else {
    out.error = content.error().reason;
  }
  return out;
}

void understand(MapFile& file) {
  file.text = text::Text(file.content);
  file.encoding = encodingFaultOf(file.content);
  // Asked for by name: its faults are all that is to say of it.
  if (file.encoding || fs::path(file.target.path).filename() == workspace::projectFile) return;
  file.map = model::readMap(file.text, syntax::parse(file.text), file.settings->conventions);
  file.facts = workspace::factsOf(file.text, file.map);
}

}  // namespace

Targets targetsOf(const std::vector<std::string>& paths, const std::string& stdinName,
                  locale::Language language, std::vector<Unread>& unread) {
  Targets out;
  std::set<std::string> seen;
  auto add = [&](const std::string& path, const std::string& shown) {
    if (seen.insert(keyOf(path)).second) out.files.push_back({path, text::validUtf8(shown)});
  };
  for (const std::string& path : paths) {
    std::error_code error;
    if (path == "-") {
      add(path, stdinName.empty() ? path : stdinName);
    } else if (!fs::is_directory(path, error)) {
      add(path, tidy(path));
    } else {
      out.searched = true;
      workspace::FoundMaps found = workspace::mapsIn(path);
      // Where a link leads to a file that is there too, the file is meant.
      std::ranges::stable_partition(found.maps, [](const fs::path& map) {
        std::error_code ignored;
        return !fs::is_symlink(map, ignored);
      });
      for (const fs::path& map : found.maps) add(map.string(), tidy(map));
      for (const workspace::Unreadable& folder : found.unreadable) {
        complain(tidy(folder.path), folder.reason);
        unread.push_back({text::validUtf8(tidy(folder.path)), folder.reason});
      }
      if (found.maps.empty() && found.unreadable.empty())
        complain(tidy(path), locale::say(Message::check_no_maps, language));
    }
  }
  return out;
}

std::optional<EncodingFault> encodingFaultOf(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    return EncodingFault{Message::check_encoding_utf16, {}};
  auto at = [](std::size_t offset) {
    auto start = static_cast<std::uint32_t>(offset);
    return text::Span{start, start + 1};
  };
  if (std::size_t nul = bytes.find('\0'); nul != bytes.npos)
    return EncodingFault{Message::check_encoding_nul, at(nul)};
  for (std::size_t i = 0; i < bytes.size();) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    text::CodePoint c = text::decode(bytes.substr(i));
    if (c.value == 0xFFFD && c.length == 1)
      return EncodingFault{Message::check_encoding_bytes, at(i)};
    i += c.length;
  }
  return std::nullopt;
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
  for (std::size_t i = 1; i < most; ++i) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
  if (thrown) std::rethrow_exception(thrown);
}

std::vector<MapFile> readMaps(const std::vector<Target>& targets, Projects& projects,
                              const std::function<void()>& step) {
  std::vector<MapFile> files(targets.size());
  std::vector<std::pair<FoundProjectPtr, workspace::ProjectPtr>> found;
  for (const Target& target : targets) {
    const std::string& name = target.path == "-" ? target.shown : target.path;
    found.emplace_back(projects.of(name), projects.settingsOf(name));
  }
  inParallel(targets.size(), [&](std::size_t i) {
    MapFile file = readOne(targets[i]);
    std::tie(file.project, file.settings) = found[i];
    if (!file.error) understand(file);
    files[i] = std::move(file);
    step();
  });
  return files;
}

std::vector<workspace::FilePtr> mapsAround(const std::vector<MapFile>& maps) {
  std::set<std::string> known;
  std::set<fs::path> searched;
  std::vector<workspace::FilePtr> out;
  for (const MapFile& map : maps) known.insert(keyOf(map.target.path));
  for (const MapFile& map : maps) {
    bool input = map.target.path == "-";
    fs::path path = input ? map.target.shown : map.target.path;
    if (input && path == "-") continue;  // it stands nowhere
    fs::path project = projectPathOf(path.string());
    fs::path folder = project.empty() ? path.parent_path() : project.parent_path();
    if (folder.empty()) folder = ".";
    if (!searched.insert(folder).second) continue;
    std::vector<fs::path> found;
    if (!project.empty()) {
      found = workspace::mapsIn(folder).maps;
    } else {
      std::error_code error;
      for (fs::directory_iterator walk(folder, error); !error && walk != fs::directory_iterator();
           walk.increment(error))
        if (walk->path().extension() == ".journey" && walk->is_regular_file(error))
          found.push_back(walk->path());
    }
    for (const fs::path& other : found)
      if (known.insert(keyOf(other.string())).second)
        if (auto file = workspace::readMapFile(workspace::disk(), other, map.settings))
          out.push_back(std::move(file));
  }
  return out;
}

}  // namespace journey::cli
