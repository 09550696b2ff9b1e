// empty-entry: a keyword with nothing behind it.
#include "lint/rules.hpp"
#include "lint/write.hpp"

namespace journey::lint {

namespace {

void check(const BlockCheck& c) {
  for (std::uint32_t e = 0; e < c.block.entries.size(); ++e) {
    const model::Entry& entry = c.block.entries[e];
    // A moment of truth is a mark; it needs no words.
    if (!entry.text.empty() || entry.construct == Construct::Moment || entry.construct == Construct::Unknown) continue;
    c.report(e, entry.whole, Message::empty_entry, {{"keyword", entry.word}});
  }
}

void fix(const FixRequest& r) {
  // A head carries all that stands under it.
  if (r.finding.entry == 0 && r.at().hasHead() && r.at().entries.size() > 1) return;
  if (r.entry().opportunity >= 0 && r.entry().construct == Construct::Opportunity &&
      r.at().opportunities[static_cast<std::size_t>(r.entry().opportunity)].entries.size() > 1)
    return;
  r.offer(Message::fix_delete_line, {}, {deleteLines(r.text, r.absolute(r.entry().whole))}, true);
}

}  // namespace

const Rule rules::emptyEntry{"empty-entry", Severity::Warning, &check, nullptr, &fix};

}  // namespace journey::lint
