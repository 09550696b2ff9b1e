// The model of a document: journeys, personas, phases and touchpoints over the blocks they were
// read from. Built from any text without fail; what is misplaced is kept and named.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "locale/language.hpp"
#include "model/block.hpp"
#include "model/conventions.hpp"
#include "syntax/tree.hpp"
#include "text/text.hpp"

namespace journey::model {

/// A block and where it stands now.
struct PlacedBlock {
  std::shared_ptr<const Block> block;
  std::uint32_t offset = 0;  // bytes before it
  std::uint32_t line = 0;    // lines before it

  const Block* operator->() const { return block.get(); }
  const Block& operator*() const { return *block; }
};

using BlockIndex = std::uint32_t;
inline constexpr BlockIndex noBlock = ~BlockIndex{0};

struct EntryRef {
  BlockIndex block = noBlock;
  std::uint32_t entry = 0;
  auto operator<=>(const EntryRef&) const = default;
};

/// `head` is noBlock for touchpoints that stand outside any phase.
struct Phase {
  BlockIndex head = noBlock;
  std::vector<BlockIndex> touchpoints;
};

/// `head` is noBlock for what stands outside any journey (a library of personas, a fragment).
struct Journey {
  BlockIndex head = noBlock;
  std::vector<BlockIndex> personas;
  std::vector<Phase> phases;
  std::vector<EntryRef> entries;  // its own attributes, wherever they stand

  bool hasTouchpoints() const;
};

struct Map {
  locale::Language language = locale::Language::En;
  ConventionsPtr conventions = defaultConventions();
  std::vector<PlacedBlock> blocks;  // in the order of the text, covering it
  std::vector<Journey> journeys;    // in order; at least one if there is any entry
  std::vector<EntryRef> misplaced;  // entries and heads that no open block takes, in order
  std::vector<std::string> lanes;   // names of the map's and the project's own lanes, folded

  const Block& block(BlockIndex i) const { return *blocks[i].block; }
  const Entry& entry(EntryRef ref) const { return blocks[ref.block]->entries[ref.entry]; }
  Span absolute(BlockIndex i, Span span) const { return span.shifted(blocks[i].offset); }
  /// The block that holds a byte offset.
  BlockIndex blockAt(std::uint32_t offset) const;
  /// The text of a journey's first attribute of a kind, or empty.
  std::string_view attribute(const Journey& journey, Construct c) const;
  bool isLane(std::string_view foldedKeyword) const;
};

/// What an update did: blocks [first, first + before) of the old map became
/// [first, first + after) of the new one; all others are the same blocks.
struct Change {
  std::uint32_t first = 0;
  std::uint32_t before = 0;
  std::uint32_t after = 0;
};

Map readMap(const text::Text& text, const syntax::Tree& tree,
            const ConventionsPtr& conventions = defaultConventions());

/// The map of `text`, which is the text of `old` with one edit done.
Map updateMap(const Map& old, const syntax::Edit& edit, const text::Text& text,
              const syntax::Tree& tree, const ConventionsPtr& conventions, Change& change);

}  // namespace journey::model
