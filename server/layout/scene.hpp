// A picture as plain values: keyed elements with shapes and measured text, and no file format.
//
// What a shape looks like is said by `style`, the name of a class that the formats know
// (render/style.cpp); it always points to a string literal.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/map.hpp"
#include "text/width.hpp"

namespace journey::layout {

enum class Font : std::uint8_t {
  Title,
  Name,
  Phase,
  Heading,
  Body,
  Quote,
  Label,
  Lane,
  Small,
  Emoji
};

struct FontMetrics {
  float size;
  float line;      // from one baseline to the next
  float baseline;  // from the top of a line to its baseline
  text::Weight weight;
  bool italic;
  std::string_view style;  // the class that sets it
};
const FontMetrics& metricsOf(Font font);

struct Rect {
  float x = 0, y = 0, width = 0, height = 0, radius = 0;
  std::string_view style;
  bool operator==(const Rect&) const = default;
};
struct Circle {
  float x = 0, y = 0, radius = 0;
  std::string_view style;
  bool operator==(const Circle&) const = default;
};
struct Line {
  float x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  std::string_view style;
  bool operator==(const Line&) const = default;
};

struct Point {
  float x = 0, y = 0;
  bool operator==(const Point&) const = default;
};
/// Move and Line take one point, Curve three (two controls and the end), Close none.
struct Step {
  enum class Kind : std::uint8_t { Move, Line, Curve, Close };
  Kind kind = Kind::Move;
  Point points[3] = {};
  bool operator==(const Step&) const = default;
};
struct Path {
  std::vector<Step> steps;
  std::string_view style;
  bool operator==(const Path&) const = default;
};

enum class Anchor : std::uint8_t { Start, Middle };
/// Lines of text in a column from x to x + width; right-to-left lines start at its right edge.
struct Text {
  Font font = Font::Body;
  Anchor anchor = Anchor::Start;
  float x = 0;
  float y = 0;  // top of the first line
  float width = 0;
  std::vector<text::WrappedLine> lines;
  std::string_view style;
  bool operator==(const Text&) const = default;
  float height() const { return static_cast<float>(lines.size()) * metricsOf(font).line; }
};

using Shape = std::variant<Rect, Circle, Line, Path, Text>;

/// What an element is to its neighbours.
enum class Role : std::uint8_t {
  Backdrop,  // lies under others
  Card,      // never overlaps another card
  Inset,     // lies on a card
  Stroke,    // a curve or an arc over the backdrop, beside or between cards
};

struct Element {
  std::string key;        // keeps its value while other text changes
  std::string_view kind;  // a construct's name, or lane, curve, legend, ...
  Role role = Role::Card;
  std::int8_t hue = -1;  // of the phase or persona it belongs to; -1: none
  bool target = true;    // a click on it leads to `entry`
  float x = 0, y = 0, width = 0, height = 0;
  std::string label;  // for people who do not see the picture
  model::EntryRef entry;
  std::vector<Shape> shapes;

  bool operator==(const Element&) const = default;
};

/// True if both are drawn alike, at the same place or not.
bool sameDrawing(const Element& a, const Element& b);

struct Scene {
  float width = 0;
  float height = 0;
  std::string title;
  std::string description;
  std::string language;           // BCP 47
  std::vector<Element> elements;  // later ones lie over earlier ones

  bool operator==(const Scene&) const = default;
  bool empty() const { return elements.empty(); }
  const Element* find(std::string_view key) const;
};

}  // namespace journey::layout
