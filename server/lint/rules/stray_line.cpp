// stray-line: a line that is no entry, continuation or comment.
#include "lint/rules.hpp"
#include "text/unicode.hpp"

namespace journey::lint {

namespace {

/// The construct a line names that only lacks its colon («Phase» or «Emotion glad»).
bool startsWithKeyword(std::string_view line, locale::Language language) {
  std::string folded = text::fold(line);
  for (std::size_t c = 0; c < syntax::constructCount; ++c)
    for (std::string_view form : locale::keywords(static_cast<Construct>(c), language))
      if (folded == text::fold(form)) return true;
  return false;
}

void check(const BlockCheck& c) {
  for (const model::OtherLine& other : c.block.others) {
    if (other.kind != model::OtherLine::Kind::Stray) continue;
    if (startsWithKeyword(other.text, c.map.language))
      c.report(other.span, Message::stray_line_colon, {{"text", other.text}}).detail = "colon";
    else
      c.report(other.span, Message::stray_line);
  }
}

void fix(const FixRequest& r) {
  Span span = r.absolute(r.finding.span);
  Span start{span.start, span.start};
  if (r.finding.detail == "colon") r.offer(Message::fix_add_colon, {}, {{{span.end, span.end}, ":"}}, true);
  r.offer(Message::fix_make_note, {}, {{start, std::string(locale::keyword(Construct::Note, r.map.language)) + ": "}});
  bool follows = false;
  for (const model::Entry& entry : r.at().entries) follows |= entry.whole.end <= r.finding.span.start;
  if (follows) r.offer(Message::fix_make_continuation, {}, {{start, "| "}});
  r.offer(Message::fix_make_comment, {}, {{start, "# "}});
}

}  // namespace

const Rule rules::strayLine{"stray-line", Severity::Warning, &check, nullptr, &fix};

}  // namespace journey::lint
