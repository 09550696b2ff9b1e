// mixed-language-keywords: a keyword of another language than the document's.
#include <utility>

#include "lint/rules.hpp"

namespace journey::lint {

namespace {

bool isForeign(const model::Map& map, const model::Entry& entry) {
  return entry.languages != 0 && !locale::contains(entry.languages, map.language);
}

/// What made the document's language this one, if that stands in it: a comment, or the first
/// keyword that only one language has.
std::optional<Related> decidedBy(const model::Map& map) {
  const model::Block& first = map.block(0);
  for (const model::Directive& d : first.directives) {
    if (!first.entries.empty() && first.entries.front().line < d.line) break;
    if (d.kind == model::Directive::Kind::Language && !d.names.empty() &&
        locale::languageFromTag(d.names.front().text) == map.language)
      return Related{0, d.names.front().span, Message::mixed_language_decided_here};
  }
  for (BlockIndex i = 0; i < map.blocks.size(); ++i) {
    const model::Block& block = map.block(i);
    if (!block.shows) continue;
    if (*block.shows != map.language) break;
    for (const model::Entry& entry : block.entries)
      if (entry.languages == locale::only(map.language))
        return Related{i, entry.keyword, Message::mixed_language_decided_here};
  }
  return std::nullopt;
}

void check(const MapCheck& c) {
  std::optional<Related> decided;
  bool known = false;
  for (BlockIndex i = 0; i < c.map.blocks.size(); ++i) {
    const model::Block& block = c.map.block(i);
    // Nearly all blocks are let go here, at every keystroke.
    if (locale::contains(block.common, c.map.language)) continue;
    if (!std::exchange(known, true)) decided = decidedBy(c.map);
    for (std::uint32_t e = 0; e < block.entries.size(); ++e) {
      const model::Entry& entry = block.entries[e];
      if (!isForeign(c.map, entry)) continue;
      Finding& finding =
          c.report(i, entry.keyword, Message::mixed_language_keywords,
                   {{"word", entry.word},
                    {"keyword", std::string(locale::keyword(entry.construct, c.map.language))},
                    {"language", std::string(locale::nameOf(c.map.language))}});
      finding.entry = e;
      if (decided) finding.related.push_back(*decided);
    }
  }
}

void fix(const FixRequest& r) {
  std::string translated(locale::keyword(r.entry().construct, r.map.language));
  r.offer(Message::fix_change_to, {{"text", translated}},
          {{r.absolute(r.entry().keyword), translated}}, true)
      .safe = true;
}

}  // namespace

const Rule rules::mixedLanguageKeywords{
    "mixed-language-keywords", Severity::Warning, nullptr, &check, &fix, Tag::None,
    Message::fix_translate_all};

}  // namespace journey::lint
