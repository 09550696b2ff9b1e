// All keywords become those of another language, and so do the values of states and priorities.
// Everything else stays as it is, the words for feelings too: they are the author's, and have to be
// translated like the other texts before the curve can read them again. A `# language:` line is
// changed, or added where the keywords alone would not tell the language.
#include "features/refactor/reading.hpp"
#include "features/refactor/refactorings.hpp"
#include "lint/write.hpp"
#include "model/values.hpp"
#include "text/unicode.hpp"

namespace journey::features {

namespace {

using locale::Language;
using locale::Message;
using model::Construct;

/// What the keyword of an entry becomes. Another word that is at home in both languages («KPI») may
/// stay, but «Touchpoint» is what English says for «Kontaktpunkt».
std::string_view keywordOf(const model::Entry& entry, Language from, Language to) {
  bool usual = text::fold(entry.word) == text::fold(locale::keyword(entry.construct, from));
  if (locale::contains(entry.languages, to) && !usual) return entry.word;
  return locale::keyword(entry.construct, to);
}

/// What the value of an entry becomes; empty if it stays.
std::string_view valueOf(const model::Entry& entry, Language from, Language to) {
  if (entry.construct == Construct::State) {
    if (auto state = model::readState(entry.text, from)) return locale::states(*state, to).front();
  } else if (entry.construct == Construct::Priority) {
    if (auto priority = model::readPriority(entry.text, from))
      if (const auto* word = std::get_if<locale::Priority>(&*priority))
        return locale::priority(*word, to);
  }
  return {};
}

/// The language's name in the line that declares it, or nothing.
const model::Directive::Name* declaration(const model::Block& block) {
  for (const model::Directive& d : block.directives) {
    if (d.kind != model::Directive::Kind::Language || d.names.empty()) continue;
    if (!block.entries.empty() && block.entries.front().line < d.line) break;
    if (locale::languageFromTag(d.names.front().text)) return &d.names.front();
  }
  return nullptr;
}

/// True at a place that speaks of the whole map: its first lines and heads of journeys. Elsewhere
/// six languages would only be in the way.
bool speaksOfAll(const RefactorRequest& r) {
  const model::Map& map = r.snapshot.map;
  if (!r.selection.empty()) return true;
  model::BlockIndex here = map.blockAt(r.selection.start);
  const model::Block& block = map.block(here);
  std::uint32_t line = r.snapshot.text.lineOf(r.selection.start);
  if (here == 0 && !block.hasHead()) return true;
  return line <= map.blocks[here].line && (here <= 1 || block.kind == model::Block::Kind::Journey);
}

std::vector<RefactorOffer> offers(const RefactorRequest& r) {
  const model::Map& map = r.snapshot.map;
  bool any = false;
  for (const model::PlacedBlock& placed : map.blocks)
    for (const model::Entry& entry : placed->entries) any |= entry.languages != 0;
  std::vector<RefactorOffer> out;
  if (!any || !speaksOfAll(r)) return out;
  for (Language language : locale::allLanguages)
    if (language != map.language)
      out.push_back(
          {{Message::refactor_translate, {{"language", std::string(locale::nameOf(language))}}},
           std::string(locale::codeOf(language)),
           {}});
  return out;
}

struct Translation {
  std::vector<lint::TextEdit> edits;
  bool shown = false;  // the text then tells its language
};

Translation translation(const text::Text& text, const model::Map& map, Language from, Language to) {
  Translation out;
  auto become = [&](model::BlockIndex block, text::Span span, std::string_view now) {
    text::Span absolute = map.absolute(block, span);
    if (text.slice(absolute) != now) out.edits.push_back({absolute, std::string(now)});
  };
  const model::Directive::Name* declared = declaration(map.block(0));
  if (declared) become(0, declared->span, locale::codeOf(to));
  out.shown = declared != nullptr;
  for (model::BlockIndex i = 0; i < map.blocks.size(); ++i)
    for (const model::Entry& entry : map.block(i).entries) {
      if (entry.languages == 0) continue;
      std::string_view keyword = keywordOf(entry, from, to);
      become(i, entry.keyword, keyword);
      out.shown = out.shown || locale::keywordLanguages(entry.construct, text::fold(keyword)) ==
                                   locale::only(to);
      if (std::string_view value = valueOf(entry, from, to); !value.empty())
        become(i, entry.body, value);
    }
  return out;
}

WorkspaceEdit edit(const RefactorRequest& r, const RefactorOffer& offer) {
  const model::Map& map = r.snapshot.map;
  Translation made =
      translation(r.snapshot.text, map, map.language, *locale::languageFromTag(offer.variant));
  if (!made.shown)
    made.edits.insert(made.edits.begin(),
                      lint::insertBeforeLine(r.snapshot.text, 0, {"# language: " + offer.variant}));
  return editHere(r, std::move(made.edits));
}

}  // namespace

std::string withKeywordsOf(std::string_view lines, Language from, Language to,
                           const model::ConventionsPtr& conventions) {
  text::Text text(lines);
  model::Map map = model::readMap(text, syntax::parse(text), conventions);
  return lint::applied(text, translation(text, map, from, to).edits);
}

const Refactoring refactorings::translateKeywords{"translate-keywords", "refactor.rewrite", &offers,
                                                  &edit};

}  // namespace journey::features
