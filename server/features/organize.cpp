#include "features/organize.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

#include "lint/minimal_edits.hpp"
#include "lint/phase_text.hpp"
#include "lint/write.hpp"
#include "model/phase_model.hpp"
#include "text/unicode.hpp"

namespace journey::features {

namespace {

using model::Block;
using model::Construct;
using model::Map;
using model::Place;

using Lines = std::vector<std::uint32_t>;  // numbers of lines of the text

void move(Lines& from, Lines& to) {
  to.insert(to.end(), from.begin(), from.end());
  from.clear();
}

/// An entry with all lines that move with it.
struct Unit {
  int place = 0;
  Lines lines;
  Lines gap;                   // blank lines behind it
  bool endsInComment = false;  // one that speaks of no entry below
};

/// The place of an entry that moves by itself; 0 for one that stays with the entry above.
int placeOf(const Map& map, const Block& block, const model::Entry& entry) {
  if (entry.place != Place::Block) return 0;
  if (entry.construct == Construct::Unknown && !map.isLane(text::fold(entry.word))) return 0;
  return lint::usualPlace(block.kind, entry.construct);
}

/// The lines of a block in their new order.
Lines organized(const text::Text& text, const Map& map, model::BlockIndex index) {
  const Block& block = map.block(index);
  std::uint32_t first = map.blocks[index].line;
  std::uint32_t end = index + 1 < map.blocks.size() ? map.blocks[index + 1].line : text.lineCount();
  // Outside a touchpoint an opportunity is misplaced and takes what comes below it.
  bool movable = block.kind == Block::Kind::Touchpoint ||
                 ((block.kind == Block::Kind::Journey || block.kind == Block::Kind::Persona) &&
                  block.opportunities.empty());
  if (!movable) {
    Lines same(end - first);
    std::iota(same.begin(), same.end(), first);
    return same;
  }

  std::vector<Unit> units(1);  // the head's, which stays
  Lines blanks, comments;      // seen, and not yet known what they belong to
  std::size_t e = 0;
  std::size_t other = 0;
  std::uint32_t line = 0;
  while (first + line < end) {
    if (e < block.entries.size() && block.entries[e].line == line) {
      const model::Entry& entry = block.entries[e];
      if (entry.place == Place::Journey) break;
      int place = e == 0 ? 0 : placeOf(map, block, entry);
      if (place > 0) {
        // Directly above another entry a comment would speak of that one.
        move(blanks, units.back().endsInComment ? units.back().lines : units.back().gap);
        units.emplace_back().place = place;
      }
      move(blanks, units.back().lines);
      move(comments, units.back().lines);
      units.back().endsInComment = false;
      for (std::uint32_t i = 0; i < entry.lineCount; ++i)
        units.back().lines.push_back(first + line + i);
      line += entry.lineCount;
      ++e;
      continue;
    }
    while (other < block.others.size() && block.others[other].line < line) ++other;
    if (other < block.others.size() && block.others[other].line == line) {
      comments.push_back(first + line);
      if (block.others[other].kind == model::OtherLine::Kind::Stray) {
        move(blanks, units.back().lines);
        move(comments, units.back().lines);
        units.back().endsInComment = false;
      }
    } else {
      if (!comments.empty()) {
        move(blanks, units.back().lines);
        move(comments, units.back().lines);
        units.back().endsInComment = true;
      }
      blanks.push_back(first + line);
    }
    ++line;
  }
  // What stands below the last entry stays there: a comment there mostly speaks of what follows.
  std::uint32_t last = 0;
  for (const Unit& unit : units)
    for (std::uint32_t l : unit.lines) last = std::max(last, l);
  Unit& lowest = units.back();
  Lines tail;
  if (lowest.endsInComment) {
    auto own = std::ranges::find_if(lowest.lines.rbegin(), lowest.lines.rend(), [&](auto l) {
      std::string_view words = text::trimmed(text.line(l));
      return !words.empty() && !words.starts_with('#');
    });
    last = own == lowest.lines.rend() ? last : *own;
    std::erase_if(lowest.lines, [&](std::uint32_t l) { return l > last; });
  }
  for (std::uint32_t l = last + 1; l < end; ++l) tail.push_back(l);

  std::vector<Lines> gaps;
  for (Unit& unit : units) gaps.push_back(std::move(unit.gap));
  std::stable_sort(units.begin() + 1, units.end(),
                   [](const Unit& a, const Unit& b) { return a.place < b.place; });
  Lines out;
  for (std::size_t i = 0; i < units.size(); ++i) {
    move(units[i].lines, out);
    move(gaps[i], out);
  }
  move(tail, out);
  return out;
}

Map mapOf(const text::Text& text, const model::ConventionsPtr& conventions) {
  return model::readMap(text, syntax::parse(text), conventions);
}

Lines organized(const text::Text& text, const Map& map) {
  Lines order;
  for (model::BlockIndex i = 0; i < map.blocks.size(); ++i) {
    Lines lines = organized(text, map, i);
    move(lines, order);
  }
  return order;
}

/// Lines take the endings of the places they come to.
std::string withEntriesInOrder(const text::Text& text, const Map& map) {
  Lines order = organized(text, map);
  std::string out;
  for (std::uint32_t at = 0; at < order.size(); ++at) {
    out += text.line(order[at]);
    out += text.slice({text.lineStart(at) + static_cast<std::uint32_t>(text.line(at).size()),
                       text.lineStart(at + 1)});
  }
  return out;
}

bool isClear(const model::PhaseModelUse& use) {
  return use.declared || std::ranges::count_if(
                             use.places, [](const auto& place) { return place.has_value(); }) >= 3;
}

std::vector<lint::TextEdit> phaseEdits(const text::Text& text, const Map& map) {
  std::vector<lint::TextEdit> edits;
  for (const model::Journey& journey : map.journeys)
    if (auto use = model::phaseModelOf(map, journey); use && isClear(*use))
      if (auto edit = lint::phasesInOrder(text, map, journey, *use)) edits.push_back(*edit);
  return edits;
}

std::string withPhasesInOrder(const text::Text& text, const Map& map) {
  return lint::applied(text, phaseEdits(text, map));
}

}  // namespace

bool isOrganized(const workspace::Snapshot& snapshot) {
  return std::ranges::is_sorted(organized(snapshot.text, snapshot.map)) &&
         phaseEdits(snapshot.text, snapshot.map).empty();
}

std::vector<lint::TextEdit> organize(const workspace::Snapshot& snapshot) {
  const model::ConventionsPtr& conventions = snapshot.map.conventions;
  text::Text text(withEntriesInOrder(snapshot.text, snapshot.map));
  bool same = text::sameBytes(text, snapshot.text);
  std::string result = withPhasesInOrder(text, same ? snapshot.map : mapOf(text, conventions));
  if (same && result == text.str()) return {};
  // In a map of mixed languages another keyword may come first, and with it another language.
  if (mapOf(text::Text(result), conventions).language != snapshot.map.language) return {};
  return lint::minimalEdits(snapshot.text, result);
}

}  // namespace journey::features
