#include "features/names.hpp"

#include <algorithm>

#include "text/unicode.hpp"
#include "workspace/json_tree.hpp"

namespace journey::features {

namespace {

using workspace::File;
using workspace::Name;
using workspace::View;
using Kind = Name::Kind;

/// The first head in a journey that `fits`.
template <typename Fits>
std::int32_t headIn(const File& file, std::uint32_t journey, Kind kind, std::string_view folded,
                    Fits fits) {
  const std::vector<Name>& names = file.facts->names;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i].kind == kind && names[i].declares && names[i].journey == journey &&
        names[i].folded == folded && fits(names[i]))
      return static_cast<std::int32_t>(i);
  return -1;
}

std::int32_t indexOf(NameAt at) {
  return static_cast<std::int32_t>(at.name - at.file->facts->names.data());
}

Meaning byHead(NameAt at, std::int32_t head) {
  return {at.name->kind, at.name->folded, at.file, nullptr, 0, head};
}

Meaning personaMeaning(NameAt at, bool inLibrary) {
  const File& file = *at.file;
  const Name& name = *at.name;
  Meaning ofWorkspace{name.kind, name.folded};
  if (file.facts->isLibrary && inLibrary) return ofWorkspace;
  if (name.declares && !name.bare) return byHead(at, indexOf(at));
  std::vector<std::uint32_t> journeys{name.journey};
  if (file.facts->hasPreamble && name.journey != 0) journeys.push_back(0);
  for (bool bare : {false, true}) {
    for (std::uint32_t journey : journeys) {
      std::int32_t head = headIn(file, journey, Kind::Persona, name.folded,
                                 [&](const Name& n) { return n.bare == bare; });
      if (head >= 0) return byHead(at, head);
    }
    if (inLibrary) return ofWorkspace;
  }
  return {name.kind, name.folded, &file, nullptr, name.journey, -1};
}

Meaning meaning(const View& view, NameAt at, bool inLibrary) {
  const Name& name = *at.name;
  switch (name.kind) {
    case Kind::Persona:
      return personaMeaning(at, inLibrary);
    case Kind::Touchpoint: {
      if (name.declares) return byHead(at, indexOf(at));
      std::int32_t head =
          headIn(*at.file, name.journey, name.kind, name.folded, [](const Name&) { return true; });
      if (head >= 0) return byHead(at, head);
      return {name.kind, name.folded, at.file, nullptr, name.journey, -1};
    }
    case Kind::Lane: {
      bool own = std::ranges::any_of(at.file->facts->names, [&](const Name& other) {
        return other.kind == name.kind && other.declares && other.folded == name.folded;
      });
      if (own) return {name.kind, name.folded, at.file};
      return {name.kind, name.folded, nullptr, view.folderOf(*at.file)};
    }
    case Kind::Channel:
    case Kind::Owner:
      return {name.kind, name.folded};
    default:
      return byHead(at, indexOf(at));
  }
}

}  // namespace

bool isInLibrary(const View& view, std::string_view persona) {
  return std::ranges::any_of(view.files, [&](const workspace::FilePtr& file) {
    return file->facts->isLibrary && file->facts->mayName(persona) &&
           std::ranges::any_of(file->facts->names, [&](const Name& name) {
             return name.kind == Kind::Persona && name.declares && !name.bare &&
                    name.folded == persona;
           });
  });
}

std::optional<NameAt> nameAt(const File& file, std::uint32_t offset) {
  for (const Name& name : file.facts->names)
    if (name.span.touches(offset)) return NameAt{&file, &name};
  return std::nullopt;
}

Meaning meaningOf(const View& view, NameAt name) {
  return meaning(view, name,
                 name.name->kind == Kind::Persona && isInLibrary(view, name.name->folded));
}

std::vector<NameAt> placesOf(const View& view, const Meaning& wanted) {
  std::vector<NameAt> out;
  bool inLibrary = wanted.kind == Kind::Persona && isInLibrary(view, wanted.folded);
  auto search = [&](const File& file) {
    if (!file.facts->mayName(wanted.folded)) return;
    for (const Name& name : file.facts->names)
      if (name.kind == wanted.kind && name.folded == wanted.folded &&
          meaning(view, {&file, &name}, inLibrary) == wanted)
        out.push_back({&file, &name});
  };
  if (wanted.file)
    search(*wanted.file);
  else
    for (const workspace::FilePtr& file : view.files) search(*file);
  return out;
}

std::vector<NameAt> headsOf(const View& view, const Meaning& meaning, const File& file) {
  if (meaning.head >= 0)
    return {{meaning.file, &meaning.file->facts->names[static_cast<std::size_t>(meaning.head)]}};
  std::vector<NameAt> places = placesOf(view, meaning);
  if (meaning.kind == Kind::Channel || meaning.kind == Kind::Owner) {
    auto first = std::ranges::find(places, &file, &NameAt::file);
    return first == places.end() ? std::vector<NameAt>{} : std::vector<NameAt>{*first};
  }
  std::erase_if(places, [&](NameAt at) {
    return !at.name->declares || (!meaning.file && !at.file->facts->isLibrary);
  });
  // A library may itself refer to another one.
  if (!meaning.file) std::erase_if(places, [](NameAt at) { return at.name->bare; });
  return places;
}

std::vector<SettingAt> settingsOf(const View& view, const Meaning& meaning) {
  std::vector<SettingAt> out;
  std::string_view key = meaning.kind == Kind::Lane      ? "lanes"
                         : meaning.kind == Kind::Channel ? "channels"
                         : meaning.kind == Kind::Owner   ? "owners"
                                                         : "";
  if (key.empty() || meaning.file) return out;
  for (const workspace::Folder& folder : view.folders) {
    if (!folder.settings || (meaning.kind == Kind::Lane && meaning.folder != &folder)) continue;
    auto root = workspace::parseJson(folder.settings->text.str()).root;
    if (!root) continue;
    for (std::size_t i = 0; i < root->keys.size(); ++i)
      if (root->keys[i].text == key)
        for (const workspace::JsonNode& item : root->items[i].items)
          if (item.kind == workspace::JsonNode::Kind::Text &&
              text::fold(item.text) == meaning.folded)
            out.push_back({folder.settings.get(), item.span});
  }
  return out;
}

}  // namespace journey::features
