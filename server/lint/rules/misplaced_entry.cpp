// misplaced-entry: no open block takes the entry (an emotion before any touchpoint …).
#include <algorithm>

#include "lint/journeys.hpp"
#include "lint/rules.hpp"
#include "lint/write.hpp"

namespace journey::lint {

namespace {

using model::Block;
using model::Place;
using syntax::Level;

/// The block an entry wants around it.
Construct parentOf(Construct c) {
  switch (syntax::levelOf(c)) {
    case Level::Persona:
      return Construct::Persona;
    case Level::Phase:
      return Construct::Phase;
    case Level::Opportunity:
      return Construct::Opportunity;
    default:
      return Construct::Touchpoint;
  }
}

/// The entry that ended a block, such as a goal below a touchpoint.
const model::Entry* endOf(const Block& block) {
  if (!block.endsOuter) return nullptr;
  auto ends = [](const model::Entry& e) { return e.place == Place::Journey; };
  return &*std::ranges::find_if(block.entries, ends);
}

/// Whether a phase is open before an entry.
bool inPhase(const model::Map& map, BlockIndex block, std::uint32_t entry) {
  const Block& own = map.block(block);
  if (const model::Entry* end = endOf(own); end && end < &own.entries[entry]) return false;
  for (BlockIndex i = block;; --i) {
    Block::Kind kind = map.block(i).kind;
    if (kind == Block::Kind::Phase && (i != block || entry > 0)) return true;
    if (i == 0 || (kind != Block::Kind::Touchpoint && i != block) || map.block(i - 1).endsOuter)
      return false;
    if (i == block && own.kind != Block::Kind::Touchpoint) return false;
  }
}

bool inTouchpoint(const Block& block, std::uint32_t entry) {
  const model::Entry* end = endOf(block);
  return block.kind == Block::Kind::Touchpoint && entry > 0 &&
         !(end && end < &block.entries[entry]);
}

/// Whether a line belongs to the run of lines before it that miss one parent: giving them that
/// parent, or moving them, mends it too.
bool continues(const model::Entry& entry, Construct parent) {
  if (entry.place == Place::Nobody) return parentOf(entry.construct) == parent;
  bool anywhere = syntax::levelOf(entry.construct) == Level::Any && entry.place == Place::Block;
  return entry.place == Place::Opportunity || (anywhere && parent != Construct::Persona);
}

/// One past the last entry of the run that an entry begins.
std::uint32_t runEnd(const Block& block, std::uint32_t first) {
  Construct parent = parentOf(block.entries[first].construct);
  std::uint32_t end = first + 1;
  while (end < block.entries.size() && continues(block.entries[end], parent)) ++end;
  return end;
}

/// True if the line that should have opened an entry's parent stands before it, mistyped.
bool isParentMistyped(const model::Map& map, EntryRef ref, Construct parent) {
  auto opens = [&](BlockIndex block, std::size_t end) {
    const std::vector<model::Entry>& entries = map.block(block).entries;
    return std::any_of(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(end),
                       [&](const model::Entry& entry) {
                         return entry.construct == Construct::Unknown &&
                                isMeant(map, entry, parent);
                       });
  };
  if (opens(ref.block, ref.entry)) return true;
  return ref.entry == 0 && ref.block > 0 &&
         opens(ref.block - 1, map.block(ref.block - 1).entries.size());
}

void check(const MapCheck& c) {
  EntryRef next;  // behind the run reported last
  for (EntryRef ref : c.map.misplaced) {
    if (ref.block == next.block && ref.entry < next.entry) continue;
    const Block& block = c.map.block(ref.block);
    const model::Entry& entry = block.entries[ref.entry];
    Construct parent = parentOf(entry.construct);
    const model::Entry* end = endOf(block);
    if (ref.entry > 0 || !block.hasHead()) next = {ref.block, runEnd(block, ref.entry)};

    const Block* before = ref.block > 0 ? &c.map.block(ref.block - 1) : nullptr;
    const model::Entry* endBefore = before ? endOf(*before) : nullptr;
    // A phase for the touchpoint before is one for this.
    if (parent == Construct::Phase && before && before->kind == Block::Kind::Touchpoint &&
        !endBefore)
      continue;
    // Of that line unknown-keyword speaks, and mending it mends this.
    if (isParentMistyped(c.map, ref, parent)) continue;

    Finding& finding = c.report(ref.block, entry.keyword, Message::misplaced_entry,
                                {{"keyword", entry.word},
                                 {"parent", std::string(locale::keyword(parent, c.map.language))}});
    finding.entry = ref.entry;
    if (parent == Construct::Phase && endBefore)
      finding.related.push_back(
          {ref.block - 1, endBefore->keyword, Message::misplaced_entry_ended_here});
    else if (end && end < &entry)
      finding.related.push_back({ref.block, end->keyword, Message::misplaced_entry_ended_here});
    else if (ref.entry > 0 && block.hasHead())
      finding.related.push_back({ref.block, block.head().whole, Message::misplaced_entry_inside});
  }
}

Span runOf(const FixRequest& r) {
  std::uint32_t last = runEnd(r.at(), r.finding.entry) - 1;
  return r.absolute({r.entry().whole.start, r.at().entries[last].whole.end});
}

/// Their whole lines.
std::string runText(const FixRequest& r) {
  Span run = runOf(r);
  return r.text.slice({r.text.lineStart(r.text.lineOf(run.start)), run.end});
}

void offerMove(const FixRequest& r, TextEdit put, std::string_view title) {
  r.offer(Message::fix_move_to, {{"title", oneLine(title)}},
          {std::move(put), deleteLines(r.text, runOf(r))}, true);
}

void fix(const FixRequest& r) {
  Construct parent = parentOf(r.entry().construct);
  Construct outermost = Construct::Phase;
  if (parent == Construct::Persona)
    outermost = Construct::Persona;
  else if (inTouchpoint(r.at(), r.finding.entry))
    outermost = Construct::Opportunity;
  else if (inPhase(r.map, r.block, r.finding.entry))
    outermost = Construct::Touchpoint;

  auto line = [&](Construct c) { return entryLine(c, blank, r.map.language); };
  auto word = [&](Construct c) { return std::string(locale::keyword(c, r.map.language)); };
  auto offerParents = [&](bool preferred) {
    std::vector<std::string> lines;
    std::string names;
    for (Construct c :
         {Construct::Persona, Construct::Phase, Construct::Touchpoint, Construct::Opportunity}) {
      bool missing = c == parent || (parent != Construct::Persona && c >= outermost && c < parent);
      if (!missing) continue;
      lines.push_back(line(c));
      names += (names.empty() ? "" : ", ") + word(c);
    }
    r.offer(Message::fix_insert_before, {{"keyword", names}},
            {insertBeforeLine(r.text, r.absolute(r.entry().whole).start, lines)}, preferred);
  };

  Block::Kind around = r.at().kind;
  if (parent == Construct::Phase) {
    // Where an entry ended the phase, that entry is what stands wrong.
    offerParents(r.finding.related.empty());
  } else if (parent == Construct::Persona) {
    // A map may begin with such an entry, before any journey.
    std::vector<BlockIndex> personas;
    const model::Journey* journey = journeyOf(r.map, r.block);
    if (journey) personas = journey->personas;
    std::erase_if(personas, [&](BlockIndex i) { return i > r.block; });
    bool inMap = around == Block::Kind::Phase || around == Block::Kind::Touchpoint;
    if (!personas.empty()) {
      BlockIndex last = personas.back();
      offerMove(r, insertAfterLine(r.text, ownEnd(r.map, last), {runText(r)}),
                r.map.block(last).title());
    } else if (inMap && journey) {
      // A persona between phase and touchpoint would take the touchpoint out of its phase.
      r.offer(Message::fix_add_persona, {{"name", std::string(blank)}},
              {addPersona(r.text, r.map, *journey, {line(Construct::Persona), runText(r)}),
               deleteLines(r.text, runOf(r))},
              true);
    }
    if (!inMap) offerParents(personas.empty());
  } else if (parent == Construct::Touchpoint && around == Block::Kind::Touchpoint) {
    offerMove(r, insertAfterLine(r.text, ownEnd(r.map, r.block), {runText(r)}), r.at().title());
    offerParents(false);
  } else {
    // A persona's entries that come after it would lose their persona.
    bool splits = around == Block::Kind::Persona &&
                  std::ranges::any_of(r.at().entries, [&](const model::Entry& e) {
                    return &e > &r.entry() && e.place == Place::Block;
                  });
    offerParents(!splits);
  }
}

}  // namespace

const Rule rules::misplacedEntry{"misplaced-entry", Severity::Error, nullptr, &check, &fix};

}  // namespace journey::lint
