// placeholder-text: something was to be filled in, or a macro was left behind.
#include "model/placeholder.hpp"

#include "lint/rules.hpp"
#include "lint/write.hpp"

namespace journey::lint {

namespace {

void check(const BlockCheck& c) {
  for (std::uint32_t e = 0; e < c.block.entries.size(); ++e) {
    const model::Entry& entry = c.block.entries[e];
    std::string_view rest = entry.text;
    for (bool first = true; !rest.empty(); first = false) {
      std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      auto found = model::findPlaceholder(line, entry.construct, c.map.language);
      if (!found) continue;
      // Only the first line's bytes are known, and only if it needed no mending to be UTF-8.
      bool exact = first && line.size() == entry.body.size();
      Span span = exact ? found->shifted(entry.body.start) : first ? entry.body : entry.whole;
      c.report(e, span, Message::placeholder_text,
               {{"text", std::string(line.substr(found->start, found->size()))}});
      break;
    }
  }
}

void fix(const FixRequest& r) {
  const model::Entry& entry = r.entry();
  if (r.finding.span == entry.whole) return;  // somewhere in its continuation lines
  if (r.finding.span == entry.body) {
    if (entry.lineCount == 1 && !carriesOthers(r.map, r.block, r.finding.entry))
      r.offer(Message::fix_delete_line, {}, {deleteLines(r.text, r.absolute(entry.whole))});
    return;
  }
  // With its colon and one space, so that «TODO: ask Eva» becomes «ask Eva».
  Span span = r.absolute(r.finding.span);
  std::string shown = r.text.slice(span);
  std::uint32_t end = r.absolute(entry.body).end;
  if (r.text.slice({span.end, end}).starts_with(':')) ++span.end;
  if (r.text.slice({span.end, end}).starts_with(' '))
    ++span.end;
  else if (span.end == end && r.text.slice({span.start - 1, span.start}) == " ")
    --span.start;
  r.offer(Message::fix_delete_text, {{"text", shown}}, {{span, ""}});
}

}  // namespace

const Rule rules::placeholderText{"placeholder-text", Severity::Warning, &check, nullptr, &fix};

}  // namespace journey::lint
