#include "features/rule_hover.hpp"

#include <algorithm>

#include "lint/page.hpp"
#include "locale/message.hpp"
#include "locale/rule_text.hpp"

namespace journey::features {

namespace {

/// What both have in common; `first` if that is nothing.
text::Span common(text::Span first, text::Span second) {
  text::Span both{std::max(first.start, second.start), std::min(first.end, second.end)};
  return both.start < both.end ? both : first;
}

}  // namespace

std::optional<Hover> ruleHover(const workspace::Snapshot& snapshot, std::uint32_t offset,
                               locale::Language language, Markup markup, std::string_view pages) {
  std::vector<const lint::Rule*> told;
  std::optional<text::Span> around;
  Prose out(markup);
  for (const lint::PlacedFinding& placed : snapshot.findings()) {
    text::Span span = snapshot.map.absolute(placed.block, placed.finding->span);
    if (!span.touches(offset)) continue;
    around = around ? common(*around, span) : span;
    const lint::Rule* rule = placed.finding->rule;
    const locale::RuleText* text = locale::ruleText(rule->id, language);
    if (!text || std::ranges::find(told, rule) != told.end()) continue;
    told.push_back(rule);
    out.paragraph().bold(rule->id).raw(" — ").raw(text->what);
    out.paragraph().raw(text->why);
    if (pages.empty()) continue;
    std::string more = locale::say(locale::Message::rule_hover_more, language);
    std::string page = std::string(pages) + std::string(rule->id) + std::string(lint::pageEnding);
    out.paragraph().raw(markup == Markup::Plain ? more + ": " + page
                                                : "[" + more + "](" + page + ")");
  }
  if (out.empty()) return std::nullopt;
  return Hover{out.str(), *around};
}

std::optional<Hover> together(std::optional<Hover> first, std::optional<Hover> second,
                              Markup markup) {
  if (!first || !second) return first ? first : second;
  std::string_view between = markup == Markup::Plain ? "\n\n" : "\n\n---\n\n";
  return Hover{first->text + std::string(between) + second->text,
               common(first->span, second->span)};
}

}  // namespace journey::features
