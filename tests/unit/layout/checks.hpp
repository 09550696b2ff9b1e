// What must hold in every picture, whatever the text says.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "layout/scene.hpp"
#include "model/map.hpp"
#include "syntax/tree.hpp"
#include "text/text.hpp"

namespace journey::test {

inline model::Map mapOf(std::string_view bytes) {
  text::Text text(bytes);
  return model::readMap(text, syntax::parse(text));
}

struct Box {
  float left, top, right, bottom;
  std::string what;
  bool overlaps(const Box& o) const {
    constexpr float slack = 0.6F;
    return left < o.right - slack && o.left < right - slack && top < o.bottom - slack &&
           o.top < bottom - slack;
  }
  bool holds(const Box& o) const {
    constexpr float slack = 0.6F;
    return o.left >= left - slack && o.right <= right + slack && o.top >= top - slack &&
           o.bottom <= bottom + slack;
  }
};

inline Box boxOf(const layout::Element& e) {
  return {e.x, e.y, e.x + e.width, e.y + e.height, e.key};
}

inline std::vector<Box> textBoxes(const layout::Element& e) {
  std::vector<Box> out;
  for (const layout::Shape& shape : e.shapes) {
    const auto* t = std::get_if<layout::Text>(&shape);
    if (!t) continue;
    float y = e.y + t->y;
    for (const auto& line : t->lines) {
      float left = e.x + t->x;
      if (t->anchor == layout::Anchor::Middle)
        left += (t->width - line.width) / 2;
      else if (line.rightToLeft)
        left += t->width - line.width;
      out.push_back({left, y, left + line.width, y + metricsOf(t->font).line,
                     e.key + " «" + line.text + "»"});
      y += metricsOf(t->font).line;
    }
  }
  return out;
}

/// Straight parts of an element's paths.
inline std::vector<Box> strokes(const layout::Element& e) {
  std::vector<Box> out;
  for (const layout::Shape& shape : e.shapes) {
    const auto* p = std::get_if<layout::Path>(&shape);
    if (!p || p->style == "hit") continue;
    layout::Point at;
    for (const layout::Step& s : p->steps) {
      using K = layout::Step::Kind;
      if (s.kind == K::Close) continue;
      layout::Point to = s.points[s.kind == K::Curve ? 2 : 0];
      if (s.kind != K::Move)
        out.push_back({e.x + std::min(at.x, to.x) - 0.7F, e.y + std::min(at.y, to.y) - 0.7F,
                       e.x + std::max(at.x, to.x) + 0.7F, e.y + std::max(at.y, to.y) + 0.7F,
                       e.key});
      at = to;
    }
  }
  return out;
}

/// In words, what is wrong with a picture.
inline std::vector<std::string> faults(const layout::Scene& scene) {
  using layout::Role;
  std::vector<std::string> out;
  std::set<std::string_view> keys;
  std::vector<Box> cards, insets, texts, links;
  Box paper{0, 0, scene.width, scene.height, "the paper"};
  for (const layout::Element& e : scene.elements) {
    if (!keys.insert(e.key).second) out.push_back("key twice: " + e.key);
    Box box = boxOf(e);
    if (!paper.holds(box)) out.push_back("outside the paper: " + e.key);
    for (Box& t : textBoxes(e)) {
      if (!box.holds(t)) out.push_back("text outside its element: " + t.what);
      if (e.role != Role::Backdrop) texts.push_back(std::move(t));
    }
    if (e.role == Role::Card) cards.push_back(box);
    if (e.role == Role::Inset) insets.push_back(box);
    if (e.kind == "next" && e.role == Role::Stroke)
      for (Box& s : strokes(e)) links.push_back(std::move(s));
  }
  auto disjoint = [&](std::vector<Box>& boxes, std::string_view what) {
    std::ranges::sort(boxes, {}, &Box::top);
    for (std::size_t i = 0; i < boxes.size(); ++i)
      for (std::size_t k = i + 1; k < boxes.size() && boxes[k].top < boxes[i].bottom; ++k)
        if (boxes[i].overlaps(boxes[k]))
          out.push_back(std::string(what) + " overlap: " + boxes[i].what + " and " + boxes[k].what);
  };
  disjoint(cards, "cards");
  disjoint(insets, "insets");
  disjoint(texts, "texts");
  for (const Box& i : insets)
    if (std::ranges::none_of(cards, [&](const Box& c) { return c.holds(i); }))
      out.push_back("inset on no card: " + i.what);
  for (const Box& l : links)
    for (const Box& t : texts)
      if (l.overlaps(t)) out.push_back("link through text: " + l.what + " and " + t.what);
  return out;
}

}  // namespace journey::test
