#include "layout/sheet.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace journey::layout {

std::string Keys::unique(std::string base) {
  // A key travels through XML attributes and JSON: control characters would not survive that.
  for (std::size_t i = 0; i < base.size(); ++i) {
    auto c = static_cast<unsigned char>(base[i]);
    if (c < 0x20 || c == 0x7F) base[i] = ' ';
    if (base.compare(i, 3, "\xEF\xBF\xBE") == 0 || base.compare(i, 3, "\xEF\xBF\xBF") == 0)
      base[i + 2] = '\xBD';
  }
  int count = ++seen_[base];
  if (count == 1) return base;
  return unique(base + "~" + std::to_string(count));
}

std::int8_t Sheet::personaHue(const model::Entry& e) const {
  if (e.qualifierText.empty()) return -1;
  auto found = std::ranges::find(personas, text::fold(e.qualifierText), &PersonaName::folded);
  if (found == personas.end()) return -1;
  return static_cast<std::int8_t>((found - personas.begin()) % personaHues);
}

std::string_view Sheet::word(Construct c) const { return locale::keyword(c, map.language); }

std::string_view Sheet::plural(Construct c) const { return locale::plural(c, map.language); }

Element elementFor(const Sheet& sheet, EntryRef ref, std::string key, Role role) {
  const model::Entry& entry = sheet.entry(ref);
  Element e;
  e.key = std::move(key);
  e.kind = syntax::nameOf(entry.construct);
  e.role = role;
  e.entry = ref;
  e.shapes.reserve(4);
  e.label.reserve(entry.word.size() + entry.qualifierText.size() + entry.text.size() + 6);
  e.label += entry.word;
  if (!entry.qualifierText.empty()) e.label.append(" (").append(entry.qualifierText).append(")");
  e.label.append(": ").append(entry.text);
  return e;
}

float putText(Element& element, Font font, std::string_view style, float x, float y, float width,
              std::string_view text, Anchor anchor) {
  const FontMetrics& m = metricsOf(font);
  Text t{font, anchor, x, y, width, text::wrap(text, width, m.size, m.weight), style};
  float height = t.height();
  if (!t.lines.empty()) element.shapes.emplace_back(std::move(t));
  return height;
}

namespace {

/// Small pictures in a box of 12 by 12.
void putIcon(Element& e, std::string_view style, float x, float y) {
  using K = Step::Kind;
  if (style == "owner") {
    e.shapes.emplace_back(Circle{x + 6, y + 3.5F, 2.5F, "icon"});
    e.shapes.emplace_back(
        Path{{{K::Move, {{x + 1.5F, y + 11}}},
              {K::Curve, {{x + 1.5F, y + 5.5F}, {x + 10.5F, y + 5.5F}, {x + 10.5F, y + 11}}},
              {K::Close, {}}},
             "icon"});
  } else if (style == "votes") {
    e.shapes.emplace_back(Path{{{K::Move, {{x + 6, y + 2}}},
                                {K::Line, {{x + 11, y + 10}}},
                                {K::Line, {{x + 1, y + 10}}},
                                {K::Close, {}}},
                               "icon"});
  } else if (style == "priority") {
    e.shapes.emplace_back(Path{{{K::Move, {{x + 2, y + 1}}},
                                {K::Line, {{x + 10.5F, y + 3.8F}}},
                                {K::Line, {{x + 3.4F, y + 6.6F}}},
                                {K::Line, {{x + 3.4F, y + 11.5F}}},
                                {K::Line, {{x + 2, y + 11.5F}}},
                                {K::Close, {}}},
                               "icon"});
  } else if (style == "metric") {
    e.shapes.emplace_back(Rect{x + 1, y + 7, 2.6F, 4, 0.8F, "icon"});
    e.shapes.emplace_back(Rect{x + 4.7F, y + 4, 2.6F, 7, 0.8F, "icon"});
    e.shapes.emplace_back(Rect{x + 8.4F, y + 1, 2.6F, 10, 0.8F, "icon"});
  } else if (style == "channel") {
    e.shapes.emplace_back(Circle{x + 6, y + 6, 3.5F, "icon"});
  }
}

bool hasIcon(std::string_view style) {
  return style == "owner" || style == "votes" || style == "priority" || style == "metric" ||
         style == "channel";
}

}  // namespace

Element chip(const Sheet& sheet, EntryRef ref, std::string key, std::string_view style,
             std::string_view text, float maxWidth) {
  Element e = elementFor(sheet, ref, std::move(key), Role::Inset);
  const FontMetrics& m = metricsOf(Font::Small);
  float before = hasIcon(style) ? 22 : 9;
  Text t{Font::Small, Anchor::Start,
         before,      3,
         0,           text::wrap(text, maxWidth - before - 9, m.size, m.weight),
         "chip-text"};
  for (const auto& line : t.lines) t.width = std::max(t.width, line.width);
  e.width = std::min(maxWidth, t.width + before + 9);
  t.width = e.width - before - 9;
  e.height = std::max(m.line, t.height()) + 6;
  e.shapes.reserve(4);
  e.shapes.emplace_back(Rect{0, 0, e.width, e.height, std::min(e.height / 2, 10.75F), "chip"});
  putIcon(e, style, 6.5F, 4.75F);
  e.shapes.emplace_back(std::move(t));
  return e;
}

float flow(std::vector<Element>& chips, float x, float y, float width, float gap) {
  float atX = 0;
  float atY = 0;
  float rowHeight = 0;
  for (Element& c : chips) {
    if (atX > 0 && atX + c.width > width) {
      atX = 0;
      atY += rowHeight + gap;
      rowHeight = 0;
    }
    c.x = x + atX;
    c.y = y + atY;
    atX += c.width + gap;
    rowHeight = std::max(rowHeight, c.height);
  }
  return atY + rowHeight;
}

std::optional<locale::State> stateOf(std::string_view text, locale::Language language) {
  std::string folded = text::fold(text);
  for (std::size_t s = 0; s < locale::stateCount; ++s)
    for (std::string_view word : locale::states(static_cast<locale::State>(s), language))
      if (text::fold(word) == folded) return static_cast<locale::State>(s);
  return std::nullopt;
}

}  // namespace journey::layout
