// `Next` links as arcs in a band of their own, above the touchpoints.
//
// Each link runs from the top of its touchpoint up to a track, along it, and down to its target.
// Tracks are shared by links that do not meet. Labels stand on their track between two columns,
// where no vertical part of a link can be, so a link never runs through text.

#include <algorithm>
#include <cmath>
#include <optional>

#include "layout/sheet.hpp"
#include "text/unicode.hpp"

namespace journey::layout {

namespace {

constexpr float portGap = 11;
constexpr float portReach = 42;  // of ports from the centre of a column, at most
constexpr float corner = 8;
constexpr float bare = 14;  // height of a track without label

struct Link {
  EntryRef ref;
  std::string key;
  std::size_t from = 0;
  std::size_t to = 0;
  float x1 = 0, x2 = 0;
  std::size_t track = 0;
  float labelX = 0, labelWidth = 0, labelHeight = 0;
  std::string label;

  bool self() const { return from == to; }
  bool back() const { return to <= from; }
  std::size_t span() const { return to > from ? to - from : from - to; }
  float begin() const { return std::min({x1, x2, labelHeight > 0 ? labelX : x1}) - 6; }
  float end() const { return std::max({x1, x2, labelHeight > 0 ? labelX + labelWidth : x1}) + 6; }
};

struct Port {
  Link* link;
  bool source;
};

/// Sides and order are chosen so that links of one column cross as little as can be.
void placePorts(const Sheet& sheet, std::vector<Link>& links) {
  std::vector<std::vector<Port>> ports(sheet.columns.size());
  for (Link& l : links) {
    ports[l.from].push_back({&l, true});
    ports[l.to].push_back({&l, false});
  }
  for (std::size_t c = 0; c < ports.size(); ++c) {
    auto place = [](const Port& p) {
      const Link& l = *p.link;
      if (l.self()) return std::pair(p.source ? 1 : 2, 0L);
      bool right = p.source ? l.to > l.from : l.from > l.to;
      auto span = static_cast<long>(l.span());
      return right ? std::pair(3, -span) : std::pair(0, span);
    };
    std::ranges::stable_sort(ports[c], {}, place);
    auto n = static_cast<float>(ports[c].size());
    float gap = n > 1 ? std::min(portGap, 2 * portReach / (n - 1)) : 0;
    for (std::size_t i = 0; i < ports[c].size(); ++i) {
      float x = sheet.columns[c].centre() + (static_cast<float>(i) - (n - 1) / 2) * gap;
      (ports[c][i].source ? ports[c][i].link->x1 : ports[c][i].link->x2) = x;
    }
  }
}

void placeLabel(const Sheet& sheet, Link& l) {
  if (l.label.empty()) return;
  std::size_t zone = l.from;  // the gap right of this column
  if (l.back() && !l.self()) zone = l.from - 1;
  float begin = sheet.columns[zone].centre() + portReach + 8;
  float end = zone + 1 < sheet.columns.size() ? sheet.columns[zone + 1].centre() - portReach - 8
                                              : sheet.right;
  const FontMetrics& m = metricsOf(Font::Small);
  auto lines = text::wrap(l.label, end - begin - 8, m.size, m.weight);
  float widest = 0;
  for (const auto& line : lines) widest = std::max(widest, line.width);
  l.labelWidth = std::min(end - begin, widest + 8);
  l.labelHeight = static_cast<float>(lines.size()) * m.line;
  l.labelX = (begin + end - l.labelWidth) / 2;
}

/// Short links lie nearest to the cards. Gives back the number of tracks.
std::size_t placeTracks(std::vector<Link>& links) {
  std::vector<Link*> order;
  for (Link& l : links) order.push_back(&l);
  std::ranges::stable_sort(order, {}, [](const Link* l) { return l->end() - l->begin(); });
  std::vector<std::vector<const Link*>> tracks;
  for (Link* l : order) {
    auto free = std::ranges::find_if(tracks, [&](const auto& track) {
      return std::ranges::none_of(
          track, [&](const Link* o) { return l->begin() < o->end() && o->begin() < l->end(); });
    });
    if (free == tracks.end()) free = tracks.insert(tracks.end(), {{}});
    l->track = static_cast<std::size_t>(free - tracks.begin());
    free->push_back(l);
  }
  return tracks.size();
}

Element arc(const Sheet& sheet, const Link& l, float trackY, float bottom) {
  Element e = elementFor(sheet, l.ref, l.key, Role::Stroke);
  e.x = l.begin();
  e.y = trackY - l.labelHeight - 4;
  e.width = l.end() - l.begin();
  e.height = bottom - e.y;
  float y = trackY - e.y;
  float low = e.height;
  float x1 = l.x1 - e.x;
  float x2 = l.x2 - e.x;
  float side = x2 >= x1 ? 1.0F : -1.0F;
  // A loop onto itself leads around its label.
  float turn = std::min({corner, (low - y) / 2, std::max(std::abs(x2 - x1) / 2, 1.0F)});
  using K = Step::Kind;
  std::string_view style = l.back() ? "link loop" : "link";
  std::vector<Step> steps = {
      {K::Move, {{x1, low - 1}}},
      {K::Line, {{x1, y + turn}}},
      {K::Curve, {{x1, y + turn / 2}, {x1 + side * turn / 2, y}, {x1 + side * turn, y}}},
      {K::Line, {{x2 - side * turn, y}}},
      {K::Curve, {{x2 - side * turn / 2, y}, {x2, y + turn / 2}, {x2, y + turn}}},
      {K::Line, {{x2, low - 5}}}};
  e.shapes.emplace_back(Path{steps, "hit"});
  e.shapes.emplace_back(Path{std::move(steps), style});
  e.shapes.emplace_back(Circle{x1, low - 1, 2.5F, l.back() ? "link-end loop-end" : "link-end"});
  e.shapes.emplace_back(Path{{{K::Move, {{x2 - 4, low - 8}}},
                              {K::Line, {{x2 + 4, low - 8}}},
                              {K::Line, {{x2, low - 1}}},
                              {K::Close, {}}},
                             l.back() ? "link-end loop-end" : "link-end"});
  if (l.labelHeight > 0)
    putText(e, Font::Small, l.back() ? "loop-text" : "muted", l.labelX - e.x + 4,
            y - l.labelHeight - 2, l.labelWidth - 7.9F, l.label, Anchor::Middle);
  return e;
}

}  // namespace

float drawLinks(Sheet& sheet, float y) {
  bool any = std::ranges::any_of(sheet.columns, [&](const Column& c) {
    return sheet.map.block(c.touchpoint).has(Construct::Next);
  });
  if (!any) return y;
  std::vector<std::string> titles;
  for (const Column& c : sheet.columns)
    titles.push_back(text::fold(sheet.map.block(c.touchpoint).title()));
  std::vector<Link> links;
  for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
    const model::Block& block = sheet.map.block(sheet.columns[c].touchpoint);
    if (!block.has(Construct::Next)) continue;
    int number = 0;
    for (std::uint32_t i = 1; i < block.entries.size(); ++i) {
      const model::Entry& e = block.entries[i];
      if (e.construct != Construct::Next || e.place == model::Place::Journey || e.text.empty())
        continue;
      std::string key = sheet.columns[c].key + "/next:" + std::to_string(number++);
      auto target = std::ranges::find(titles, text::fold(e.text));
      if (target == titles.end()) {
        sheet.looseLinks.emplace_back(EntryRef{sheet.columns[c].touchpoint, i}, std::move(key));
        continue;
      }
      Link l;
      l.ref = {sheet.columns[c].touchpoint, i};
      l.key = std::move(key);
      l.from = c;
      l.to = static_cast<std::size_t>(target - titles.begin());
      l.label = e.qualifierText;
      links.push_back(std::move(l));
    }
  }
  if (links.empty()) return y;
  placePorts(sheet, links);
  for (Link& l : links) placeLabel(sheet, l);
  std::size_t count = placeTracks(links);
  std::vector<float> heights(count, bare);
  for (const Link& l : links) heights[l.track] = std::max(heights[l.track], l.labelHeight + 9);
  float total = 14;
  for (float h : heights) total += h;
  float bottom = y + total;
  std::vector<float> trackY(count);
  float at = bottom - 14;
  for (std::size_t t = 0; t < count; ++t) {
    trackY[t] = at;
    at -= heights[t];
  }
  for (const Link& l : links) sheet.strokes.push_back(arc(sheet, l, trackY[l.track], bottom));
  return bottom;
}

}  // namespace journey::layout
