#include "workspace/map_file.hpp"

#include "syntax/tree.hpp"
#include "workspace/uri.hpp"

namespace journey::workspace {

namespace fs = std::filesystem;

FilePtr readMapFile(const Files& files, const fs::path& path, const ProjectPtr& project) {
  auto content = files.read(path);
  if (!content) return nullptr;
  // Editors give positions and texts without the mark.
  constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
  if (content->starts_with(byteOrderMark)) content->erase(0, byteOrderMark.size());
  text::Text text(*content);
  model::Map map = model::readMap(text, syntax::parse(text), project->conventions);
  Facts facts = factsOf(text, map);
  return makeFile(uriOf(path), std::move(text), std::move(facts));
}

FilePtr readAgain(const File& file, const ProjectPtr& project) {
  model::Map map = model::readMap(file.text, syntax::parse(file.text), project->conventions);
  return makeFile(file.uri, file.text, factsOf(file.text, map));
}

}  // namespace journey::workspace
