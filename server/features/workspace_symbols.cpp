#include "features/workspace_symbols.hpp"

#include <algorithm>
#include <tuple>

#include "text/fuzzy.hpp"

namespace journey::features {

namespace {

using workspace::File;
using workspace::Name;
using Kind = Name::Kind;

bool isSymbol(const Name& name) {
  return name.declares &&
         (name.kind == Kind::Journey || name.kind == Kind::Persona || name.kind == Kind::Phase ||
          name.kind == Kind::Touchpoint || name.kind == Kind::Opportunity);
}

struct Found {
  int score = 0;
  NameAt at;
};

/// Among equals: a head that says more comes first, then short names, then the files' order.
bool before(const Found& a, const Found& b) {
  auto key = [](const Found& f) {
    return std::tuple(-f.score, f.at.name->bare, f.at.name->kind, f.at.name->folded.size());
  };
  if (key(a) != key(b)) return key(a) < key(b);
  return a.at.file == b.at.file ? a.at.name->span.start < b.at.name->span.start
                                : a.at.file->key < b.at.file->key;
}

std::string containerOf(NameAt at) {
  if (at.name->container >= 0)
    return at.file->facts->names[static_cast<std::size_t>(at.name->container)].text;
  std::string_view path = at.file->key;
  return std::string(path.substr(path.rfind('/') + 1));
}

}  // namespace

std::vector<WorkspaceSymbol> workspaceSymbols(const workspace::View& view, std::string_view query,
                                              std::size_t most) {
  text::FuzzyQuery wanted(query);
  std::vector<Found> found;
  for (const workspace::FilePtr& file : view.files)
    for (const Name& name : file->facts->names)
      if (isSymbol(name))
        if (auto score = wanted.score(name.folded)) found.push_back({*score, {file.get(), &name}});
  std::size_t count = std::min(most, found.size());
  std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(count), before);
  found.resize(count);
  std::vector<WorkspaceSymbol> out;
  out.reserve(count);
  for (const Found& f : found) out.push_back({f.at, containerOf(f.at), f.score});
  return out;
}

std::optional<NameAt> symbolNamed(const File& file, Kind kind, std::string_view name,
                                  std::size_t number) {
  for (const Name& candidate : file.facts->names)
    if (candidate.declares && candidate.kind == kind && candidate.text == name && number-- == 0)
      return NameAt{&file, &candidate};
  return std::nullopt;
}

std::size_t numberOf(NameAt symbol) {
  std::size_t number = 0;
  for (const Name& name : symbol.file->facts->names) {
    if (&name == symbol.name) break;
    if (name.declares && name.kind == symbol.name->kind && name.text == symbol.name->text) ++number;
  }
  return number;
}

}  // namespace journey::features
