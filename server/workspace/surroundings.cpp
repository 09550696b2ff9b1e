#include "workspace/surroundings.hpp"

#include <algorithm>
#include <array>
#include <system_error>

#include "text/unicode.hpp"

namespace journey::workspace {

namespace fs = std::filesystem;

bool isImage(const fs::path& path) {
  static constexpr std::array<std::string_view, 7> endings = {".png", ".jpg",  ".jpeg", ".gif",
                                                              ".svg", ".webp", ".avif"};
  return std::ranges::find(endings, text::fold(path.extension().string())) != endings.end();
}

lint::SurroundingsPtr surroundingsOf(const fs::path& map) {
  auto out = std::make_shared<lint::Surroundings>();
  fs::path folder = map.parent_path();
  out->isFile = [folder](const std::string& path) {
    std::error_code error;
    return fs::is_regular_file(folder / path, error);
  };
  out->images = [folder](const std::string& inside) {
    std::vector<std::string> names;
    std::error_code error;
    fs::directory_iterator walk(folder / inside, error);
    for (; !error && walk != fs::directory_iterator(); walk.increment(error))
      if (isImage(walk->path())) names.push_back(walk->path().filename().string());
    std::ranges::sort(names);
    return names;
  };
  return out;
}

}  // namespace journey::workspace
