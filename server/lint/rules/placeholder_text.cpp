// placeholder-text: something was to be filled in, or a macro was left behind.
#include <algorithm>
#include <cctype>

#include "lint/rules.hpp"
#include "lint/write.hpp"
#include "text/unicode.hpp"

namespace journey::lint {

namespace {

bool isLetter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80; }

/// A word in the text, as a span of it; `text` and `word` in one case.
std::optional<Span> findWord(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    std::size_t end = at + word.size();
    if ((at > 0 && isLetter(text[at - 1])) || (end < text.size() && isLetter(text[end]))) continue;
    return Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
  }
  return std::nullopt;
}

/// `{Microdata type="HowTo" id="10008"}`: braces around a name and settings.
std::optional<Span> findMacro(std::string_view text) {
  std::size_t open = text.find('{');
  std::size_t close = open == text.npos ? open : text.find('}', open);
  if (close == text.npos) return std::nullopt;
  if (open + 1 == close || !std::isalpha(static_cast<unsigned char>(text[open + 1]))) return std::nullopt;
  return Span{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close + 1)};
}

std::optional<Span> findPlaceholder(std::string_view text) {
  Span whole{0, static_cast<std::uint32_t>(text.size())};
  if (text == "…" || (text.size() >= 2 && text.find_first_not_of('.') == text.npos) ||
      (!text.empty() && text.find_first_not_of('?') == text.npos))
    return whole;
  std::string folded = text::fold(text);
  for (std::string_view word : {"todo", "tbd", "xxx", "lorem ipsum"})
    if (folded == word) return whole;
  // In running text only as people shout them: es «todo» is a word.
  for (std::string_view word : {"TODO", "TBD", "XXX", "xxx", "FIXME"})
    if (auto span = findWord(text, word)) return span;
  for (std::string_view word : {"Lorem ipsum", "lorem ipsum"})
    if (auto span = findWord(text, word)) return span;
  if (text.starts_with('<') && text.ends_with('>') && text.size() > 2) return whole;
  if (text.starts_with('[') && text.ends_with(']') && text.size() > 2) return whole;
  return findMacro(text);
}

void check(const BlockCheck& c) {
  for (std::uint32_t e = 0; e < c.block.entries.size(); ++e) {
    const model::Entry& entry = c.block.entries[e];
    std::string_view firstLine = std::string_view(entry.text).substr(0, entry.text.find('\n'));
    auto found = findPlaceholder(firstLine);
    if (!found) continue;
    std::string shown(firstLine.substr(found->start, found->size()));
    // Where the text was mended to be valid UTF-8 the spans differ: point at the whole then.
    bool exact = firstLine.size() == entry.body.size();
    c.report(e, exact ? found->shifted(entry.body.start) : entry.body, Message::placeholder_text, {{"text", shown}});
  }
}

void fix(const FixRequest& r) {
  bool isHead = r.finding.entry == 0 && r.at().hasHead();
  if (r.finding.span == r.entry().body && !isHead)
    r.offer(Message::fix_delete_line, {}, {deleteLines(r.text, r.absolute(r.entry().whole))});
  else if (r.finding.span != r.entry().body)
    r.offer(Message::fix_delete_text, {{"text", r.text.slice(r.absolute(r.finding.span))}}, {{r.absolute(r.finding.span), ""}});
}

}  // namespace

const Rule rules::placeholderText{"placeholder-text", Severity::Warning, &check, nullptr, &fix};

}  // namespace journey::lint
