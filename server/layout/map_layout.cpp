#include "layout/map_layout.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "layout/sheet.hpp"
#include "text/unicode.hpp"

namespace journey::layout {

namespace {

constexpr float headMaximum = 1440;
constexpr float betweenJourneys = 64;

bool hasContent(const model::Journey& j) {
  return j.head != model::noBlock || !j.personas.empty() || !j.phases.empty();
}

void placeColumns(Sheet& sheet) {
  float x = sheet.left;
  int phaseCount = 0;
  for (const model::Phase& phase : sheet.journey.phases) {
    bool named = phase.head != model::noBlock;
    PhaseBand band{phase.head, {}, x, 0, -1};
    if (named) {
      band.hue = static_cast<std::int8_t>(phaseCount++ % phaseHues);
      band.key = sheet.key("f:" + std::string(sheet.map.block(phase.head).title()));
    }
    for (BlockIndex t : phase.touchpoints) {
      Column column{t, sheet.key("t:" + std::string(sheet.map.block(t).title())), x, band.hue};
      x += columnWidth + columnGap;
      sheet.columns.push_back(std::move(column));
    }
    if (phase.touchpoints.empty()) x += columnWidth + columnGap;
    x -= columnGap;
    band.width = x - band.x;
    sheet.phases.push_back(std::move(band));
    sheet.right = x;
    x += phaseGap;
  }
}

void tintPhases(Sheet& sheet, float top, float bottom) {
  std::vector<Element> tints;
  for (const PhaseBand& band : sheet.phases) {
    if (band.head == model::noBlock) continue;
    Element e;
    e.key = band.key + "/column";
    e.kind = "column";
    e.role = Role::Backdrop;
    e.hue = band.hue;
    e.target = false;
    e.x = band.x - columnGap / 2;
    e.y = top;
    e.width = band.width + columnGap;
    e.height = bottom - top;
    e.shapes.emplace_back(Rect{0, 0, e.width, e.height, 14, "tint"});
    tints.push_back(std::move(e));
  }
  // Under everything else.
  sheet.backdrops.insert(sheet.backdrops.begin(), std::make_move_iterator(tints.begin()),
                         std::make_move_iterator(tints.end()));
}

float drawJourney(Sheet& sheet, float y) {
  const model::Journey& journey = sheet.journey;
  for (BlockIndex p : journey.personas) {
    std::string name(sheet.map.block(p).title());
    sheet.personas.push_back({text::fold(name), name});
  }
  std::size_t entries = 64;
  for (const model::Phase& phase : journey.phases)
    for (BlockIndex t : phase.touchpoints) entries += sheet.map.block(t).entries.size() + 1;
  sheet.cards.reserve(entries);
  sheet.left = margin;
  if (!journey.phases.empty()) {
    sheet.left = margin + laneTitleWidth(sheet);
    placeColumns(sheet);
  }
  sheet.headWidth = std::clamp(sheet.right - margin, sheet.headWidth, headMaximum);
  y = drawHead(sheet, y);
  y = drawPersonas(sheet, y);
  if (!journey.phases.empty()) {
    float top = y;
    y = drawPhases(sheet, y);
    y = drawLinks(sheet, y);
    y = drawTouchpoints(sheet, y);
    y = drawLanes(sheet, y);
    tintPhases(sheet, top, y + 8);
    y += 8;
  }
  return y;
}

}  // namespace

bool hasContent(const model::Map& map) {
  return std::ranges::any_of(map.journeys, [](const model::Journey& j) { return hasContent(j); });
}

Scene layoutMap(const model::Map& map, const Options& options) {
  Scene scene;
  scene.language = locale::codeOf(map.language);
  if (!hasContent(map)) return scene;
  Keys keys;
  float y = margin;
  scene.width = options.minimumWidth;
  std::size_t drawn = 0;
  for (std::size_t i = 0; i < map.journeys.size(); ++i) {
    if (!hasContent(map.journeys[i])) continue;
    Sheet sheet{.map = map,
                .journey = map.journeys[i],
                .prefix = drawn == 0 ? "" : std::to_string(drawn) + "/",
                .keys = keys};
    sheet.headWidth = options.minimumWidth - 2 * margin;
    if (drawn++ > 0) {
      Element rule;
      rule.key = sheet.key("rule");
      rule.kind = "rule";
      rule.role = Role::Backdrop;
      rule.target = false;
      rule.x = margin;
      rule.y = y + betweenJourneys / 2;
      rule.width = sheet.headWidth;
      rule.shapes.emplace_back(Line{0, 0, rule.width, 0, "rule"});
      sheet.backdrops.push_back(std::move(rule));
      y += betweenJourneys;
    }
    y = drawJourney(sheet, y);
    scene.width = std::max({scene.width, sheet.right + margin, sheet.headWidth + 2 * margin});
    scene.elements.reserve(scene.elements.size() + sheet.backdrops.size() + sheet.strokes.size() +
                           sheet.cards.size());
    for (auto* part : {&sheet.backdrops, &sheet.strokes, &sheet.cards})
      std::ranges::move(*part, std::back_inserter(scene.elements));
    if (scene.title.empty() && map.journeys[i].head != model::noBlock)
      scene.title = map.block(map.journeys[i].head).title();
  }
  scene.height = y + margin;
  for (const model::Journey& j : map.journeys)
    for (BlockIndex p : j.personas) {
      std::string name(map.block(p).title());
      if (scene.title.empty()) scene.title = name;
      scene.description += (scene.description.empty() ? "" : ", ") + name;
    }
  for (const model::Journey& j : map.journeys)
    for (const model::Phase& p : j.phases)
      if (p.head != model::noBlock)
        scene.description +=
            (scene.description.empty() ? "" : " · ") + std::string(map.block(p.head).title());
  return scene;
}

}  // namespace journey::layout
