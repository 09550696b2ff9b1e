// The paper that a journey is drawn on, and what its parts share: measures, columns, keys.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "layout/scene.hpp"
#include "model/map.hpp"

namespace journey::layout {

using model::BlockIndex;
using model::EntryRef;
using syntax::Construct;

inline constexpr float margin = 36;
inline constexpr float columnWidth = 216;
inline constexpr float columnGap = 12;
inline constexpr float phaseGap = 22;
inline constexpr float cardGap = 8;
inline constexpr float padding = 12;
inline constexpr int phaseHues = 8;
inline constexpr int personaHues = 6;

/// Gives every element a key of its own: the same words a second time get a number.
class Keys {
 public:
  std::string unique(std::string base);

 private:
  std::unordered_map<std::string, int> seen_;
};

struct Column {
  BlockIndex touchpoint = model::noBlock;
  std::string key;
  float x = 0;
  std::int8_t hue = -1;
  float centre() const { return x + columnWidth / 2; }
};

struct PhaseBand {
  BlockIndex head = model::noBlock;
  std::string key;
  float x = 0;
  float width = 0;
  std::int8_t hue = -1;
};

struct PersonaName {
  std::string folded;
  std::string name;
};

/// One journey on its way to the scene. The parts below draw into it from top to bottom; each
/// takes the y where it begins and gives back the y where it ends.
struct Sheet {
  const model::Map& map;
  const model::Journey& journey;
  std::string prefix;  // of keys; tells the journeys of a file apart
  Keys& keys;
  float headWidth = 0;  // of what stands above the lanes
  float left = 0;       // of the first column
  float right = 0;      // of the last column
  std::vector<Column> columns = {};
  std::vector<PhaseBand> phases = {};
  std::vector<PersonaName> personas = {};
  std::vector<std::pair<EntryRef, std::string>> looseLinks =
      {};  // that lead nowhere, with their keys
  std::vector<Element> backdrops = {};
  std::vector<Element> cards = {};
  std::vector<Element> strokes = {};

  const model::Entry& entry(EntryRef ref) const { return map.entry(ref); }
  std::string key(std::string_view base) { return keys.unique(prefix + std::string(base)); }
  /// The hue of the persona in an entry's qualifier; -1 if it names none.
  std::int8_t personaHue(const model::Entry& entry) const;
  /// The keyword of a construct as a heading, in the document's language.
  std::string_view word(Construct c) const;
  std::string_view plural(Construct c) const;
};

/// An element for an entry, with a label of its keyword and text.
Element elementFor(const Sheet& sheet, EntryRef ref, std::string key, Role role = Role::Card);

/// Puts wrapped text into an element and gives back its height.
float putText(Element& element, Font font, std::string_view style, float x, float y, float width,
              std::string_view text, Anchor anchor = Anchor::Start);

/// A small pill with a value, wrapped in itself when it is too long for `maxWidth`.
Element chip(const Sheet& sheet, EntryRef ref, std::string key, std::string_view style,
             std::string_view text, float maxWidth);
/// Puts chips beside and under one another from (x, y); gives back the height they take.
float flow(std::vector<Element>& chips, float x, float y, float width, float gap = 6);

/// The state words that the map's language knows; nullopt for other text.
std::optional<locale::State> stateOf(std::string_view text, locale::Language language);

// The parts, from top to bottom.
float drawHead(Sheet& sheet, float y);
float drawPersonas(Sheet& sheet, float y);
float drawPhases(Sheet& sheet, float y);
float drawLinks(Sheet& sheet, float y);
float drawTouchpoints(Sheet& sheet, float y);
float drawLanes(Sheet& sheet, float y);
float drawEmotions(Sheet& sheet, float y);
/// The heading of a lane, left of its columns; gives back its height.
float drawLaneTitle(Sheet& sheet, std::string_view title, std::string_view id, float y,
                    EntryRef ref = {});
/// Width that the lane headings need.
float laneTitleWidth(const Sheet& sheet);

}  // namespace journey::layout
