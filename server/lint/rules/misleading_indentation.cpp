// misleading-indentation: a line that looks as if it belonged to something else.
#include <algorithm>
#include <string>

#include "lint/journeys.hpp"
#include "lint/rules.hpp"
#include "lint/write.hpp"

namespace journey::lint {

namespace {

using model::Block;
using model::Entry;

/// What a line stands under, and what it looks as if it stood under.
struct Line {
  std::uint32_t entry = 0;
  std::uint32_t parent = 0;            // index in the block's entries
  std::optional<std::uint32_t> looks;  // none: it looks as if it stood outside of its parent
};

bool owns(const Entry& entry) {
  return syntax::opensBlock(entry.construct) || entry.construct == Construct::Opportunity;
}

/// The entry of the block that an entry belongs to.
std::uint32_t parentOf(const Block& block, const Entry& entry) {
  if (entry.opportunity < 0 || entry.construct == Construct::Opportunity) return 0;
  return static_cast<std::uint32_t>(
      block.opportunities[static_cast<std::size_t>(entry.opportunity)].entries.front());
}

/// Lines of a block whose indentation says something else than their keywords. People who do not
/// indent at all mean nothing by it.
std::vector<Line> misleading(const Block& block) {
  std::vector<Line> out;
  if (!block.hasHead()) return out;
  for (std::uint32_t e = 1; e < block.entries.size(); ++e) {
    const Entry& entry = block.entries[e];
    if (entry.place != model::Place::Block && entry.place != model::Place::Opportunity) continue;
    // Where a mistyped keyword belongs nobody knows yet, and a row is the touchpoint's anyhow.
    if (entry.construct == Construct::Unknown) continue;
    std::uint32_t parent = parentOf(block, entry);
    // The nearest line above that stands further out and takes others.
    std::optional<std::uint32_t> looks;
    for (std::uint32_t above = e; above-- > 0;)
      if (block.entries[above].indent < entry.indent && owns(block.entries[above])) {
        looks = above;
        break;
      }
    if (looks && *looks != parent && *looks != 0) {
      out.push_back({e, parent, looks});
      continue;
    }
    // Level with its opportunity, or further out, where others of it stand further in.
    bool outside = parent != 0 && entry.indent <= block.entries[parent].indent;
    if (outside && std::ranges::any_of(block.entries, [&](const Entry& other) {
          return &other != &entry && other.opportunity == entry.opportunity &&
                 other.indent > block.entries[parent].indent;
        }))
      out.push_back({e, parent, std::nullopt});
  }
  return out;
}

std::string nameOf(const Entry& entry) {
  std::string text = oneLine(entry.text);
  return text.empty() ? entry.word : entry.word + ": " + text;
}

void check(const BlockCheck& c) {
  for (const Line& line : misleading(c.block)) {
    const Entry& entry = c.block.entries[line.entry];
    Arguments arguments{{"belongs", nameOf(c.block.entries[line.parent])}};
    if (line.looks) arguments.emplace_back("looks", nameOf(c.block.entries[*line.looks]));
    c.report(line.entry, entry.keyword,
             line.looks ? Message::misleading_indentation : Message::misleading_indentation_outside,
             std::move(arguments));
  }
  if (!c.block.hasHead() || !c.block.endsOuter) return;
  for (std::uint32_t e = 1; e < c.block.entries.size(); ++e) {
    const Entry& entry = c.block.entries[e];
    if (entry.place != model::Place::Journey || entry.indent <= c.block.head().indent) continue;
    // Where something behind it misses its place for it, misplaced-entry points here.
    if (std::any_of(c.block.entries.begin() + e, c.block.entries.end(),
                    [](const Entry& other) { return other.place == model::Place::Nobody; }))
      continue;
    c.report(e, entry.keyword, Message::misleading_indentation_journey,
             {{"looks", nameOf(c.block.head())}});
  }
}

/// True for what nobody would write inside something: a phase in a phase, anything in a touchpoint.
/// Phases below their persona are only another way to see it.
bool isInside(Block::Kind outer, Block::Kind inner) {
  return outer == Block::Kind::Touchpoint ||
         (outer == Block::Kind::Phase && inner != Block::Kind::Touchpoint);
}

void checkHeads(const MapCheck& c) {
  std::vector<BlockIndex> open;  // heads, each standing further in than the one before it
  for (BlockIndex i = 0; i < c.map.blocks.size(); ++i) {
    const Block& block = c.map.block(i);
    if (!block.hasHead()) continue;
    while (!open.empty() && c.map.block(open.back()).head().indent >= block.head().indent)
      open.pop_back();
    if (!open.empty() && isInside(c.map.block(open.back()).kind, block.kind))
      c.report(i, block.head().keyword, Message::misleading_indentation_head,
               {{"looks", nameOf(c.map.block(open.back()).head())}})
          .entry = 0;
    open.push_back(i);
  }
}

std::string spaceOf(const FixRequest& r, BlockIndex block, const Entry& entry) {
  std::uint32_t at = r.map.absolute(block, entry.whole).start;
  return r.text.slice({r.text.lineStart(r.text.lineOf(at)), at});
}

/// As a sister that stands right, else two columns further in than the parent.
std::string wantedSpace(const FixRequest& r) {
  const Block& block = r.at();
  if (r.finding.message == Message::misleading_indentation_journey) {
    // As the journey's own lines mostly stand, but no further in than the heading it is no part of.
    const model::Journey* journey = journeyOf(r.map, r.block);
    const Entry& head = block.head();
    if (!journey || journey->head == model::noBlock) return spaceOf(r, r.block, head);
    const Entry& outer = r.map.block(journey->head).head();
    return outer.indent + 2 <= head.indent ? spaceOf(r, journey->head, outer) + "  "
                                           : spaceOf(r, r.block, head);
  }
  std::uint32_t parent = parentOf(block, r.entry());
  std::vector<Line> wrong = misleading(block);
  for (std::uint32_t e = 1; e < block.entries.size(); ++e) {
    const Entry& other = block.entries[e];
    if (parentOf(block, other) == parent && other.indent > block.entries[parent].indent &&
        (other.place == model::Place::Block || other.place == model::Place::Opportunity) &&
        std::ranges::find(wrong, e, &Line::entry) == wrong.end())
      return spaceOf(r, r.block, other);
  }
  return spaceOf(r, r.block, block.entries[parent]) + "  ";
}

void fix(const FixRequest& r) {
  if (r.finding.message == Message::misleading_indentation_head) return;  // formatting does it
  std::string wanted = wantedSpace(r);
  std::vector<TextEdit> edits;
  std::string before = spaceOf(r, r.block, r.entry());
  std::uint32_t first = r.text.lineOf(r.absolute(r.entry().whole).start);
  for (std::uint32_t i = 0; i < r.entry().lineCount; ++i) {
    std::string_view line = r.text.line(first + i);
    std::uint32_t start = r.text.lineStart(first + i);
    std::size_t space = std::min(line.find_first_not_of(" \t"), line.size());
    // Continuation lines keep their distance.
    std::string own(line.substr(0, space));
    std::string more = own.starts_with(before) ? own.substr(before.size()) : std::string();
    edits.push_back({{start, start + static_cast<std::uint32_t>(space)}, wanted + more});
  }
  // Not one to take unasked: the author may rather have meant what the indentation says.
  r.offer(Message::fix_indent, {}, std::move(edits), true);
}

}  // namespace

const Rule rules::misleadingIndentation{"misleading-indentation", Severity::Information, &check,
                                        &checkHeads, &fix};

}  // namespace journey::lint
