#include "workspace/uri.hpp"

#include <algorithm>

#include <boost/url.hpp>

namespace journey::workspace {

namespace fs = std::filesystem;
namespace urls = boost::urls;

std::optional<fs::path> pathOf(std::string_view uri) {
  auto parsed = urls::parse_uri(uri);
  if (!parsed || parsed->scheme_id() != urls::scheme::file) return std::nullopt;
  std::string path = parsed->path();
  if (path.empty() || path.find('\0') != path.npos) return std::nullopt;
  // /c:/maps is c:/maps on Windows.
  if (path.size() > 2 && path[0] == '/' && path[2] == ':' && fs::path::preferred_separator == '\\')
    path.erase(0, 1);
  fs::path normal = fs::path(path).lexically_normal();
  return normal.has_filename() ? normal : normal.parent_path();
}

std::string uriOf(const fs::path& path) {
  urls::url url("file://");
  std::string generic = path.generic_string();
  if (!generic.starts_with('/')) generic.insert(0, "/");
  url.set_path(generic);
  return std::string(url.buffer());
}

std::string keyOf(std::string_view uri) {
  auto path = pathOf(uri);
  return path ? path->generic_string() : std::string(uri);
}

bool isInside(const fs::path& path, const fs::path& folder) {
  auto [end, ignored] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

}  // namespace journey::workspace
