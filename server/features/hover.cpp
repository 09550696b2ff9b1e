#include "features/hover.hpp"

#include <cmath>

#include "features/place.hpp"
#include "lint/journeys.hpp"
#include "locale/message.hpp"
#include "model/phase_model.hpp"
#include "text/unicode.hpp"

namespace journey::features {

namespace {

using locale::Language;
using locale::Message;
using model::Construct;
using workspace::Snapshot;

std::string signedText(double value) {
  double shown = std::round(value * 10) / 10;
  std::string digits = std::to_string(std::abs(shown));
  digits.erase(digits.find('.') + 2);
  if (digits.ends_with(".0")) digits.resize(digits.size() - 2);
  return (shown > 0 ? "+" : shown < 0 ? "−" : "") + digits;
}

std::string aboutEmotion(const model::Emotion& emotion, Language language) {
  if (!emotion.valence) return locale::say(Message::hover_valence_none, language);
  Message source = emotion.source == model::ValenceSource::Score   ? Message::hover_source_score
                   : emotion.source == model::ValenceSource::Emoji ? Message::hover_source_emoji
                                                                   : Message::hover_source_word;
  std::string shown = (emotion.emoji.empty() ? "" : emotion.emoji + " ");
  return shown + locale::say(Message::hover_valence, language,
                             {{"valence", signedText(*emotion.valence)},
                              {"source", locale::say(source, language)}});
}

std::string aboutPhase(const Snapshot& snapshot, model::BlockIndex block, Language language) {
  const model::Journey* journey = lint::journeyOf(snapshot.map, block);
  auto use = journey ? model::phaseModelOf(snapshot.map, *journey) : std::nullopt;
  if (!use) return {};
  for (std::size_t i = 0; i < journey->phases.size(); ++i)
    if (journey->phases[i].head == block && use->places[i])
      return locale::say(Message::hover_model_phase, language,
                         {{"number", std::to_string(*use->places[i] + 1)},
                          {"count", std::to_string(use->model->phases.size())},
                          {"model", std::string(use->model->id)}});
  return {};
}

std::string personaCard(const model::Block& persona) {
  std::string card = "**" + escapeMarkdown(persona.title()) + "**\n";
  for (std::size_t e = 1; e < persona.entries.size(); ++e) {
    const model::Entry& entry = persona.entries[e];
    if (entry.place != model::Place::Block || entry.text.empty()) continue;
    card += "\n- " + escapeMarkdown(entry.word) + ": " + escapeMarkdown(entry.text);
  }
  return card;
}

std::string touchpointCard(const model::Block& touchpoint, Language language) {
  std::string card = "**" + escapeMarkdown(touchpoint.title()) + "**";
  if (std::string_view channel = touchpoint.first(Construct::Channel); !channel.empty())
    card += " · " + escapeMarkdown(channel);
  if (auto value = lint::curveValue(touchpoint))
    card += "\n\n" + locale::say(Message::hover_touchpoint_value, language,
                                 {{"valence", signedText(*value)}});
  return card;
}

/// The block with a title among some blocks.
std::optional<model::BlockIndex> titled(const model::Map& map,
                                        const std::vector<model::BlockIndex>& blocks,
                                        std::string_view title) {
  std::string folded = text::fold(title);
  for (model::BlockIndex i : blocks)
    if (text::fold(map.block(i).title()) == folded) return i;
  return std::nullopt;
}

}  // namespace

std::string escapeMarkdown(std::string_view text) {
  std::string out;
  bool numbering = true;  // only digits so far on this line: «1.» would begin a list
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '\n') {
      out += "  \n  ";  // a line break inside a list item
      numbering = true;
      continue;
    }
    bool lineStart = i == 0 || text[i - 1] == '\n';
    bool special = std::string_view("\\`*_{}[]()<>#+!|~&").find(c) != std::string_view::npos;
    bool opensBlock =
        (lineStart && (c == '-' || c == '=')) || (!lineStart && numbering && c == '.');
    if (special || opensBlock) out += '\\';
    numbering = numbering && c >= '0' && c <= '9';
    out += c;
  }
  return out;
}

std::optional<Hover> hover(const Snapshot& snapshot, std::uint32_t offset, Language language) {
  auto ref = entryAt(snapshot, offset);
  if (!ref) return std::nullopt;
  const model::Map& map = snapshot.map;
  const model::Block& block = map.block(ref->block);
  const model::Entry& entry = map.entry(*ref);
  auto spanOf = [&](text::Span span) { return map.absolute(ref->block, span); };

  if (spanOf(entry.keyword).touches(offset)) {
    // The name of a row of the user's own is explained as what it is: a row.
    bool lane = entry.construct == Construct::Unknown && map.isLane(text::fold(entry.word));
    if (entry.construct == Construct::Unknown && !lane) return std::nullopt;
    Construct construct = lane ? Construct::Lane : entry.construct;
    auto about = static_cast<Message>(static_cast<std::size_t>(Message::about_journey) +
                                      static_cast<std::size_t>(construct));
    return Hover{"**" + escapeMarkdown(locale::keyword(construct, map.language)) + "** — " +
                     locale::say(about, language),
                 spanOf(entry.keyword)};
  }

  const model::Journey* journey = lint::journeyOf(map, ref->block);
  if (!entry.qualifier.empty() && spanOf(entry.qualifier).touches(offset) && journey) {
    if (auto persona = titled(map, lint::personasOf(map, *journey), entry.qualifierText))
      return Hover{personaCard(map.block(*persona)), spanOf(entry.qualifier)};
    return std::nullopt;
  }
  text::Span body = spanOf({entry.body.start, entry.whole.end});
  if (entry.text.empty() || !body.touches(offset)) return std::nullopt;

  std::string markdown;
  switch (entry.construct) {
    case Construct::Emotion:
      for (const model::Emotion& emotion : block.emotions)
        if (emotion.entry == ref->entry) markdown = aboutEmotion(emotion, language);
      break;
    case Construct::Phase:
      markdown = aboutPhase(snapshot, ref->block, language);
      break;
    case Construct::Persona:
      markdown = personaCard(block);
      break;
    case Construct::Touchpoint:
      markdown = touchpointCard(block, language);
      break;
    case Construct::Next:
      if (journey)
        if (auto target = titled(map, lint::touchpointsOf(*journey), entry.text))
          markdown = touchpointCard(map.block(*target), language);
      break;
    default:
      break;
  }
  if (markdown.empty()) return std::nullopt;
  return Hover{markdown, body};
}

}  // namespace journey::features
