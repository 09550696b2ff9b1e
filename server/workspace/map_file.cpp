#include "workspace/map_file.hpp"

#include "syntax/tree.hpp"
#include "workspace/uri.hpp"

namespace journey::workspace {

namespace fs = std::filesystem;

FilePtr readMapFile(const Files& files, const fs::path& path, const ProjectPtr& project) {
  auto content = files.read(path);
  if (!content) return nullptr;
  text::Text text(*content);
  model::Map map = model::readMap(text, syntax::parse(text), project->conventions);
  Facts facts = factsOf(text, map);
  return makeFile(uriOf(path), std::move(text), std::move(facts));
}

}  // namespace journey::workspace
