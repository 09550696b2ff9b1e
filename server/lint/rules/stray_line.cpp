// stray-line: a line that is no entry, continuation or comment.
#include "lint/rules.hpp"
#include "text/unicode.hpp"

namespace journey::lint {

namespace {

bool isKeyword(std::string_view words, locale::Language language) {
  std::string folded = text::fold(words);
  for (std::size_t c = 0; c < syntax::constructCount; ++c)
    if (locale::contains(locale::keywordLanguages(static_cast<Construct>(c), folded), language))
      return true;
  return false;
}

/// Where the longest keyword that a line begins with ends («Emotion glad»); 0 if there is none.
std::size_t keywordEnd(std::string_view line, locale::Language language) {
  for (std::size_t end = line.size(); end != line.npos && end > 0; end = line.rfind(' ', end - 1))
    if (isKeyword(line.substr(0, end), language)) return end;
  return 0;
}

void check(const BlockCheck& c) {
  for (const model::OtherLine& other : c.block.others) {
    if (other.kind != model::OtherLine::Kind::Stray) continue;
    if (isKeyword(other.text, c.map.language))
      c.report(other.span, Message::stray_line_colon, {{"text", other.text}}).detail = "colon";
    else
      c.report(other.span, Message::stray_line);
  }
}

void fix(const FixRequest& r) {
  Span span = r.absolute(r.finding.span);
  Span start{span.start, span.start};
  // «Next week we meet» begins with a keyword too: sure it is only where nothing else stands.
  if (auto end = static_cast<std::uint32_t>(keywordEnd(r.text.slice(span), r.map.language));
      end > 0)
    r.offer(Message::fix_add_colon, {}, {{{span.start + end, span.start + end}, ":"}},
            r.finding.detail == "colon");
  r.offer(Message::fix_make_note, {},
          {{start, std::string(locale::keyword(Construct::Note, r.map.language)) + ": "}});
  bool follows = false;
  for (const model::Entry& entry : r.at().entries)
    follows |= entry.whole.start < r.finding.span.start;
  if (follows) r.offer(Message::fix_make_continuation, {}, {{start, "| "}});
  r.offer(Message::fix_make_comment, {}, {{start, "# "}});
}

}  // namespace

const Rule rules::strayLine{"stray-line", Severity::Warning, &check, nullptr, &fix};

}  // namespace journey::lint
