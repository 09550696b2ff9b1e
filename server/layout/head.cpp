// The top of a journey: its title, state and aims, and the cards of its personas.

#include <algorithm>
#include <array>
#include <iterator>

#include "layout/sheet.hpp"
#include "text/unicode.hpp"

namespace journey::layout {

namespace {

/// A keyword in small type above what was written.
struct Fact {
  EntryRef ref;
  std::string_view label;
};

/// Lays facts out in columns, row by row, as insets of a card or on the paper.
float putFacts(Sheet& sheet, const std::vector<Fact>& facts, const std::string& keyBase, Role role,
               float x, float y, float width, float wanted) {
  if (facts.empty()) return 0;
  constexpr float gap = 20;
  auto fit = static_cast<std::size_t>(std::max(1.0F, (width + gap) / (wanted + gap)));
  std::size_t perRow = std::min(facts.size(), fit);
  float each = (width - gap * static_cast<float>(perRow - 1)) / static_cast<float>(perRow);
  each = std::min(each, wanted * 1.5F);
  float top = y;
  float rowHeight = 0;
  std::array<int, syntax::constructCount + 1> counts{};
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (i > 0 && i % perRow == 0) {
      top += rowHeight + 10;
      rowHeight = 0;
    }
    const model::Entry& entry = sheet.entry(facts[i].ref);
    int number = counts[static_cast<std::size_t>(entry.construct)]++;
    Element e =
        elementFor(sheet, facts[i].ref,
                   sheet.keys.unique(keyBase + "/" + std::string(syntax::nameOf(entry.construct)) +
                                     ":" + std::to_string(number)),
                   role);
    e.x = x + static_cast<float>(i % perRow) * (each + gap);
    e.y = top;
    e.width = each;
    float h = putText(e, Font::Label, "muted", 0, 0, each, facts[i].label);
    h += putText(e, entry.construct == Construct::Quote ? Font::Quote : Font::Body, "ink", 0, h + 1,
                 each, entry.text) +
         1;
    e.height = h;
    rowHeight = std::max(rowHeight, h);
    sheet.cards.push_back(std::move(e));
  }
  return top + rowHeight - y;
}

std::string_view stateStyle(std::optional<locale::State> state) {
  if (!state) return "state";
  switch (*state) {
    case locale::State::Current:
      return "state state-current";
    case locale::State::Future:
      return "state state-future";
    case locale::State::Planned:
      return "state state-planned";
    case locale::State::Actual:
      return "state state-actual";
  }
  return "state";
}

/// Entries of a block that are drawn with it, misplaced ones included.
std::vector<EntryRef> entriesOf(const Sheet& sheet, BlockIndex block) {
  std::vector<EntryRef> refs;
  const model::Block& b = sheet.map.block(block);
  for (std::uint32_t i = b.hasHead() ? 1 : 0; i < b.entries.size(); ++i)
    if (b.entries[i].place != model::Place::Journey && !b.entries[i].text.empty())
      refs.push_back({block, i});
  return refs;
}

std::string initialOf(std::string_view name) {
  auto parts = text::graphemes(name);
  return parts.empty() ? std::string("·") : std::string(parts.front());
}

constexpr float avatar = 22;  // radius

float drawPersona(Sheet& sheet, std::size_t index, float x, float y, float width) {
  BlockIndex block = sheet.journey.personas[index];
  std::string key = sheet.key("p:" + std::string(sheet.map.block(block).title()));
  Element card = elementFor(sheet, {block, 0}, key);
  card.hue = static_cast<std::int8_t>(index % personaHues);
  card.x = x;
  card.y = y;
  card.width = width;

  std::vector<EntryRef> demographics;
  std::vector<EntryRef> quotes;
  std::vector<Fact> facts;
  for (EntryRef ref : entriesOf(sheet, block)) {
    const model::Entry& e = sheet.entry(ref);
    if (e.construct == Construct::Demographics)
      demographics.push_back(ref);
    else if (e.construct == Construct::Quote)
      quotes.push_back(ref);
    else
      facts.push_back({ref, e.word});
  }
  card.shapes.emplace_back(Rect{0, 0, width, 0, 12, "card"});  // the height comes below
  card.shapes.emplace_back(Circle{18 + avatar, 18 + avatar, avatar, "avatar"});
  std::string initial = initialOf(sheet.map.block(block).title());
  putText(card, Font::Name, "avatar-text", 18, 18 + avatar - 10.5F, avatar * 2, initial,
          Anchor::Middle);

  std::vector<Element> insets;
  float textX = 18 + avatar * 2 + 14;
  float textWidth = width - textX - 18;
  std::string_view name = sheet.map.block(block).title();
  float atY = 20;
  float nameHeight =
      putText(card, Font::Name, "ink", textX, atY, textWidth, name.empty() ? "…" : name);
  atY += nameHeight + 1;
  for (std::size_t i = 0; i < demographics.size(); ++i) {
    Element e =
        elementFor(sheet, demographics[i],
                   sheet.keys.unique(key + "/demographics:" + std::to_string(i)), Role::Inset);
    e.x = x + textX;
    e.y = y + atY;
    e.width = textWidth;
    e.height = putText(e, Font::Body, "muted", 0, 0, textWidth, sheet.entry(demographics[i]).text);
    atY += e.height;
    insets.push_back(std::move(e));
  }
  atY = std::max(atY, 18 + avatar * 2) + 12;
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    Element e = elementFor(sheet, quotes[i], sheet.keys.unique(key + "/quote:" + std::to_string(i)),
                           Role::Inset);
    e.hue = card.hue;
    e.x = x + 18;
    e.y = y + atY;
    e.width = width - 36;
    e.height = putText(e, Font::Quote, "ink", 14, 2, e.width - 14, sheet.entry(quotes[i]).text) + 4;
    e.shapes.emplace_back(Rect{0, 2, 3, e.height - 4, 1.5F, "persona-bar"});
    atY += e.height + 10;
    insets.push_back(std::move(e));
  }
  std::size_t cardAt = sheet.cards.size();
  sheet.cards.push_back(std::move(card));
  std::ranges::move(insets, std::back_inserter(sheet.cards));
  if (!facts.empty())
    atY += putFacts(sheet, facts, key, Role::Inset, x + 18, y + atY, width - 36, 150) + 4;
  sheet.cards[cardAt].height = atY + 12;
  return atY + 12;
}

}  // namespace

float drawHead(Sheet& sheet, float y) {
  const model::Journey& journey = sheet.journey;
  float width = sheet.headWidth;
  std::string key = sheet.key("j:" + (journey.head == model::noBlock
                                          ? std::string()
                                          : std::string(sheet.map.block(journey.head).title())));
  std::vector<Fact> facts;
  std::vector<Element> chips;
  auto addChip = [&](EntryRef ref, std::string_view style, bool labelled) {
    const model::Entry& e = sheet.entry(ref);
    std::string text = labelled ? e.word + " " + e.text : e.text;
    chips.push_back(chip(
        sheet, ref, sheet.keys.unique(key + "/" + std::string(syntax::nameOf(e.construct)) + ":0"),
        style, text, std::min(width, 420.0F)));
    chips.back().role = Role::Card;
  };
  std::vector<EntryRef> refs = journey.entries;
  // What no block takes and stands before any touchpoint is shown here, so that nothing is lost.
  for (EntryRef ref : sheet.map.misplaced) {
    const model::Block& b = sheet.map.block(ref.block);
    bool own = ref.block == journey.head ||
               (b.kind == model::Block::Kind::Preamble && sheet.prefix.empty());
    if (own && b.entries[ref.entry].place == model::Place::Nobody) refs.push_back(ref);
  }
  for (EntryRef ref : refs) {
    const model::Entry& e = sheet.entry(ref);
    if (e.text.empty() || e.construct == Construct::Lane || e.construct == Construct::Persona)
      continue;
    if (e.construct == Construct::State) {
      addChip(ref, "state", false);
      for (Shape& s : chips.back().shapes)
        if (auto* r = std::get_if<Rect>(&s))
          r->style = stateStyle(stateOf(e.text, sheet.map.language));
        else if (auto* t = std::get_if<Text>(&s))
          t->style = "state-text";
    } else if (e.construct == Construct::Reviewed || e.construct == Construct::Author ||
               e.construct == Construct::Model || e.construct == Construct::Segment) {
      addChip(ref, "plain", true);
    } else {
      facts.push_back({ref, e.word});
    }
  }
  if (journey.head != model::noBlock) {
    Element title = elementFor(sheet, {journey.head, 0}, key);
    title.x = margin;
    title.y = y;
    title.width = width;
    std::string_view words = sheet.map.block(journey.head).title();
    title.height = putText(title, Font::Title, "ink", 0, 0, width, words.empty() ? "…" : words);
    y += title.height + 10;
    sheet.cards.push_back(std::move(title));
  }
  if (!chips.empty()) {
    std::ranges::stable_sort(chips, {}, [](const Element& e) { return e.kind == "state" ? 0 : 1; });
    y += flow(chips, margin, y, width) + 16;
    std::ranges::move(chips, std::back_inserter(sheet.cards));
  }
  if (!facts.empty()) y += putFacts(sheet, facts, key, Role::Card, margin, y, width, 250) + 22;
  return y;
}

float drawPersonas(Sheet& sheet, float y) {
  std::size_t count = sheet.journey.personas.size();
  if (count == 0) return y;
  constexpr float gap = 16;
  auto fit = static_cast<std::size_t>((sheet.headWidth + gap) / (350 + gap));
  std::size_t perRow = std::clamp<std::size_t>(count, 1, std::max<std::size_t>(fit, 1));
  float each =
      (sheet.headWidth - gap * static_cast<float>(perRow - 1)) / static_cast<float>(perRow);
  each = std::min(each, 712.0F);
  for (std::size_t first = 0; first < count; first += perRow) {
    std::size_t last = std::min(count, first + perRow);
    float height = 0;
    std::vector<std::size_t> cards;
    for (std::size_t i = first; i < last; ++i) {
      cards.push_back(sheet.cards.size());
      height = std::max(
          height,
          drawPersona(sheet, i, margin + static_cast<float>(i - first) * (each + gap), y, each));
    }
    for (std::size_t c : cards) {
      sheet.cards[c].height = height;
      std::get<Rect>(sheet.cards[c].shapes.front()).height = height;
    }
    y += height + gap;
  }
  return y + 12;
}

}  // namespace journey::layout
