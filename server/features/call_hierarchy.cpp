#include "features/call_hierarchy.hpp"

#include <algorithm>
#include <unordered_map>

namespace journey::features {

namespace {

using workspace::File;
using workspace::Name;
using Kind = Name::Kind;

struct Edge {
  const Name* from = nullptr;
  const Name* to = nullptr;
  text::Span span;
};

/// All ways of one journey, in the order of the text.
std::vector<Edge> edges(const File& file, std::uint32_t journey) {
  const std::vector<Name>& names = file.facts->names;
  std::vector<const Name*> touchpoints;
  std::unordered_map<std::string_view, const Name*> titled;  // the first of each title
  std::unordered_map<const Name*, std::vector<const Name*>> nexts;
  for (const Name& name : names) {
    if (name.kind != Kind::Touchpoint || name.journey != journey) continue;
    if (name.declares) {
      touchpoints.push_back(&name);
      titled.emplace(name.folded, &name);
    } else if (name.container >= 0) {
      nexts[&names[static_cast<std::size_t>(name.container)]].push_back(&name);
    }
  }
  std::vector<Edge> out;
  for (std::size_t i = 0; i < touchpoints.size(); ++i) {
    bool goesOn = true;
    if (auto found = nexts.find(touchpoints[i]); found != nexts.end())
      for (const Name* next : found->second) {
        goesOn &= next->conditional;
        if (auto target = titled.find(next->folded); target != titled.end())
          out.push_back({touchpoints[i], target->second, next->span});
      }
    if (goesOn && i + 1 < touchpoints.size())
      out.push_back({touchpoints[i], touchpoints[i + 1], touchpoints[i]->span});
  }
  return out;
}

void add(std::vector<Way>& ways, NameAt other, text::Span span) {
  auto known = std::ranges::find(ways, other, &Way::other);
  if (known == ways.end())
    ways.push_back({other, {span}});
  else
    known->spans.push_back(span);
}

}  // namespace

std::optional<NameAt> touchpointAt(const workspace::View& view, const File& file,
                                   std::uint32_t offset) {
  if (auto at = nameAt(file, offset); at && at->name->kind == Kind::Touchpoint) {
    Meaning meaning = meaningOf(view, *at);
    if (meaning.head < 0) return std::nullopt;
    return NameAt{&file, &file.facts->names[static_cast<std::size_t>(meaning.head)]};
  }
  for (const Name& name : file.facts->names)
    if (name.kind == Kind::Touchpoint && name.declares && name.whole.touches(offset))
      return NameAt{&file, &name};
  return std::nullopt;
}

std::vector<Way> waysFrom(NameAt touchpoint) {
  std::vector<Way> out;
  for (const Edge& edge : edges(*touchpoint.file, touchpoint.name->journey))
    if (edge.from == touchpoint.name) add(out, {touchpoint.file, edge.to}, edge.span);
  return out;
}

std::vector<Way> waysTo(NameAt touchpoint) {
  std::vector<Way> out;
  for (const Edge& edge : edges(*touchpoint.file, touchpoint.name->journey))
    if (edge.to == touchpoint.name) add(out, {touchpoint.file, edge.from}, edge.span);
  return out;
}

std::optional<NameAt> touchpointNamed(const File& file, std::string_view title,
                                      std::string_view journey) {
  std::optional<NameAt> found;
  for (const Name& name : file.facts->names) {
    if (name.kind != Kind::Touchpoint || !name.declares || name.text != title) continue;
    NameAt at{&file, &name};
    if (journeyTitleOf(at) == journey) return at;
    if (!found) found = at;
  }
  return found;
}

std::string_view journeyTitleOf(NameAt touchpoint) {
  for (const Name& name : touchpoint.file->facts->names)
    if (name.kind == Kind::Journey && name.journey == touchpoint.name->journey) return name.text;
  return {};
}

}  // namespace journey::features
