// Phases as column heads, touchpoints, and the rows of cards below them.

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "layout/sheet.hpp"
#include "text/unicode.hpp"

namespace journey::layout {

namespace {

constexpr float textWidth = columnWidth - 2 * padding;
constexpr float laneGap = 14;

bool drawn(const model::Entry& e) { return e.place != model::Place::Journey && !e.text.empty(); }

bool isOwnLane(const Sheet& sheet, const model::Entry& e) {
  return e.construct == Construct::Unknown && !sheet.map.lanes.empty() &&
         sheet.map.isLane(text::fold(e.word));
}

/// Drawn in the last lane: research behind a touchpoint, and what has no place of its own.
bool isNote(const Sheet& sheet, const model::Entry& e) {
  if (!drawn(e) || e.place == model::Place::Opportunity) return false;
  switch (e.construct) {
    case Construct::Channel:
    case Construct::Action:
    case Construct::Thought:
    case Construct::Quote:
    case Construct::Emotion:
    case Construct::Pain:
    case Construct::Opportunity:
    case Construct::Moment:
    case Construct::Next:
    case Construct::Scene:
      return false;
    case Construct::Unknown:
      return !isOwnLane(sheet, e);
    default:
      return true;
  }
}

std::string keyOf(const Column& column, const model::Entry& entry, int number) {
  std::string key = column.key;
  key += '/';
  key += entry.construct == Construct::Unknown ? std::string_view(entry.word)
                                               : syntax::nameOf(entry.construct);
  key += ':';
  key += std::to_string(number);
  return key;
}

/// Name of the persona that an entry speaks of, above its text.
float putPersona(const Sheet& sheet, Element& e, const model::Entry& entry, float x, float y,
                 float width) {
  if (entry.qualifierText.empty()) return 0;
  e.hue = sheet.personaHue(entry);
  e.shapes.emplace_back(Circle{x + 3.5F, y + 7.5F, 3.5F, e.hue < 0 ? "muted" : "persona"});
  return putText(e, Font::Label, e.hue < 0 ? "muted" : "persona-text", x + 12, y, width - 12,
                 entry.qualifierText) +
         2;
}

Element actionCard(const Sheet& sheet, EntryRef ref, std::string key) {
  Element e = elementFor(sheet, ref, std::move(key));
  const model::Entry& entry = sheet.entry(ref);
  e.width = columnWidth;
  e.shapes.emplace_back(Rect{0, 0, columnWidth, 0, 8, "card"});
  float y = 9;
  y += putPersona(sheet, e, entry, padding, y, textWidth);
  y += putText(e, Font::Body, "ink", padding, y, textWidth, entry.text);
  e.height = y + 9;
  std::get<Rect>(e.shapes.front()).height = e.height;
  return e;
}

Element thoughtCard(const Sheet& sheet, EntryRef ref, std::string key) {
  Element e = elementFor(sheet, ref, std::move(key));
  const model::Entry& entry = sheet.entry(ref);
  bool quote = entry.construct == Construct::Quote;
  e.width = columnWidth;
  float y = 10;
  if (quote) {
    y = 2;
    float inner = columnWidth - 20;
    y += putPersona(sheet, e, entry, 16, y, inner);
    y += putText(e, Font::Quote, "ink", 16, y, inner, entry.text);
    e.height = y + 4;
    e.shapes.emplace_back(
        Rect{4, 2, 3, e.height - 4, 1.5F, e.hue < 0 ? "quote-bar" : "persona-bar"});
    return e;
  }
  e.shapes.emplace_back(Rect{0, 0, columnWidth, 0, 14, "thought"});
  y += putPersona(sheet, e, entry, padding + 2, y, textWidth - 4);
  y += putText(e, Font::Body, "thought-text", padding + 2, y, textWidth - 4, entry.text) + 10;
  std::get<Rect>(e.shapes.front()).height = y;
  e.shapes.emplace_back(Circle{22, y + 3.5F, 3.5F, "thought"});
  e.shapes.emplace_back(Circle{15, y + 9, 2, "thought"});
  e.height = y + 11;
  return e;
}

Element painCard(const Sheet& sheet, EntryRef ref, std::string key) {
  Element e = elementFor(sheet, ref, std::move(key));
  const model::Entry& entry = sheet.entry(ref);
  e.width = columnWidth;
  e.shapes.emplace_back(Rect{0, 0, columnWidth, 0, 8, "pain"});
  e.shapes.emplace_back(Rect{0, 9, 3, 0, 1.5F, "pain-bar"});
  float y = 9;
  y += putPersona(sheet, e, entry, padding + 2, y, textWidth - 2);
  y += putText(e, Font::Body, "pain-text", padding + 2, y, textWidth - 2, entry.text);
  e.height = y + 9;
  std::get<Rect>(e.shapes[0]).height = e.height;
  std::get<Rect>(e.shapes[1]).height = e.height - 18;
  return e;
}

Element sceneCard(const Sheet& sheet, EntryRef ref, std::string key) {
  Element e = elementFor(sheet, ref, std::move(key));
  e.width = columnWidth;
  e.shapes.emplace_back(Rect{0, 0, columnWidth, 0, 4, "scene"});
  e.height = putText(e, Font::Quote, "ink", padding, 9, textWidth, sheet.entry(ref).text) + 18;
  std::get<Rect>(e.shapes.front()).height = e.height;
  return e;
}

Element noteCard(const Sheet& sheet, EntryRef ref, std::string key, float width = columnWidth) {
  Element e = elementFor(sheet, ref, std::move(key));
  const model::Entry& entry = sheet.entry(ref);
  e.width = width;
  float y = 1;
  y += putText(e, Font::Label, "muted", 4, y, width - 8, entry.word);
  y += putText(e, Font::Small, "note-text", 4, y, width - 8, entry.text);
  e.height = y + 2;
  return e;
}

/// An opportunity with what belongs to it; the card first.
std::vector<Element> opportunityCard(const Sheet& sheet, const Column& column, std::size_t index) {
  const model::Block& block = sheet.map.block(column.touchpoint);
  const model::Opportunity& opportunity = block.opportunities[index];
  EntryRef head{column.touchpoint, static_cast<std::uint32_t>(opportunity.entries.front())};
  std::string key = column.key + "/opportunity:" + std::to_string(index);
  std::vector<Element> out;
  out.push_back(elementFor(sheet, head, key));
  out.front().shapes.emplace_back(Rect{0, 0, columnWidth, 0, 8, "opportunity"});
  out.front().shapes.emplace_back(Rect{0, 9, 3, 0, 1.5F, "opportunity-bar"});
  float y = 9;
  y += putText(out.front(), Font::Body, "opportunity-title", padding + 2, y, textWidth - 2,
               sheet.entry(head).text);
  std::vector<Element> chips;
  int number = 0;
  for (std::size_t i = 1; i < opportunity.entries.size(); ++i) {
    EntryRef ref{column.touchpoint, static_cast<std::uint32_t>(opportunity.entries[i])};
    const model::Entry& entry = sheet.entry(ref);
    if (entry.text.empty() || isOwnLane(sheet, entry)) continue;
    std::string own =
        key + "/" + std::string(syntax::nameOf(entry.construct)) + ":" + std::to_string(number++);
    switch (entry.construct) {
      case Construct::Owner:
        chips.push_back(chip(sheet, ref, own, "owner", entry.text, textWidth - 2));
        break;
      case Construct::Votes:
        chips.push_back(chip(sheet, ref, own, "votes", entry.text, textWidth - 2));
        break;
      case Construct::Priority:
        chips.push_back(chip(sheet, ref, own, "priority", entry.text, textWidth - 2));
        break;
      default: {
        Element e = elementFor(sheet, ref, std::move(own), Role::Inset);
        e.x = padding + 2;
        e.width = textWidth - 2;
        y += 5;
        e.y = y;
        float h = 0;
        if (entry.construct == Construct::Solution) {
          using K = Step::Kind;
          e.shapes.emplace_back(Path{
              {{K::Move, {{1, 8}}}, {K::Line, {{4.5F, 11.5F}}}, {K::Line, {{11, 4.5F}}}}, "check"});
          h = putText(e, Font::Small, "ink", 17, 0, e.width - 17, entry.text);
        } else {
          h = putText(e, Font::Label, "muted", 0, 0, e.width, entry.word);
          h += putText(e, Font::Small, "note-text", 0, h, e.width, entry.text);
        }
        e.height = h;
        y += h;
        out.push_back(std::move(e));
      }
    }
  }
  if (!chips.empty()) {
    y += 7;
    y += flow(chips, padding + 2, y, textWidth - 2, 5);
    std::ranges::move(chips, std::back_inserter(out));
  }
  out.front().width = columnWidth;
  out.front().height = y + 10;
  std::get<Rect>(out.front().shapes[0]).height = out.front().height;
  std::get<Rect>(out.front().shapes[1]).height = out.front().height - 18;
  return out;
}

void move(Element&& e, float x, float y, std::vector<Element>& to) {
  e.x += x;
  e.y += y;
  to.push_back(std::move(e));
}

using Wanted = std::function<bool(const model::Entry&)>;
using Draw = std::function<Element(const Sheet&, EntryRef, std::string)>;

bool anywhere(const Sheet& sheet, const Wanted& wanted) {
  for (const Column& c : sheet.columns) {
    const model::Block& block = sheet.map.block(c.touchpoint);
    for (std::size_t i = 1; i < block.entries.size(); ++i)
      if (wanted(block.entries[i])) return true;
  }
  return false;
}

void laneRule(Sheet& sheet, std::string_view id, float y) {
  Element e;
  e.key = sheet.key("lane:" + std::string(id) + "/rule");
  e.kind = "rule";
  e.role = Role::Backdrop;
  e.target = false;
  e.x = margin;
  e.y = y;
  e.width = sheet.right - margin;
  e.shapes.emplace_back(Line{0, 0, e.width, 0, "rule"});
  sheet.backdrops.push_back(std::move(e));
}

float drawLane(Sheet& sheet, std::string_view title, std::string_view id, float y,
               const Wanted& wanted, const Draw& draw, EntryRef titleEntry = {}) {
  if (!anywhere(sheet, wanted)) return y;
  laneRule(sheet, id, y);
  y += laneGap;
  float height = drawLaneTitle(sheet, title, id, y + 9, titleEntry) + 9;
  for (const Column& column : sheet.columns) {
    const model::Block& block = sheet.map.block(column.touchpoint);
    float at = y;
    std::array<int, syntax::constructCount + 1> counts{};
    for (std::uint32_t i = 1; i < block.entries.size(); ++i) {
      const model::Entry& entry = block.entries[i];
      if (!wanted(entry)) continue;
      int number = counts[static_cast<std::size_t>(entry.construct)]++;
      Element e = draw(sheet, {column.touchpoint, i}, keyOf(column, entry, number));
      float h = e.height;
      move(std::move(e), column.x, at, sheet.cards);
      at += h + cardGap;
    }
    height = std::max(height, at - cardGap - y);
  }
  return y + height + laneGap;
}

float drawOpportunities(Sheet& sheet, float y) {
  bool any = std::ranges::any_of(sheet.columns, [&](const Column& c) {
    return !sheet.map.block(c.touchpoint).opportunities.empty();
  });
  if (!any) return y;
  laneRule(sheet, "opportunity", y);
  y += laneGap;
  float height =
      drawLaneTitle(sheet, sheet.plural(Construct::Opportunity), "opportunity", y + 9) + 9;
  for (const Column& column : sheet.columns) {
    float at = y;
    for (std::size_t i = 0; i < sheet.map.block(column.touchpoint).opportunities.size(); ++i) {
      auto parts = opportunityCard(sheet, column, i);
      float h = parts.front().height;
      for (Element& e : parts) move(std::move(e), column.x, at, sheet.cards);
      at += h + cardGap;
    }
    height = std::max(height, at - cardGap - y);
  }
  return y + height + laneGap;
}

struct OwnLane {
  std::string name;
  std::string folded;
  EntryRef title;  // the `Lane` entry of this journey, if it has one
};

/// Rows of the project, then those of the map: what stands in one is a keyword in every journey.
std::vector<OwnLane> ownLanes(const Sheet& sheet) {
  std::vector<OwnLane> lanes;
  auto add = [&](const std::string& name, EntryRef title) {
    std::string folded = text::fold(name);
    auto known = std::ranges::find(lanes, folded, &OwnLane::folded);
    if (known == lanes.end())
      lanes.push_back({name, std::move(folded), title});
    else if (known->title.block == model::noBlock)
      known->title = title;
  };
  for (const std::string& name : sheet.map.conventions->lanes) add(name, {});
  for (const model::Journey& journey : sheet.map.journeys)
    for (EntryRef ref : journey.entries)
      if (const model::Entry& e = sheet.entry(ref);
          e.construct == Construct::Lane && !e.text.empty())
        add(e.text, &journey == &sheet.journey ? ref : EntryRef{});
  return lanes;
}

}  // namespace

float laneTitleWidth(const Sheet& sheet) {
  const FontMetrics& m = metricsOf(Font::Lane);
  float widest = sheet.personas.size() > 1 ? 106 : 64;  // the names of the curves stand here too
  for (Construct c : {Construct::Touchpoint, Construct::Action, Construct::Thought,
                      Construct::Emotion, Construct::Pain, Construct::Opportunity, Construct::Note})
    widest = std::max(widest, text::width(sheet.plural(c), m.size, m.weight));
  return std::min(widest + 4, 150.0F) + 22;
}

float drawLaneTitle(Sheet& sheet, std::string_view title, std::string_view id, float y,
                    EntryRef ref) {
  Element e;
  e.key = sheet.key("lane:" + std::string(id));
  e.kind = "lane";
  e.x = margin;
  e.y = y;
  e.width = sheet.left - margin - 18;
  e.target = ref.block != model::noBlock;
  e.entry = ref;
  e.label = title;
  e.height = putText(e, Font::Lane, "lane-title", 0, 0, e.width, title);
  float height = e.height;
  sheet.cards.push_back(std::move(e));
  return height;
}

float drawPhases(Sheet& sheet, float y) {
  constexpr float tip = 9;
  using K = Step::Kind;
  float height = 38;
  std::vector<Element> heads;
  for (const PhaseBand& band : sheet.phases) {
    if (band.head == model::noBlock) continue;
    Element e = elementFor(sheet, {band.head, 0}, band.key);
    e.hue = band.hue;
    e.x = band.x - columnGap / 2;
    e.y = y;
    e.width = band.width + columnGap + tip;
    e.shapes.emplace_back(Path{{}, "phase"});
    float h = putText(e, Font::Phase, "phase-text", padding + 6, 10, band.width - padding,
                      sheet.map.block(band.head).title());
    height = std::max(height, h + 20);
    heads.push_back(std::move(e));
  }
  for (Element& e : heads) {
    e.height = height;
    float w = e.width - tip;
    float r = 9;
    std::get<Path>(e.shapes.front()).steps = {
        {K::Move, {{r, 0}}},
        {K::Line, {{w - 2, 0}}},
        {K::Line, {{w + tip - 2, height / 2}}},
        {K::Line, {{w - 2, height}}},
        {K::Line, {{r, height}}},
        {K::Curve, {{r / 2, height}, {0, height - r / 2}, {0, height - r}}},
        {K::Line, {{0, r}}},
        {K::Curve, {{0, r / 2}, {r / 2, 0}, {r, 0}}},
        {K::Close, {}}};
    // One line of text stands in the middle of a head that others made higher.
    for (Shape& s : e.shapes)
      if (auto* t = std::get_if<Text>(&s)) t->y = (height - t->height()) / 2;
    sheet.cards.push_back(std::move(e));
  }
  y += height + 12;
  // What is written under a phase itself.
  float deepest = y;
  for (const PhaseBand& band : sheet.phases) {
    if (band.head == model::noBlock) continue;
    const model::Block& block = sheet.map.block(band.head);
    float at = y;
    std::array<int, syntax::constructCount + 1> counts{};
    for (std::uint32_t i = 1; i < block.entries.size(); ++i) {
      const model::Entry& entry = block.entries[i];
      if (!drawn(entry)) continue;
      int number = counts[static_cast<std::size_t>(entry.construct)]++;
      std::string key = band.key + "/" + std::string(syntax::nameOf(entry.construct)) + ":" +
                        std::to_string(number);
      Element e = noteCard(sheet, {band.head, i}, std::move(key), std::min(band.width, 460.0F));
      e.x = band.x;
      e.y = at;
      at += e.height + 4;
      sheet.cards.push_back(std::move(e));
    }
    deepest = std::max(deepest, at);
  }
  return deepest == y ? y : deepest + 6;
}

float drawTouchpoints(Sheet& sheet, float y) {
  if (sheet.columns.empty()) return y;
  float height =
      drawLaneTitle(sheet, sheet.plural(Construct::Touchpoint), "touchpoint", y + 12) + 12;
  std::vector<std::size_t> cards;
  for (const Column& column : sheet.columns) {
    const model::Block& block = sheet.map.block(column.touchpoint);
    Element card = elementFor(sheet, {column.touchpoint, 0}, column.key);
    card.hue = column.hue;
    card.x = column.x;
    card.y = y;
    card.width = columnWidth;
    bool moment = block.has(Construct::Moment);
    card.shapes.emplace_back(Rect{0, 1.5F, columnWidth, 0, 9, "shadow"});
    card.shapes.emplace_back(
        Rect{0, 0, columnWidth, 0, 9, moment ? "touchpoint moment" : "touchpoint"});
    float at = 11;
    std::string_view title = block.title();
    at += putText(card, Font::Heading, "ink", padding, at, textWidth, title.empty() ? "…" : title);
    std::vector<Element> insets;
    std::vector<Element> chips;
    int moments = 0;
    for (std::uint32_t i = 1; i < block.entries.size(); ++i) {
      const model::Entry& entry = block.entries[i];
      if (!drawn(entry)) continue;
      EntryRef ref{column.touchpoint, i};
      if (entry.construct == Construct::Channel) {
        chips.push_back(chip(sheet, ref, keyOf(column, entry, static_cast<int>(chips.size())),
                             "channel", entry.text, textWidth));
        chips.back().hue = column.hue;
      } else if (entry.construct == Construct::Moment) {
        Element e = elementFor(sheet, ref, keyOf(column, entry, moments++), Role::Inset);
        Path star{{}, "star"};
        for (int k = 0; k < 10; ++k) {
          float radius = k % 2 == 0 ? 7.0F : 3.0F;
          float angle = static_cast<float>(k) * 0.6283185F - 1.5707963F;
          star.steps.push_back({k == 0 ? Step::Kind::Move : Step::Kind::Line,
                                {{7 + radius * std::cos(angle), 8 + radius * std::sin(angle)}}});
        }
        star.steps.push_back({Step::Kind::Close, {}});
        e.shapes.emplace_back(std::move(star));
        e.width = textWidth;
        e.height = std::max(
            16.0F, putText(e, Font::Small, "moment-text", 20, 0, textWidth - 20, entry.text));
        insets.push_back(std::move(e));
      } else if (entry.construct == Construct::Next) {
        auto loose =
            std::ranges::find(sheet.looseLinks, ref, &std::pair<EntryRef, std::string>::first);
        if (loose == sheet.looseLinks.end()) continue;
        Element e = elementFor(sheet, ref, loose->second, Role::Inset);
        e.width = textWidth;
        e.height = putText(e, Font::Small, "muted", 0, 0, textWidth, "→ " + entry.text);
        insets.push_back(std::move(e));
      }
    }
    for (Element& e : insets) {
      at += 6;
      e.x = column.x + padding;
      e.y = y + at;
      at += e.height;
    }
    if (!chips.empty()) at += 8 + flow(chips, column.x + padding, y + at + 8, textWidth, 5);
    card.height = at + 11;
    height = std::max(height, card.height);
    cards.push_back(sheet.cards.size());
    sheet.cards.push_back(std::move(card));
    std::ranges::move(insets, std::back_inserter(sheet.cards));
    std::ranges::move(chips, std::back_inserter(sheet.cards));
  }
  for (std::size_t c : cards) {
    Element& card = sheet.cards[c];
    card.height = height;
    std::get<Rect>(card.shapes[0]).height = height;
    std::get<Rect>(card.shapes[1]).height = height;
  }
  return y + height + laneGap;
}

float drawLanes(Sheet& sheet, float y) {
  auto of = [](Construct c) {
    return [c](const model::Entry& e) { return e.construct == c && drawn(e); };
  };
  y = drawLane(sheet, sheet.word(Construct::Scene), "scene", y, of(Construct::Scene), sceneCard);
  y = drawLane(sheet, sheet.plural(Construct::Action), "action", y, of(Construct::Action),
               actionCard);
  y = drawLane(
      sheet, sheet.plural(Construct::Thought), "thought", y,
      [](const model::Entry& e) {
        return (e.construct == Construct::Thought || e.construct == Construct::Quote) && drawn(e);
      },
      thoughtCard);
  y = drawEmotions(sheet, y);
  y = drawLane(sheet, sheet.plural(Construct::Pain), "pain", y, of(Construct::Pain), painCard);
  y = drawOpportunities(sheet, y);
  for (const OwnLane& lane : ownLanes(sheet))
    y = drawLane(
        sheet, lane.name, "own:" + lane.name, y,
        [&](const model::Entry& e) {
          return e.construct == Construct::Unknown && drawn(e) && text::fold(e.word) == lane.folded;
        },
        actionCard, lane.title);
  return drawLane(
      sheet, sheet.plural(Construct::Note), "note", y,
      [&](const model::Entry& e) { return isNote(sheet, e); },
      [](const Sheet& s, EntryRef ref, std::string key) {
        return noteCard(s, ref, std::move(key));
      });
}

}  // namespace journey::layout
