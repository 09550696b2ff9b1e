#include "features/hover.hpp"

#include <algorithm>
#include <utility>

#include "features/curve.hpp"
#include "features/place.hpp"
#include "features/sparkline.hpp"
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

/// Writes one hover; each function adds what it knows, or nothing.
struct Writer {
  const Snapshot& snapshot;
  Language language;
  Prose out;

  const model::Map& map() const { return snapshot.map; }

  void say(Message message, const locale::Arguments& arguments = {}) {
    out.line().raw(locale::say(message, language, arguments));
  }

  void keyword(const model::Entry& entry) {
    // The name of a row of the user's own is explained as what it is: a row.
    bool lane = entry.construct == Construct::Unknown && map().isLane(text::fold(entry.word));
    if (entry.construct == Construct::Unknown && !lane) return;
    Construct construct = lane ? Construct::Lane : entry.construct;
    auto about = static_cast<Message>(static_cast<std::size_t>(Message::about_journey) +
                                      static_cast<std::size_t>(construct));
    out.bold(locale::keyword(construct, map().language))
        .raw(" — ")
        .raw(locale::say(about, language));
  }

  void emotion(const model::Emotion& emotion) {
    if (!emotion.valence) return say(Message::hover_valence_none);
    std::string source = emotion.source == model::ValenceSource::Score
                             ? locale::say(Message::hover_source_score, language)
                         : emotion.source == model::ValenceSource::Emoji
                             ? locale::say(Message::hover_source_emoji, language)
                             : locale::say(Message::hover_source_word, language, {{"words", "\n"}});
    std::string said =
        locale::say(Message::hover_valence, language,
                    {{"valence", shownValence(*emotion.valence, language)}, {"source", source}});
    if (!emotion.emoji.empty()) out.raw(emotion.emoji).raw(" ");
    // The user's words go in escaped, the rest does not.
    std::size_t hole = said.find('\n');
    out.raw(said.substr(0, hole));
    if (hole != said.npos)
      out.text(lint::oneLine(emotion.words)).raw(std::string_view(said).substr(hole + 1));
  }

  /// Where it stands in its journey and in the curve.
  void touchpoint(model::BlockIndex block) {
    const model::Block& touchpoint = map().block(block);
    out.bold(lint::oneLine(touchpoint.title()));
    if (std::string_view channel = touchpoint.first(Construct::Channel); !channel.empty())
      out.raw(" · ").text(channel);
    const model::Journey* journey = lint::journeyOf(map(), block);
    if (!journey) return;
    std::vector<model::BlockIndex> all = lint::touchpointsOf(*journey);
    auto found = std::ranges::find(all, block);
    if (found == all.end()) return;
    auto place = static_cast<std::size_t>(found - all.begin());
    if (all.size() > 1)
      say(Message::hover_place,
          {{"number", std::to_string(place + 1)}, {"count", std::to_string(all.size())}});
    Curve curve = curveOf(map(), all);
    if (const std::optional<double>& value = curve[place]) {
      say(Message::hover_touchpoint_value, {{"valence", shownValence(*value, language)}});
      auto [lowest, highest] = std::ranges::minmax(
          curve, {}, [&](const std::optional<double>& v) { return v.value_or(*value); });
      double low = lowest.value_or(*value);
      double high = highest.value_or(*value);
      if (low < high && *value == low) say(Message::hover_place_lowest);
      if (low < high && *value == high) say(Message::hover_place_highest);
    }
    bool goesOn = std::ranges::any_of(touchpoint.ways,
                                      [](const model::Way& way) { return !way.conditional; });
    if (all.size() > 1 && place + 1 == all.size() && !goesOn) say(Message::hover_place_end);
    drawing(curve, place);
  }

  void phase(model::BlockIndex block, const model::Entry& head) {
    const model::Journey* journey = lint::journeyOf(map(), block);
    if (!journey) return;
    auto found = std::ranges::find(journey->phases, block, &model::Phase::head);
    if (found == journey->phases.end()) return;
    auto use = model::phaseModelOf(map(), *journey);
    auto place =
        use ? use->places[static_cast<std::size_t>(found - journey->phases.begin())] : std::nullopt;
    if (found->touchpoints.empty() && !place) return;
    out.bold(lint::oneLine(head.text));
    if (place) inModel(*use->model, *place);
    if (found->touchpoints.empty()) return;
    out.line()
        .raw(locale::plural(Construct::Touchpoint, language))
        .raw(": ")
        .raw(std::to_string(found->touchpoints.size()));
    mean(curveOf(map(), found->touchpoints));
  }

  /// Its place among the phases that the model knows, in the words of the map's language.
  void inModel(const locale::PhaseModel& model, std::size_t place) {
    auto name = [&](std::size_t i) {
      return std::string(model.phases[i].in(map().language).front());
    };
    say(Message::hover_model_phase, {{"number", std::to_string(place + 1)},
                                     {"count", std::to_string(model.phases.size())},
                                     {"model", std::string(model.id)}});
    if (place > 0) say(Message::hover_model_before, {{"phase", name(place - 1)}});
    if (place + 1 < model.phases.size())
      say(Message::hover_model_after, {{"phase", name(place + 1)}});
  }

  void journey(model::BlockIndex block, const model::Entry& head) {
    const model::Journey* journey = lint::journeyOf(map(), block);
    if (!journey || !journey->hasTouchpoints()) return;
    out.bold(lint::oneLine(head.text));
    Curve curve = curveOf(map(), lint::touchpointsOf(*journey));
    out.line()
        .raw(locale::plural(Construct::Touchpoint, language))
        .raw(": ")
        .raw(std::to_string(curve.size()));
    mean(curve);
    drawing(curve, std::nullopt);
  }

  void mean(const Curve& curve) {
    if (auto value = meanOf(curve))
      say(Message::hover_mean, {{"valence", shownValence(*value, language)}});
  }

  void drawing(const Curve& curve, std::optional<std::size_t> marked) {
    auto values = std::ranges::count_if(curve, [](const auto& v) { return v.has_value(); });
    if (values < 2) return;
    out.paragraph().picture(dataUri(sparkline(curve, marked)),
                            locale::say(Message::hover_curve, language),
                            sparklineText(curve, marked));
  }
};

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

void writePersona(Prose& out, const model::Block& persona) {
  out.bold(lint::oneLine(persona.title()));
  bool first = true;
  for (std::size_t e = 1; e < persona.entries.size(); ++e) {
    const model::Entry& entry = persona.entries[e];
    if (entry.place != model::Place::Block || entry.text.empty()) continue;
    if (std::exchange(first, false)) out.raw("\n");
    out.item(entry.word, entry.text);
  }
}

std::optional<Hover> hover(const Snapshot& snapshot, std::uint32_t offset, Language language,
                           Markup markup) {
  auto ref = entryAt(snapshot, offset);
  if (!ref) return std::nullopt;
  const model::Map& map = snapshot.map;
  const model::Block& block = map.block(ref->block);
  const model::Entry& entry = map.entry(*ref);
  Writer writer{snapshot, language, Prose(markup)};
  auto done = [&](text::Span span) -> std::optional<Hover> {
    if (writer.out.empty()) return std::nullopt;
    return Hover{writer.out.str(), map.absolute(ref->block, span)};
  };
  auto touches = [&](text::Span span) { return map.absolute(ref->block, span).touches(offset); };

  if (touches(entry.keyword)) {
    writer.keyword(entry);
    return done(entry.keyword);
  }
  const model::Journey* journey = lint::journeyOf(map, ref->block);
  if (!entry.qualifier.empty() && touches(entry.qualifier)) {
    if (journey)
      if (auto persona = titled(map, lint::personasOf(map, *journey), entry.qualifierText))
        writePersona(writer.out, map.block(*persona));
    return done(entry.qualifier);
  }
  text::Span body{entry.body.start, entry.whole.end};
  if (entry.text.empty() || !touches(body)) return std::nullopt;
  switch (entry.construct) {
    case Construct::Emotion:
      for (const model::Emotion& emotion : block.emotions)
        if (emotion.entry == ref->entry) writer.emotion(emotion);
      break;
    case Construct::Journey:
      writer.journey(ref->block, entry);
      break;
    case Construct::Phase:
      writer.phase(ref->block, entry);
      break;
    case Construct::Persona:
      writePersona(writer.out, block);
      break;
    case Construct::Touchpoint:
      writer.touchpoint(ref->block);
      break;
    case Construct::Next:
      if (journey)
        if (auto target = titled(map, lint::touchpointsOf(*journey), entry.text))
          writer.touchpoint(*target);
      break;
    default:
      break;
  }
  return done(body);
}

}  // namespace journey::features
