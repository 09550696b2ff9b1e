#include "model/placeholder.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <mutex>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "locale/vocabulary.hpp"
#include "text/unicode.hpp"

namespace journey::model {

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

/// What templates say in one language, folded.
struct Templates {
  struct Frame {  // «insert … here»
    std::string before;
    std::string after;
  };
  struct OfConstruct {
    std::unordered_set<std::string> whole;     // «new touchpoint»
    std::unordered_set<std::string> keywords;  // «touchpoint», before a number
  };
  std::unordered_set<std::string> whole;
  std::vector<Frame> frames;
  std::array<OfConstruct, syntax::constructCount> constructs;
};

Templates templatesOf(locale::Language language) {
  static constexpr std::string_view dots = "…", keyword = "@";
  Templates out;
  for (std::size_t c = 0; c < syntax::constructCount; ++c)
    for (std::string_view word : locale::keywords(static_cast<syntax::Construct>(c), language))
      out.constructs[c].keywords.insert(text::fold(word));
  for (std::string_view form : locale::placeholders(language)) {
    if (std::size_t gap = form.find(dots); gap != form.npos) {
      // A space at a frame's inner end is part of it, and folding trims.
      auto folded = [](std::string_view part) {
        std::string inner = text::fold(part);
        return part.starts_with(' ') ? ' ' + inner : part.ends_with(' ') ? inner + ' ' : inner;
      };
      out.frames.push_back({folded(form.substr(0, gap)), folded(form.substr(gap + dots.size()))});
    } else if (std::size_t at = form.find(keyword); at != form.npos) {
      for (Templates::OfConstruct& of : out.constructs)
        for (const std::string& word : of.keywords)
          of.whole.insert(text::fold(form.substr(0, at)) + (at > 0 ? " " : "") + word +
                          std::string(form.substr(at + keyword.size())));
    } else {
      out.whole.insert(text::fold(form));
    }
  }
  return out;
}

const Templates& templates(locale::Language language) {
  static std::array<std::once_flag, locale::languageCount> made;
  static std::array<Templates, locale::languageCount> all;
  auto l = static_cast<std::size_t>(language);
  std::call_once(made[l], [&] { all[l] = templatesOf(language); });
  return all[l];
}

std::string_view withoutQuotes(std::string_view text) {
  static constexpr std::array<std::string_view, 8> quotes = {"\"", "'", "“", "”",
                                                             "„",  "«", "»", "‘"};
  for (std::string_view quote : quotes) {
    if (text.starts_with(quote)) text.remove_prefix(quote.size());
    if (text.ends_with(quote)) text.remove_suffix(quote.size());
  }
  return text;
}

/// Without a number or a letter behind the last space: «touchpoint 2», «persona b».
std::string_view unnumbered(std::string_view folded) {
  std::size_t space = folded.rfind(' ');
  if (space == folded.npos) return folded;
  std::string_view last = folded.substr(space + 1);
  if (last.starts_with('#')) last.remove_prefix(1);
  bool number = last.find_first_not_of("0123456789") == last.npos;
  bool letter = last.size() == 1 && last[0] >= 'a' && last[0] <= 'z';
  return number || letter ? folded.substr(0, space) : folded;
}

bool isTemplate(std::string_view folded, syntax::Construct construct, locale::Language language) {
  const Templates& known = templates(language);
  std::string text(folded);
  if (known.whole.contains(text)) return true;
  if (construct != syntax::Construct::Unknown) {
    const Templates::OfConstruct& own = known.constructs[static_cast<std::size_t>(construct)];
    std::string bare(unnumbered(folded));
    if (own.whole.contains(text) || own.keywords.contains(bare) || own.whole.contains(bare))
      return true;
  }
  return std::ranges::any_of(known.frames, [&](const Templates::Frame& frame) {
    return folded.size() > frame.before.size() + frame.after.size() &&
           folded.starts_with(frame.before) && folded.ends_with(frame.after);
  });
}

}  // namespace

std::optional<Span> findPlaceholder(std::string_view line, syntax::Construct construct,
                                    locale::Language language) {
  constexpr std::size_t longest = 80;  // bytes: what templates say is short
  if (line.empty()) return std::nullopt;
  Span whole = spanOf(0, line.size());
  if (line == "…" || (line.size() > 1 && isOnly(line, '.')) || isOnly(line, '?')) return whole;
  if (isBracketed(line, '<', '>') || isBracketed(line, '[', ']')) return whole;
  if (line.size() <= longest) {
    std::string folded = text::fold(line);
    for (std::string_view word : {"todo", "tbd", "tbc", "xxx"})
      if (folded == word) return whole;
    for (std::string_view word : {"todo", "tbd"})  // «todo: ask Anna»
      if (folded.starts_with(word) && folded.substr(word.size()).starts_with(':'))
        return spanOf(0, word.size());
    std::string_view said = withoutQuotes(folded);
    while (!said.empty() && (said.back() == '.' || said.back() == '!')) said.remove_suffix(1);
    if (isTemplate(said, construct, language) ||
        (language != locale::Language::En && isTemplate(said, construct, locale::Language::En)))
      return whole;
  }
  // Inside a text only as people shout them: «todo» is a Spanish word, and «xxx» are kisses.
  for (std::string_view word : {"TODO", "TBD", "TBC", "FIXME", "Lorem ipsum", "lorem ipsum"})
    if (auto span = findWord(line, word)) return span;
  return findMacro(line);
}

bool isPlaceholder(std::string_view text, syntax::Construct construct, locale::Language language) {
  auto found = findPlaceholder(text, construct, language);
  return found && *found == spanOf(0, text.size());
}

}  // namespace journey::model
