// mixed-language-keywords: a keyword of another language than the document's.
#include "lint/rules.hpp"

namespace journey::lint {

namespace {

bool isForeign(const model::Map& map, const model::Entry& entry) {
  return entry.languages != 0 && !locale::contains(entry.languages, map.language);
}

void check(const BlockCheck& c) {
  for (std::uint32_t e = 0; e < c.block.entries.size(); ++e) {
    const model::Entry& entry = c.block.entries[e];
    if (!isForeign(c.map, entry)) continue;
    c.report(e, entry.keyword, Message::mixed_language_keywords,
             {{"word", entry.word},
              {"keyword", std::string(locale::keyword(entry.construct, c.map.language))},
              {"language", std::string(locale::nameOf(c.map.language))}});
  }
}

void fix(const FixRequest& r) {
  auto translated = [&](BlockIndex block, const model::Entry& entry) {
    return TextEdit{r.map.absolute(block, entry.keyword),
                    std::string(locale::keyword(entry.construct, r.map.language))};
  };
  TextEdit one = translated(r.block, r.entry());
  r.offer(Message::fix_change_to, {{"text", one.text}}, {one}, true).safe = true;
  std::vector<TextEdit> all;
  for (BlockIndex i = 0; i < r.map.blocks.size(); ++i)
    for (const model::Entry& entry : r.map.block(i).entries)
      if (isForeign(r.map, entry)) all.push_back(translated(i, entry));
  if (all.size() > 1)
    r.offer(Message::fix_translate_all, {{"language", std::string(locale::nameOf(r.map.language))}},
            std::move(all));
}

}  // namespace

const Rule rules::mixedLanguageKeywords{"mixed-language-keywords", Severity::Warning, &check,
                                        nullptr, &fix};

}  // namespace journey::lint
