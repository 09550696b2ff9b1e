#include "features/references.hpp"

#include "features/links.hpp"
#include "workspace/uri.hpp"

namespace journey::features {

namespace {

/// A head that only refers to a library's persona gives it no name.
bool declares(const Meaning& meaning, NameAt at) {
  return at.name->declares && (meaning.file || at.file->facts->isLibrary);
}

std::vector<Reference> linksTo(const workspace::View& view, const std::string& target) {
  std::vector<Reference> out;
  std::string key = workspace::keyOf(target);
  for (const workspace::FilePtr& file : view.files)
    for (const workspace::Link& link : file->facts->links)
      if (auto other = targetOf(*file, link); other && workspace::keyOf(*other) == key)
        out.push_back({file.get(), link.span});
  return out;
}

}  // namespace

std::vector<Reference> references(const workspace::View& view, const workspace::File& file,
                                  std::uint32_t offset, bool includeDeclaration) {
  if (const workspace::Link* link = linkAt(file, offset)) {
    auto target = targetOf(file, *link);
    return target ? linksTo(view, *target) : std::vector<Reference>{};
  }
  std::vector<Reference> out;
  auto name = nameAt(file, offset);
  if (!name) return out;
  Meaning meaning = meaningOf(view, *name);
  for (NameAt at : placesOf(view, meaning))
    if (includeDeclaration || !declares(meaning, at)) out.push_back({at.file, at.name->span});
  if (includeDeclaration)
    for (SettingAt setting : settingsOf(view, meaning)) out.push_back({setting.file, setting.span});
  return out;
}

std::vector<Reference> mentionsOf(const workspace::View& view, NameAt head) {
  std::vector<Reference> out;
  Meaning meaning = meaningOf(view, head);
  for (NameAt at : placesOf(view, meaning))
    if (at != head && !declares(meaning, at)) out.push_back({at.file, at.name->span});
  return out;
}

std::vector<Highlight> highlights(const workspace::View& view, const workspace::File& file,
                                  std::uint32_t offset) {
  std::vector<Highlight> out;
  auto name = nameAt(file, offset);
  if (!name) return out;
  Meaning meaning = meaningOf(view, *name);
  for (NameAt at : placesOf(view, meaning))
    if (at.file == &file) out.push_back({at.name->span, declares(meaning, at)});
  return out;
}

}  // namespace journey::features
