// empty-entry: a keyword with nothing behind it.
#include "lint/rules.hpp"
#include "lint/write.hpp"

namespace journey::lint {

namespace {

void check(const BlockCheck& c) {
  for (std::uint32_t e = 0; e < c.block.entries.size(); ++e) {
    const model::Entry& entry = c.block.entries[e];
    // A moment of truth is a mark; it needs no words.
    if (entry.text.find_first_not_of('\n') != std::string::npos ||
        entry.construct == Construct::Moment || entry.construct == Construct::Unknown)
      continue;
    c.report(e, entry.whole, Message::empty_entry, {{"keyword", entry.word}});
  }
}

void fix(const FixRequest& r) {
  if (carriesOthers(r.map, r.block, r.finding.entry)) return;
  r.offer(Message::fix_delete_line, {}, {deleteLines(r.text, r.absolute(r.entry().whole))}, true);
}

}  // namespace

const Rule rules::emptyEntry{"empty-entry", Severity::Warning, &check, nullptr,
                             &fix,          Tag::Unnecessary};

}  // namespace journey::lint
