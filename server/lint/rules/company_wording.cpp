// company-wording: a title told from inside the company.
#include <algorithm>

#include "lint/journeys.hpp"
#include "lint/rules.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace journey::lint {

namespace {

/// «we send the receipt» begins with «we», but «week» does not.
bool beginsWith(std::string_view title, std::string_view words) {
  if (!title.starts_with(words)) return false;
  return title.size() == words.size() ||
         !text::isWordCharacter(text::decode(title.substr(words.size())).value);
}

void check(const BlockCheck& c) {
  using Kind = model::Block::Kind;
  if (c.block.kind != Kind::Touchpoint && c.block.kind != Kind::Phase) return;
  if (std::ranges::any_of(locale::companyWords(c.map.language), [&](std::string_view words) {
        return beginsWith(c.block.foldedTitle, words);
      }))
    c.report(0, c.block.head().body, Message::company_wording,
             {{"title", oneLine(c.block.title())}});
}

}  // namespace

const Rule rules::companyWording{"company-wording", Severity::Hint, &check};

}  // namespace journey::lint
