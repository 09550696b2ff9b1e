// missing-image: an image whose file is not there.
#include <filesystem>

#include "lint/journeys.hpp"
#include "lint/rules.hpp"
#include "lint/surroundings.hpp"

namespace journey::lint {

namespace {

bool isPath(std::string_view text) {
  return text.find("://") == text.npos && !text.starts_with("data:");
}

void check(const BlockCheck& c) {
  if (!c.context.surroundings) return;  // a text that is no file
  for (std::uint32_t e = 0; e < c.block.entries.size(); ++e) {
    const model::Entry& entry = c.block.entries[e];
    if (entry.construct != Construct::Image || entry.text.empty() || entry.isPlaceholder) continue;
    std::string path = oneLine(entry.text);
    if (isPath(path) && !c.context.surroundings->isFile(path))
      c.report(e, entry.body, Message::missing_image, {{"path", path}});
  }
}

void fix(const FixRequest& r) {
  if (!r.context.surroundings || r.entry().lineCount > 1) return;
  std::filesystem::path path(oneLine(r.entry().text));
  // In the folder that it names, else beside the map.
  for (const std::filesystem::path& folder : {path.parent_path(), std::filesystem::path()}) {
    std::vector<std::string> names = r.context.surroundings->images(folder.generic_string());
    auto near = nearest(path.filename().string(), names, 4);
    if (!near) continue;
    std::string text = (folder / *near).generic_string();
    r.offer(Message::fix_change_to, {{"text", text}}, {{r.absolute(r.finding.span), text}}, true);
    return;
  }
}

}  // namespace

const Rule rules::missingImage{"missing-image", Severity::Warning, &check, nullptr, &fix};

}  // namespace journey::lint
