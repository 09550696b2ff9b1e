#include "features/persona_hover.hpp"

#include "features/names.hpp"
#include "syntax/tree.hpp"

namespace journey::features {

std::optional<Hover> personaHover(const workspace::View& view, const workspace::File& file,
                                  std::uint32_t offset, Markup markup) {
  auto name = nameAt(file, offset);
  if (!name || name->name->kind != workspace::Name::Kind::Persona) return std::nullopt;
  Meaning meaning = meaningOf(view, *name);
  // A head without entries refers to the libraries, and so does what names it.
  if (meaning.head >= 0) {
    const workspace::Name& head = file.facts->names[static_cast<std::size_t>(meaning.head)];
    if (!head.bare || !isInLibrary(view, head.folded)) return std::nullopt;
    meaning = {meaning.kind, meaning.folded};
  }
  for (NameAt described : headsOf(view, meaning, file)) {
    if (described.file == &file) return std::nullopt;
    // Only words are shown: how a project reads its maps makes no difference.
    const text::Text& text = described.file->text;
    model::Map map = model::readMap(text, syntax::parse(text));
    Prose out(markup);
    writePersona(out, map.block(map.blockAt(described.name->span.start)));
    if (!out.empty()) return Hover{out.str(), name->name->span};
  }
  return std::nullopt;
}

}  // namespace journey::features
