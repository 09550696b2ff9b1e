#include "model/map.hpp"

#include <algorithm>
#include <bit>

#include "text/unicode.hpp"

namespace journey::model {

namespace {

using locale::Language;

/// Reads the blocks of a span that begins at a block's start; `preamble` says that the first of
/// them is the text before any head.
std::vector<std::shared_ptr<const Block>> readBlocks(const text::Text& text,
                                                     const syntax::Tree& tree, Span span,
                                                     bool preamble, Language language,
                                                     const Conventions& conventions) {
  std::vector<std::shared_ptr<const Block>> blocks;
  std::vector<syntax::Line> pending;
  std::uint32_t start = span.start;
  auto finish = [&](std::uint32_t end) {
    blocks.push_back(std::make_shared<const Block>(
        readBlock(text, {start, end}, pending, language, conventions)));
    pending.clear();
    start = end;
  };
  bool open = preamble;
  for (const syntax::Line& line : tree.lines(span)) {
    if (line.whole.start < span.start || line.whole.start >= span.end) continue;
    if (headKind(line)) {
      // The block begins where its line does, indentation included.
      std::uint32_t lineStart = std::max(text.lineStart(text.lineOf(line.whole.start)), start);
      if (open) finish(lineStart);
      open = true;
    }
    pending.push_back(line);
  }
  if (open) finish(span.end);
  return blocks;
}

std::optional<Language> declaredLanguage(const Block& block) {
  for (const Directive& d : block.directives) {
    if (d.kind != Directive::Kind::Language || d.names.empty()) continue;
    if (!block.entries.empty() && block.entries.front().line < d.line) return std::nullopt;
    if (auto language = locale::languageFromTag(d.names.front().text)) return language;
  }
  return std::nullopt;
}

Language languageOf(const std::vector<PlacedBlock>& blocks, Language fallback) {
  if (auto language = declaredLanguage(*blocks.front())) return *language;
  for (const PlacedBlock& placed : blocks)
    if (placed->shows) return *placed->shows;
  // Nordic and Dutch maps may use shared words only («Fase», «Kontaktpunkt»): then a language that
  // has them all, rather than one in which each would be foreign.
  locale::LanguageSet common = locale::everyLanguage;
  for (const PlacedBlock& placed : blocks) common &= placed->common;
  if (common != 0 && !locale::contains(common, fallback))
    return static_cast<Language>(std::countr_zero(common));
  return fallback;
}

void place(std::vector<PlacedBlock>& blocks, std::size_t from) {
  std::uint32_t offset = from == 0 ? 0 : blocks[from - 1].offset + blocks[from - 1]->size;
  std::uint32_t line = from == 0 ? 0 : blocks[from - 1].line + blocks[from - 1]->lineCount;
  for (std::size_t i = from; i < blocks.size(); ++i) {
    blocks[i].offset = offset;
    blocks[i].line = line;
    offset += blocks[i]->size;
    line += blocks[i]->lineCount;
  }
}

/// Journeys, personas, phases and touchpoints, from the blocks in order.
void assemble(Map& map) {
  map.journeys.clear();
  map.misplaced.clear();
  map.lanes.clear();
  for (const std::string& lane : map.conventions->lanes) map.lanes.push_back(text::fold(lane));
  bool inPhase = false;
  auto journey = [&]() -> Journey& {
    if (map.journeys.empty()) map.journeys.emplace_back();
    return map.journeys.back();
  };
  for (BlockIndex i = 0; i < map.blocks.size(); ++i) {
    const Block& block = *map.blocks[i];
    switch (block.kind) {
      case Block::Kind::Preamble:
        break;
      case Block::Kind::Journey:
        map.journeys.emplace_back().head = i;
        inPhase = false;
        break;
      case Block::Kind::Persona:
        journey().personas.push_back(i);
        inPhase = false;
        break;
      case Block::Kind::Phase:
        journey().phases.push_back({i, {}});
        inPhase = true;
        break;
      case Block::Kind::Touchpoint:
        if (!inPhase) {
          map.misplaced.push_back({i, 0});
          Journey& j = journey();
          if (j.phases.empty() || j.phases.back().head != noBlock) j.phases.emplace_back();
        }
        journey().phases.back().touchpoints.push_back(i);
        break;
    }
    if (block.endsOuter) inPhase = false;
    bool journeyBlock = block.kind == Block::Kind::Journey;
    if (!journeyBlock && !block.leavesBlock) continue;
    for (std::uint32_t e = 0; e < block.entries.size(); ++e) {
      const Entry& entry = block.entries[e];
      bool isHead = e == 0 && block.hasHead();
      if (entry.place == Place::Nobody) map.misplaced.push_back({i, e});
      if (entry.place == Place::Journey ||
          (journeyBlock && entry.place == Place::Block && !isHead)) {
        journey().entries.push_back({i, e});
        if (entry.construct == Construct::Lane && !entry.text.empty())
          map.lanes.push_back(text::fold(entry.text));
      }
    }
  }
}

Map build(std::vector<PlacedBlock> blocks, Language language, const ConventionsPtr& conventions) {
  Map map;
  map.language = language;
  map.conventions = conventions;
  map.blocks = std::move(blocks);
  assemble(map);
  return map;
}

}  // namespace

bool Journey::hasTouchpoints() const {
  return std::ranges::any_of(phases, [](const Phase& p) { return !p.touchpoints.empty(); });
}

BlockIndex Map::blockAt(std::uint32_t offset) const {
  auto after = std::upper_bound(blocks.begin(), blocks.end(), offset,
                                [](std::uint32_t o, const PlacedBlock& p) { return o < p.offset; });
  return static_cast<BlockIndex>(std::prev(after) - blocks.begin());
}

std::string_view Map::attribute(const Journey& journey, Construct c) const {
  for (EntryRef ref : journey.entries)
    if (entry(ref).construct == c) return entry(ref).text;
  return {};
}

bool Map::isLane(std::string_view foldedKeyword) const {
  return std::ranges::find(lanes, foldedKeyword) != lanes.end();
}

Map readMap(const text::Text& text, const syntax::Tree& tree, const ConventionsPtr& conventions) {
  auto read = [&](Language language) {
    std::vector<PlacedBlock> blocks;
    for (auto& block : readBlocks(text, tree, {0, text.size()}, true, language, *conventions))
      blocks.push_back({std::move(block)});
    place(blocks, 0);
    return blocks;
  };
  Language fallback = conventions->language.value_or(Language::En);
  std::vector<PlacedBlock> blocks = read(fallback);
  Language language = languageOf(blocks, fallback);
  // Keywords are read without knowing the language; emotion words and phase names are not.
  if (language != fallback) blocks = read(language);
  return build(std::move(blocks), language, conventions);
}

Map updateMap(const Map& old, const syntax::Edit& edit, const text::Text& text,
              const syntax::Tree& tree, const ConventionsPtr& conventions, Change& change) {
  auto anew = [&] {
    Map map = readMap(text, tree, conventions);
    change = {0, static_cast<std::uint32_t>(old.blocks.size()),
              static_cast<std::uint32_t>(map.blocks.size())};
    return map;
  };
  if (conventions != old.conventions) return anew();

  // Touching a head's line may take the head away, and its lines then join the block before.
  BlockIndex first = old.blockAt(edit.before.start);
  std::uint32_t headLineEnd = old.blocks[first].offset;
  if (old.block(first).hasHead()) headLineEnd += old.block(first).head().whole.end;
  if (first > 0 && edit.before.start <= headLineEnd) --first;
  BlockIndex last = std::max(first, old.blockAt(edit.before.end));

  std::uint32_t start = old.blocks[first].offset;
  std::uint32_t oldEnd = old.blocks[last].offset + old.blocks[last]->size;
  std::uint32_t end = oldEnd - edit.before.end + edit.after.end;
  auto fresh = readBlocks(text, tree, {start, end}, first == 0, old.language, *conventions);

  change = {first, last - first + 1, static_cast<std::uint32_t>(fresh.size())};
  std::vector<PlacedBlock> blocks;
  blocks.reserve(old.blocks.size() + fresh.size());
  blocks.assign(old.blocks.begin(), old.blocks.begin() + first);
  for (auto& block : fresh) blocks.push_back({std::move(block)});
  blocks.insert(blocks.end(), old.blocks.begin() + last + 1, old.blocks.end());
  place(blocks, first);

  Language language = languageOf(blocks, conventions->language.value_or(Language::En));
  if (language != old.language) return anew();
  return build(std::move(blocks), language, conventions);
}

}  // namespace journey::model
