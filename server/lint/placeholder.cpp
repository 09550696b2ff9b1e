#include "lint/placeholder.hpp"

#include <algorithm>
#include <cctype>
#include <string>

#include "text/unicode.hpp"

namespace journey::lint {

namespace {

using text::Span;

bool isLetter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

Span spanOf(std::size_t start, std::size_t end) {
  return {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
}

/// A whole word in the text, in this case only.
std::optional<Span> findWord(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    std::size_t end = at + word.size();
    if ((at > 0 && isLetter(text[at - 1])) || (end < text.size() && isLetter(text[end]))) continue;
    return spanOf(at, end);
  }
  return std::nullopt;
}

/// `{Microdata type="HowTo" id="10008"}`: braces around a name, with or without settings.
std::optional<Span> findMacro(std::string_view text) {
  for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
    std::size_t close = text.find('}', open);
    if (close == text.npos) break;
    std::string_view inner = text.substr(open + 1, close - open - 1);
    // «Press {Enter}» is said on purpose: a macro has settings, and «{name}» is a variable.
    bool settings = inner.find('=') != inner.npos;
    if (settings ? std::isalpha(static_cast<unsigned char>(text[open + 1])) != 0
                 : std::islower(static_cast<unsigned char>(text[open + 1])) != 0)
      return spanOf(open, close + 1);
  }
  return std::nullopt;
}

/// `[Name]`, `<name>`: one pair around the whole text.
bool isBracketed(std::string_view text, char open, char close) {
  return text.size() > 2 && text.front() == open && text.find(close) == text.size() - 1 &&
         text.rfind(open) == 0;
}

bool isOnly(std::string_view text, char c) { return text.find_first_not_of(c) == text.npos; }

}  // namespace

std::optional<Span> findPlaceholder(std::string_view line) {
  if (line.empty()) return std::nullopt;
  Span whole = spanOf(0, line.size());
  if (line == "…" || (line.size() > 1 && isOnly(line, '.')) || isOnly(line, '?')) return whole;
  if (isBracketed(line, '<', '>') || isBracketed(line, '[', ']')) return whole;
  std::string folded = text::fold(line);
  for (std::string_view word : {"todo", "tbd", "tbc", "xxx", "to be decided", "to be done"})
    if (folded == word) return whole;
  // Inside a text only as people shout them: «todo» is a Spanish word, and «xxx» are kisses.
  for (std::string_view word : {"TODO", "TBD", "TBC", "FIXME", "Lorem ipsum", "lorem ipsum"})
    if (auto span = findWord(line, word)) return span;
  for (std::string_view word : {"todo", "tbd"})  // «todo: ask Anna»
    if (folded.starts_with(word) && folded.substr(word.size()).starts_with(':'))
      return spanOf(0, word.size());
  return findMacro(line);
}

bool isPlaceholder(std::string_view text) {
  auto found = findPlaceholder(text);
  return found && *found == spanOf(0, text.size());
}

}  // namespace journey::lint
