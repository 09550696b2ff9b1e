#include "features/links.hpp"

#include <algorithm>
#include <cctype>

#include "workspace/uri.hpp"

namespace journey::features {

namespace {

using locale::Message;
using workspace::File;
using workspace::Link;

/// `data:`, `mailto:`; also `c:`, which only one computer knows.
bool hasScheme(std::string_view target) {
  std::size_t end = 0;
  while (end < target.size() && (std::isalnum(static_cast<unsigned char>(target[end])) != 0 ||
                                 target[end] == '+' || target[end] == '-' || target[end] == '.'))
    ++end;
  return end > 0 && end < target.size() && target[end] == ':' &&
         std::isalpha(static_cast<unsigned char>(target.front())) != 0;
}

/// What a map is called: its first journey, else its path as the link has it.
std::string titleOf(const workspace::View& view, const std::string& target,
                    const std::string& path) {
  if (const File* file = view.find(target))
    for (const workspace::Name& name : file->facts->names)
      if (name.kind == workspace::Name::Kind::Journey) return name.text;
  return path;
}

}  // namespace

std::optional<std::string> targetOf(const File& from, const Link& link) {
  if (link.kind == Link::Kind::Web) return link.target;
  // Two slashes lead to another computer on some systems.
  if (hasScheme(link.target) || link.target.starts_with("//") || link.target.starts_with("\\\\") ||
      link.target.find('\0') != std::string::npos)
    return std::nullopt;
  auto base = workspace::pathOf(from.uri);
  if (!base) return std::nullopt;
  return workspace::uriOf((base->parent_path() / link.target).lexically_normal());
}

const Link* linkAt(const File& file, std::uint32_t offset) {
  auto found = std::ranges::find_if(file.facts->links,
                                    [&](const Link& link) { return link.span.touches(offset); });
  return found == file.facts->links.end() ? nullptr : &*found;
}

std::vector<DocumentLink> documentLinks(const workspace::View& view, const File& file) {
  std::vector<DocumentLink> out;
  for (const Link& link : file.facts->links) {
    auto target = targetOf(file, link);
    if (!target) continue;
    DocumentLink& made = out.emplace_back(DocumentLink{link.span, *target, Message::link_web, {}});
    if (link.kind == Link::Kind::Image) made.tooltip = Message::link_image;
    if (link.kind == Link::Kind::Map) {
      made.tooltip = Message::link_map;
      made.arguments = {{"title", titleOf(view, *target, link.target)}};
    }
  }
  return out;
}

}  // namespace journey::features
