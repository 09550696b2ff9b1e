// misplaced-entry: no open block takes the entry (an emotion before any touchpoint …).
#include "lint/rules.hpp"
#include "lint/write.hpp"

namespace journey::lint {

namespace {

using model::Block;
using syntax::Level;

/// The block an entry wants around it.
Construct parentOf(Construct c) {
  switch (syntax::levelOf(c)) {
    case Level::Persona: return Construct::Persona;
    case Level::Phase: return Construct::Phase;
    case Level::Opportunity: return Construct::Opportunity;
    default: return Construct::Touchpoint;
  }
}

void check(const MapCheck& c) {
  EntryRef previous;
  for (EntryRef ref : c.map.misplaced) {
    const model::Block& block = c.map.block(ref.block);
    const model::Entry& entry = block.entries[ref.entry];
    // Of a run of misplaced lines only the first is news.
    bool follows = ref.block == previous.block && ref.entry == previous.entry + 1 &&
                   parentOf(c.map.entry(previous).construct) == parentOf(entry.construct);
    previous = ref;
    if (follows) continue;
    Finding& finding = c.report(ref.block, entry.keyword, Message::misplaced_entry,
                                {{"keyword", entry.word},
                                 {"parent", std::string(locale::keyword(parentOf(entry.construct), c.map.language))}});
    finding.entry = ref.entry;
    // What ended the block that would have taken it.
    for (std::uint32_t e = 1; e < ref.entry && e < block.entries.size(); ++e)
      if (block.entries[e].place == model::Place::Journey) {
        finding.related.push_back({ref.block, block.entries[e].keyword, Message::misplaced_entry_ended_here});
        break;
      }
  }
}

void fix(const FixRequest& r) {
  const model::Entry& entry = r.entry();
  Construct parent = parentOf(entry.construct);
  std::uint32_t start = r.absolute(entry.whole).start;
  std::string_view ending = lineEnding(r.text);
  std::string word(locale::keyword(parent, r.map.language));
  r.offer(Message::fix_insert_before, {{"keyword", word}},
          {insertBeforeLine(r.text, start, {entryLine(parent, blank, r.map.language)})}, true);

  // Moving: to the end of the nearest block before that takes it.
  Block::Kind wanted = parent == Construct::Persona   ? Block::Kind::Persona
                       : parent == Construct::Phase   ? Block::Kind::Phase
                                                      : Block::Kind::Touchpoint;
  if (parent == Construct::Phase || parent == Construct::Opportunity) return;
  for (BlockIndex i = r.block; i-- > 0;) {
    const Block& block = r.map.block(i);
    if (block.kind != wanted || block.endsOuter) continue;
    TextEdit taken = deleteLines(r.text, r.absolute(entry.whole));
    std::string lines = r.text.slice({r.text.lineStart(r.text.lineOf(start)), r.absolute(entry.whole).end});
    TextEdit put = insertAfterLine(r.text, r.map.blocks[i].offset + block.entries.back().whole.end, {});
    put.text = std::string(ending) + lines;
    r.offer(Message::fix_move_to, {{"title", std::string(block.title())}}, {put, taken});
    return;
  }
}

}  // namespace

const Rule rules::misplacedEntry{"misplaced-entry", Severity::Error, nullptr, &check, &fix};

}  // namespace journey::lint
