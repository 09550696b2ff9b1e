// The emotion lane: a curve from −2 to +2 through the touchpoints, one for each persona.

#include <algorithm>
#include <cmath>
#include <optional>

#include "layout/sheet.hpp"
#include "text/unicode.hpp"

namespace journey::layout {

namespace {

constexpr float step = 27;     // between two guide lines
constexpr float topRoom = 40;  // for the emoji above +2
constexpr float bottomRoom = 16;
constexpr float plotHeight = topRoom + 4 * step + bottomRoom;
constexpr float dot = 5.5F;

float heightOf(float valence) { return topRoom + (2 - valence) * step; }

struct Mark {
  std::size_t column;
  Point at;
};

struct Curve {
  std::string folded;  // the persona's name; empty for everybody
  std::string name;
  std::int8_t hue = -1;
  std::vector<Mark> marks;
};

/// An emotion entry and where it stands.
struct Feeling {
  std::size_t column;
  std::uint32_t entry;
  const model::Emotion* emotion;
  int number;  // among the touchpoint's emotions
  std::string who;
};

std::string_view valenceStyle(float v) {
  if (v <= -1.5F) return "v-2";
  if (v <= -0.5F) return "v-1";
  if (v < 0.5F) return "v0";
  if (v < 1.5F) return "v1";
  return "v2";
}

/// Slopes of a curve that never swings beyond its points (Fritsch and Carlson, 1980).
std::vector<float> slopes(const std::vector<Mark>& marks) {
  std::size_t n = marks.size();
  std::vector<float> secant(n > 1 ? n - 1 : 0);
  for (std::size_t i = 0; i + 1 < n; ++i)
    secant[i] = (marks[i + 1].at.y - marks[i].at.y) / (marks[i + 1].at.x - marks[i].at.x);
  std::vector<float> m(n, 0);
  for (std::size_t i = 1; i + 1 < n; ++i)
    if (secant[i - 1] * secant[i] > 0) {
      float lowest = std::min(std::abs(secant[i - 1]), std::abs(secant[i]));
      float mean = (secant[i - 1] + secant[i]) / 2;
      m[i] = std::copysign(std::min(std::abs(mean), 3 * lowest), mean);
    }
  return m;
}

Element curveElement(Sheet& sheet, const Curve& curve, bool alone) {
  Element e;
  e.key = sheet.key("curve:" + curve.name);
  e.kind = "curve";
  e.role = Role::Stroke;
  e.hue = curve.hue;
  e.target = false;
  e.label = curve.name;
  e.width = sheet.right;
  e.height = plotHeight;
  using K = Step::Kind;
  auto m = slopes(curve.marks);
  Path area{{}, "curve-area"};
  std::vector<Path> parts;
  bool solidBefore = false;
  for (std::size_t i = 0; i + 1 < curve.marks.size(); ++i) {
    const Mark& a = curve.marks[i];
    const Mark& b = curve.marks[i + 1];
    // A touchpoint without an emotion lies between them: the curve only guesses there.
    bool solid = b.column == a.column + 1;
    if (parts.empty() || solid != solidBefore)
      parts.push_back({{{K::Move, {a.at}}},
                       solid ? (alone ? "curve" : "curve persona-line")
                             : (alone ? "curve gap" : "curve persona-line gap")});
    solidBefore = solid;
    float third = (b.at.x - a.at.x) / 3;
    Step s{K::Curve,
           {{a.at.x + third, a.at.y + m[i] * third},
            {b.at.x - third, b.at.y - m[i + 1] * third},
            b.at}};
    parts.back().steps.push_back(s);
    if (alone) {
      if (area.steps.empty()) {
        area.steps.push_back({K::Move, {{a.at.x, heightOf(0)}}});
        area.steps.push_back({K::Line, {a.at}});
      }
      area.steps.push_back(s);
    }
  }
  if (!area.steps.empty()) {
    area.steps.push_back({K::Line, {{curve.marks.back().at.x, heightOf(0)}}});
    area.steps.push_back({K::Close, {}});
    e.shapes.emplace_back(std::move(area));
  }
  for (Path& p : parts) e.shapes.emplace_back(std::move(p));
  return e;
}

Element panel(Sheet& sheet, float y) {
  Element e;
  e.key = sheet.key("lane:emotion/panel");
  e.kind = "panel";
  e.role = Role::Backdrop;
  e.target = false;
  e.x = sheet.left - columnGap / 2;
  e.y = y;
  e.width = sheet.right - sheet.left + columnGap;
  e.height = plotHeight;
  e.shapes.emplace_back(Rect{0, 0, e.width, e.height, 12, "panel"});
  for (int v = -2; v <= 2; ++v)
    e.shapes.emplace_back(Line{10, heightOf(static_cast<float>(v)), e.width - 10,
                               heightOf(static_cast<float>(v)), v == 0 ? "guide zero" : "guide"});
  return e;
}

Element scale(Sheet& sheet, float y) {
  Element e;
  e.key = sheet.key("lane:emotion/scale");
  e.kind = "scale";
  e.role = Role::Backdrop;
  e.target = false;
  e.width = 24;
  e.height = plotHeight;
  e.x = sheet.left - columnGap / 2 - 4 - e.width;
  e.y = y;
  static constexpr std::string_view names[] = {"+2", "+1", "0", "−1", "−2"};
  for (int i = 0; i < 5; ++i)
    putText(e, Font::Small, "scale", 0, heightOf(static_cast<float>(2 - i)) - 8, e.width, names[i],
            Anchor::Middle);
  return e;
}

/// Names of the curves, under the lane's heading; gives back the height.
float legend(Sheet& sheet, const std::vector<Curve>& curves, float y) {
  float at = y;
  float width = sheet.left - margin - 46;
  for (const Curve& c : curves) {
    if (c.name.empty()) continue;
    Element e;
    e.key = sheet.key("legend:" + c.name);
    e.kind = "legend";
    e.hue = c.hue;
    e.target = false;
    e.x = margin;
    e.y = at;
    e.width = width;
    e.label = c.name;
    e.shapes.emplace_back(Line{0, 8, 14, 8, c.hue < 0 ? "curve" : "curve persona-line"});
    const FontMetrics& m = metricsOf(Font::Small);
    float wide = std::min(width - 19, text::width(c.name, m.size, m.weight) + 0.1F);
    e.height = std::max(16.0F, putText(e, Font::Small, "ink", 19, 0, wide, c.name));
    at += e.height + 3;
    sheet.cards.push_back(std::move(e));
  }
  return at - y;
}

}  // namespace

float drawEmotions(Sheet& sheet, float y) {
  std::vector<Feeling> feelings;
  for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
    const model::Block& block = sheet.map.block(sheet.columns[c].touchpoint);
    int number = 0;
    for (const model::Emotion& emotion : block.emotions) {
      const model::Entry& entry = block.entries[emotion.entry];
      if (entry.place == model::Place::Journey || entry.text.empty()) continue;
      feelings.push_back({c, static_cast<std::uint32_t>(emotion.entry), &emotion, number++,
                          text::fold(entry.qualifierText)});
    }
  }
  if (feelings.empty()) return y;

  // The curves, in the order of the personas; then names that no persona bears.
  std::vector<Curve> curves;
  auto named = [&](std::string_view folded) {
    return std::ranges::any_of(feelings, [&](const Feeling& f) { return f.who == folded; });
  };
  for (std::size_t p = 0; p < sheet.personas.size(); ++p)
    if (!sheet.personas[p].folded.empty() && named(sheet.personas[p].folded) &&
        std::ranges::find(curves, sheet.personas[p].folded, &Curve::folded) == curves.end())
      curves.push_back({sheet.personas[p].folded,
                        sheet.personas[p].name,
                        static_cast<std::int8_t>(p % personaHues),
                        {}});
  for (const Feeling& f : feelings)
    if (!f.who.empty() && std::ranges::find(curves, f.who, &Curve::folded) == curves.end())
      curves.push_back(
          {f.who,
           sheet.map.block(sheet.columns[f.column].touchpoint).entries[f.entry].qualifierText,
           static_cast<std::int8_t>((sheet.personas.size() + curves.size()) % personaHues),
           {}});
  bool alone = curves.size() <= 1;
  if (curves.empty()) curves.push_back({});

  float top = y + 14;
  // Each curve keeps to its own place in a column, so that marks never lie on one another.
  float slot = std::min(34.0F, (columnWidth - 12) / static_cast<float>(curves.size()));
  float markWidth = std::min(slot, 28.0F);
  // With very many curves there is room for dots only; the emoji then stand below, with the words.
  bool crowded = slot < 28;
  auto slotX = [&](const Column& c, std::size_t curve) {
    return c.centre() +
           (static_cast<float>(curve) - static_cast<float>(curves.size() - 1) / 2) * slot;
  };

  std::vector<Element> marks;
  std::vector<Element> words;
  std::vector<float> deepest(sheet.columns.size(), 0);
  float wordsTop = top + plotHeight + 8;
  std::size_t at = 0;
  for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
    const Column& column = sheet.columns[c];
    std::size_t end = at;
    while (end < feelings.size() && feelings[end].column == c) ++end;
    std::vector<std::uint32_t> onCurve;  // entries that have a mark
    for (std::size_t k = 0; k < curves.size(); ++k) {
      // What a persona feels here; what everybody feels where nothing is said of the persona.
      float sum = 0;
      int count = 0;
      const Feeling* first = nullptr;
      for (bool own : {true, false}) {
        if (first) break;
        for (std::size_t i = at; i < end; ++i) {
          const Feeling& f = feelings[i];
          if (!f.emotion->valence ||
              (own ? f.who.empty() || f.who != curves[k].folded : !f.who.empty()))
            continue;
          if (!first) first = &f;
          sum += static_cast<float>(*f.emotion->valence);
          ++count;
        }
      }
      if (!first) continue;
      float valence = sum / static_cast<float>(count);
      Point p{slotX(column, k), heightOf(valence)};
      curves[k].marks.push_back({c, p});
      bool again = std::ranges::find(onCurve, first->entry) != onCurve.end();
      if (!again) onCurve.push_back(first->entry);
      std::string key = column.key + "/emotion:" + std::to_string(first->number);
      if (again) key += "/" + curves[k].name;
      Element e = elementFor(sheet, {column.touchpoint, first->entry}, std::move(key));
      e.x = p.x - markWidth / 2;
      e.y = top + p.y - 38;
      e.width = markWidth;
      e.height = 46;
      float x = markWidth / 2;
      if (!alone && curves[k].hue >= 0) {
        e.hue = curves[k].hue;
        e.shapes.emplace_back(Circle{x, 38, dot + 2, "persona"});
      }
      e.shapes.emplace_back(Circle{x, 38, dot, "halo"});
      e.shapes.emplace_back(Circle{x, 38, dot - 1.5F, valenceStyle(valence)});
      auto signs = text::graphemes(first->emotion->emoji);
      if (!signs.empty() && !crowded)
        putText(e, Font::Emoji, "emoji", 0, 2, markWidth, signs.front(), Anchor::Middle);
      marks.push_back(std::move(e));
    }

    float wordY = wordsTop;
    for (std::size_t i = at; i < end; ++i) {
      const Feeling& f = feelings[i];
      const model::Entry& entry = sheet.map.block(column.touchpoint).entries[f.entry];
      bool marked = std::ranges::find(onCurve, f.entry) != onCurve.end();
      const std::string& shown = marked && !crowded ? f.emotion->words : entry.text;
      if (shown.empty()) continue;
      std::string key = column.key + "/emotion:" + std::to_string(f.number);
      Element e = elementFor(sheet, {column.touchpoint, f.entry}, marked ? key + "/words" : key);
      if (marked) e.kind = "emotion-words";
      e.x = column.x;
      e.y = wordY;
      e.width = columnWidth;
      auto curve = std::ranges::find(curves, f.who, &Curve::folded);
      std::string_view style = !f.emotion->valence ? "muted" : "ink";
      if (!alone && !f.who.empty() && curve != curves.end()) {
        e.hue = curve->hue;
        float indent = 12;
        const FontMetrics& small = metricsOf(Font::Small);
        float line = std::min(columnWidth, text::width(shown, small.size, small.weight) + indent);
        float start = (columnWidth - line) / 2;
        e.shapes.emplace_back(Circle{start + 4, 8, 3.5F, "persona"});
        e.height =
            putText(e, Font::Small, style, start + indent, 0, columnWidth - start - indent, shown);
      } else {
        e.height = putText(e, Font::Small, style, 0, 0, columnWidth, shown, Anchor::Middle);
      }
      wordY += e.height + 3;
      words.push_back(std::move(e));
    }
    deepest[c] = wordY - wordsTop;
    at = end;
  }

  Element rule;
  rule.key = sheet.key("lane:emotion/rule");
  rule.kind = "rule";
  rule.role = Role::Backdrop;
  rule.target = false;
  rule.x = margin;
  rule.y = y;
  rule.width = sheet.right - margin;
  rule.shapes.emplace_back(Line{0, 0, rule.width, 0, "rule"});
  sheet.backdrops.push_back(std::move(rule));
  float titleHeight = drawLaneTitle(sheet, sheet.plural(Construct::Emotion), "emotion", top);
  // The heading must leave room for the scale at its right.
  sheet.backdrops.push_back(panel(sheet, top));
  sheet.backdrops.push_back(scale(sheet, top));
  float legendHeight = alone ? 0 : legend(sheet, curves, top + titleHeight + 8);
  for (const Curve& c : curves)
    if (!c.marks.empty()) {
      Element e = curveElement(sheet, c, alone);
      e.y = top;
      sheet.strokes.push_back(std::move(e));
    }
  std::ranges::move(marks, std::back_inserter(sheet.cards));
  std::ranges::move(words, std::back_inserter(sheet.cards));
  float below = deepest.empty() ? 0 : *std::ranges::max_element(deepest);
  float bottom = std::max(wordsTop + below, top + titleHeight + 8 + legendHeight);
  return bottom + 11;
}

}  // namespace journey::layout
