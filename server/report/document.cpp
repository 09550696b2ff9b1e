#include "report/document.hpp"

#include <algorithm>
#include <numeric>

#include "features/curve.hpp"
#include "locale/message.hpp"
#include "locale/vocabulary.hpp"
#include "model/values.hpp"
#include "syntax/construct.hpp"

namespace journey::report {

namespace {

using locale::Message;
using syntax::Construct;

std::string escapedUrl(std::string_view path) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  static constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  std::string out;
  for (char c : path) {
    auto byte = static_cast<unsigned char>(c);
    if (plain.find(c) != plain.npos)
      out += c;
    else
      (out += '%') += {digits[byte >> 4], digits[byte & 15]};
  }
  return out;
}

/// Code hosts jump to the line; elsewhere the file is opened.
std::string hrefOf(const Place& place) {
  return escapedUrl(place.link) + "#L" + std::to_string(place.line);
}

class Writer {
 public:
  explicit Writer(const Report& report) : report_(report) {}

  Document run() {
    Document out;
    out.language = report_.language;
    out.title = count(Message::report_title, report_.maps);
    out.subtitle = say(Message::report_made, {{"date", model::isoDate(report_.today)}});
    out.contents = say(Message::report_contents);
    out.sections = {channels(), lowest(), pains(), opportunities(), reviews(), personas()};
    for (Section& section : out.sections) {
      std::erase_if(section.tables, [](const Table& table) { return table.rows.empty(); });
      if (section.tables.empty()) section.paragraphs = {say(Message::report_nothing)};
    }
    return out;
  }

 private:
  std::string say(Message message, const locale::Arguments& arguments = {}) const {
    return locale::say(message, report_.language, arguments);
  }
  std::string count(Message message, std::size_t number) const {
    return locale::sayCount(message, number, report_.language);
  }
  Column keyword(Construct construct, bool number = false) const {
    return {std::string(locale::keyword(construct, report_.language)), number};
  }
  Column column(Message message, bool number = false) const { return {say(message), number}; }

  static Cell plain(std::string text) { return {{std::move(text), ""}}; }
  static Cell linked(const MapName& map) { return {{map.title, hrefOf(map.place)}}; }
  static Cell placed(const Place& place) {
    return {{place.path + ':' + std::to_string(place.line), hrefOf(place)}};
  }
  static Cell linked(const std::vector<MapName>& maps) {
    Cell out;
    for (const MapName& map : maps) out.push_back({map.title, hrefOf(map.place)});
    return out;
  }
  Cell orNone(std::string text) const {
    return plain(text.empty() ? say(Message::report_none) : std::move(text));
  }

  Section channels() const {
    Section out{
        "channels", say(Message::report_channels), {say(Message::report_channels_about)}, {}};
    for (const ChannelTable& channels : report_.channels) {
      Table& table = out.tables.emplace_back();
      table.caption = channels.model.empty()
                          ? say(Message::report_channels_titles)
                          : say(Message::report_channels_model, {{"model", channels.model}});
      table.columns.push_back(keyword(Construct::Channel));
      for (const std::string& phase : channels.phases) table.columns.push_back({phase, true});
      if (channels.outside) table.columns.push_back(column(Message::report_no_phase, true));
      table.columns.push_back(column(Message::report_total, true));
      for (const ChannelRow& row : channels.rows) {
        auto& cells = table.rows.emplace_back();
        cells.push_back(plain(row.channel));
        for (std::size_t times : row.counts)
          cells.push_back(plain(times == 0 ? "–" : std::to_string(times)));
        cells.push_back(plain(std::to_string(row.total)));
      }
    }
    return out;
  }

  Section lowest() const {
    Section out{"lowest", say(Message::report_lowest), {}, {}};
    Table& table = out.tables.emplace_back();
    table.columns = {keyword(Construct::Touchpoint), column(Message::report_value, true),
                     keyword(Construct::Opportunity), column(Message::report_map),
                     column(Message::report_place)};
    for (const LowPoint& point : report_.lowest) {
      Cell answers;
      for (const std::string& text : point.opportunities) answers.push_back({text, ""});
      table.rows.push_back(
          {plain(point.touchpoint), plain(features::shownValence(point.value, report_.language)),
           answers.empty() ? orNone("") : answers, linked(point.map), placed(point.place)});
    }
    return out;
  }

  Section pains() const {
    Section out{"pains", say(Message::report_pains), {}, {}};
    Table& table = out.tables.emplace_back();
    table.columns = {keyword(Construct::Pain), keyword(Construct::Touchpoint),
                     column(Message::report_map), column(Message::report_place)};
    for (const Pain& pain : report_.pains)
      table.rows.push_back(
          {plain(pain.text), plain(pain.touchpoint), linked(pain.map), placed(pain.place)});
    return out;
  }

  Section opportunities() const {
    Section out{"opportunities", say(Message::report_opportunities), {}, {}};
    auto unowned = static_cast<std::size_t>(std::ranges::count_if(
        report_.opportunities, [](const Opportunity& o) { return o.owner.empty(); }));
    if (unowned > 0) out.paragraphs.push_back(count(Message::report_no_owner, unowned));
    Table& table = out.tables.emplace_back();
    table.columns = {keyword(Construct::Opportunity), keyword(Construct::Votes, true),
                     keyword(Construct::Priority),    keyword(Construct::Owner),
                     column(Message::report_map),     column(Message::report_place)};
    for (const Opportunity& one : report_.opportunities)
      table.rows.push_back({plain(one.text), plain(one.votes ? std::to_string(*one.votes) : "–"),
                            plain(one.priority.empty() ? "–" : one.priority), orNone(one.owner),
                            linked(one.map), placed(one.place)});
    return out;
  }

  Section reviews() const {
    Section out{"reviews", say(Message::report_reviews), {}, {}};
    Table& table = out.tables.emplace_back();
    table.columns = {column(Message::report_map), keyword(Construct::State),
                     keyword(Construct::Reviewed), column(Message::report_age, true)};
    for (const Review& review : report_.reviews)
      table.rows.push_back(
          {linked(review.map), plain(review.state.empty() ? "–" : review.state),
           plain(review.date.empty() ? say(Message::report_never) : review.date),
           plain(review.days ? count(Message::report_days, static_cast<std::size_t>(*review.days))
                             : "–")});
    return out;
  }

  Section personas() const {
    Section out{"personas", say(Message::report_personas), {}, {}};
    Table& table = out.tables.emplace_back();
    table.columns = {keyword(Construct::Persona), column(Message::report_described),
                     column(Message::report_maps)};
    for (const Persona& persona : report_.personas)
      table.rows.push_back({plain(persona.name),
                            persona.described.empty() ? orNone("") : linked(persona.described),
                            persona.maps.empty() ? orNone("") : linked(persona.maps)});
    return out;
  }

  const Report& report_;
};

}  // namespace

Document documentOf(const Report& report) { return Writer(report).run(); }

}  // namespace journey::report
