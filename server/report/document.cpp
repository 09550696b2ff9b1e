#include "report/document.hpp"

#include <algorithm>

#include "features/curve.hpp"
#include "locale/message.hpp"
#include "locale/vocabulary.hpp"
#include "model/values.hpp"
#include "syntax/construct.hpp"

namespace journey::report {

namespace {

using locale::Message;
using syntax::Construct;

// What a room looks at; the rest is there for who asks.
constexpr std::size_t topOpportunities = 10;
constexpr std::size_t topRows = 20;
constexpr std::size_t topTitles = 5;  // in a cell

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
  if (place.link.empty()) return "";
  return escapedUrl(place.link) + "#L" + std::to_string(place.line);
}

Cell plain(std::string text) { return {{{std::move(text), ""}}}; }
Cell plain(std::size_t number) { return plain(std::to_string(number)); }
Cell orDash(const std::string& text) { return plain(text.empty() ? "–" : text); }
Cell linked(const MapName& map) { return {{{map.title, hrefOf(map.place)}}}; }
Cell linked(const std::vector<MapName>& maps) {
  Cell out;
  for (const MapName& map : maps) out.runs.push_back({map.title, hrefOf(map.place)});
  return out;
}
Run placed(const Place& place) {
  return {place.path + ':' + std::to_string(place.line), hrefOf(place)};
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
    out.sections = {glance(), lowest(),   pains(),   opportunities(),
                    owners(), channels(), reviews(), personas()};
    for (Section& section : out.sections) {
      std::erase_if(section.tables, [](const Table& table) { return table.rows.empty(); });
      if (section.tables.empty() && section.figures.empty())
        section.paragraphs.push_back(say(Message::report_nothing));
      for (Table& table : section.tables)
        if (table.shown > 0 && table.rows.size() > table.shown)
          table.more = count(Message::report_more, table.rows.size() - table.shown);
    }
    return out;
  }

 private:
  std::string say(Message message, const locale::Arguments& arguments = {}) const {
    return locale::say(message, report_.language, arguments);
  }
  std::string count(Message message, std::size_t number, locale::Arguments arguments = {}) const {
    return locale::sayCount(message, number, report_.language, std::move(arguments));
  }
  std::string word(Construct construct) const {
    return std::string(locale::keyword(construct, report_.language));
  }
  Column keyword(Construct construct, bool number = false) const {
    return {word(construct), number};
  }
  Column column(Message message, bool number = false) const { return {say(message), number}; }

  std::string valence(double value) const {
    return features::shownValence(value, report_.language);
  }
  /// A list, or a word that there is nothing in it.
  Cell orNone(Cell cell) const {
    std::erase_if(cell.runs, [](const Run& run) { return run.text.empty(); });
    return cell.runs.empty() ? plain(say(Message::report_none)) : cell;
  }

  Picture drawn(const features::Curve& curve, std::optional<std::size_t> marked) const {
    Picture out{curve, marked, ""};
    constexpr std::size_t mostSaid = 36;  // more values nobody listens to: the mean says it
    if (curve.size() > mostSaid) {
      out.words = valence(features::meanOf(curve).value_or(0));
    } else {
      for (const std::optional<double>& value : curve)
        (out.words += out.words.empty() ? "" : ", ") += value ? valence(*value) : "–";
    }
    return out;
  }

  /// A section whose tables have no maps of the future in them.
  Section ofToday(std::string id, Message heading) const {
    Section out;
    out.id = std::move(id);
    out.heading = say(heading);
    if (report_.futures > 0) out.paragraphs.push_back(say(Message::report_future_left_out));
    return out;
  }

  std::string overdueLabel() const {
    std::string days = std::to_string(report_.leastReviewDays);
    if (report_.mostReviewDays != report_.leastReviewDays)
      days += "–" + std::to_string(report_.mostReviewDays);
    return say(Message::report_overdue, {{"days", days}});
  }
  std::size_t overdue() const {
    return static_cast<std::size_t>(std::ranges::count_if(report_.reviews, [](const Review& r) {
      return r.overdue || r.kind != Review::Kind::Done;
    }));
  }
  std::size_t unowned() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        report_.opportunities, [](const Opportunity& o) { return o.owner.empty(); }));
  }

  /// «Waits: −2 (Tom)».
  std::string valueOf(const LowPoint& point) const {
    return valence(point.value) + (point.persona.empty() ? "" : " (" + point.persona + ')');
  }

  Cell worst() const {
    const LowPoint& point = report_.lowest.front();
    Cell out;
    out.runs.push_back({point.touchpoint + ": " + valueOf(point), hrefOf(point.place)});
    out.notes.push_back(point.map.title);
    auto alike =
        static_cast<std::size_t>(std::ranges::count(report_.lowest, point.value, &LowPoint::value));
    if (alike > 1) out.notes.push_back(count(Message::report_more, alike - 1));
    out.feeling = point.value;
    if (!point.curve.empty()) out.picture = drawn(point.curve, point.at);
    return out;
  }

  Section glance() const {
    Section out{"glance", say(Message::report_glance), {}, {}, {}};
    if (!report_.unread.empty()) {
      out.paragraphs.push_back(count(Message::check_unreadable, report_.unread.size()));
      for (const Unread& one : report_.unread)
        if (out.paragraphs.size() <= topRows)
          out.paragraphs.push_back(one.path + ": " + one.reason);
      if (report_.unread.size() > topRows)
        out.paragraphs.push_back(count(Message::report_more, report_.unread.size() - topRows));
    }
    auto figure = [&](std::string label, Cell value) {
      out.figures.push_back({std::move(label), std::move(value)});
    };
    figure(say(Message::report_now), plain(report_.maps - report_.futures));
    if (report_.futures > 0) figure(say(Message::report_future), plain(report_.futures));
    if (report_.maps > 0) figure(overdueLabel(), plain(overdue()));
    figure(say(Message::report_pains), plain(report_.pains.size()));
    figure(say(Message::report_unowned), plain(unowned()));
    if (!report_.lowest.empty()) figure(say(Message::report_worst), worst());
    return out;
  }

  Section lowest() const {
    Section out = ofToday("lowest", Message::report_lowest);
    Table& table = out.tables.emplace_back();
    table.columns = {keyword(Construct::Touchpoint), column(Message::report_value, true),
                     keyword(Construct::Phase), keyword(Construct::Opportunity),
                     column(Message::report_map)};
    table.place = say(Message::report_place);
    table.shown = topRows;
    for (const LowPoint& point : report_.lowest) {
      Cell answers;
      for (const std::string& text : point.opportunities) answers.runs.push_back({text, ""});
      Cell value = plain(valueOf(point));
      value.feeling = point.value;
      table.rows.push_back({{plain(point.touchpoint), std::move(value), orDash(point.phase),
                             orNone(std::move(answers)), linked(point.map)},
                            placed(point.place)});
    }
    return out;
  }

  Section pains() const {
    Section out = ofToday("pains", Message::report_pains);
    Table& table = out.tables.emplace_back();
    table.columns = {keyword(Construct::Pain), keyword(Construct::Touchpoint),
                     keyword(Construct::Phase), column(Message::report_map)};
    table.place = say(Message::report_place);
    table.shown = topRows;
    for (const Pain& pain : report_.pains)
      table.rows.push_back(
          {{plain(pain.text), orDash(pain.touchpoint), orDash(pain.phase), linked(pain.map)},
           placed(pain.place)});
    return out;
  }

  Section opportunities() const {
    Section out{"opportunities", say(Message::report_opportunities), {}, {}, {}};
    if (std::size_t none = unowned(); none > 0)
      out.paragraphs.push_back(count(Message::report_no_owner, none));
    // Ideas for today and for what is wished for stand side by side: say which is which.
    bool states = report_.futures > 0;
    Table& table = out.tables.emplace_back();
    table.columns = {keyword(Construct::Opportunity), keyword(Construct::Votes, true),
                     keyword(Construct::Priority),    keyword(Construct::Owner),
                     keyword(Construct::Touchpoint),  keyword(Construct::Phase),
                     column(Message::report_map)};
    table.place = say(Message::report_place);
    table.shown = topOpportunities;
    for (const Opportunity& one : report_.opportunities) {
      Cell map = linked(one.map);
      bool told = one.map.title.ends_with('(' + one.state + ')');
      if (states && !told && !one.state.empty()) map.notes.push_back(one.state);
      Cell name = plain(one.text);
      for (const std::string& text : one.solutions)
        name.notes.push_back(word(Construct::Solution) + ": " + text);
      for (const std::string& text : one.metrics)
        name.notes.push_back(word(Construct::Metric) + ": " + text);
      table.rows.push_back(
          {{std::move(name),
            one.votes ? plain(std::size_t{*one.votes}) : orDash(one.votesAsWritten),
            orDash(one.priority), orNone(plain(one.owner)), orDash(one.touchpoint),
            orDash(one.phase), std::move(map)},
           placed(one.place)});
    }
    return out;
  }

  Section owners() const {
    Section out{"owners", say(Message::report_owners), {}, {}, {}};
    Table& table = out.tables.emplace_back();
    table.columns = {keyword(Construct::Owner), column(Message::report_total, true),
                     keyword(Construct::Votes, true), keyword(Construct::Opportunity)};
    table.shown = topRows;
    for (const Owner& owner : report_.owners) {
      Cell titles;
      for (const std::string& title : owner.titles)
        if (titles.runs.size() < topTitles) titles.runs.push_back({title, ""});
      if (owner.titles.size() > topTitles)
        titles.notes.push_back(count(Message::report_more, owner.titles.size() - topTitles));
      table.rows.push_back(
          {{orNone(plain(owner.name)), plain(owner.titles.size()),
            owner.votes > 0 ? plain(owner.votes) : plain("–"), std::move(titles)}});
    }
    return out;
  }

  Cell cellOf(const Uses& uses) const {
    if (uses.count == 0) return plain("–");
    Cell out = plain(uses.count);
    out.feeling = uses.mean();
    if (out.feeling) out.runs.front().text += " · " + valence(*out.feeling);
    return out;
  }

  Section channels() const {
    Section out = ofToday("channels", Message::report_channels);
    bool feels = std::ranges::any_of(report_.channels, [](const ChannelTable& table) {
      return std::ranges::any_of(
          table.rows, [](const ChannelRow& row) { return row.total.mean().has_value(); });
    });
    if (!report_.channels.empty())
      out.paragraphs.insert(out.paragraphs.begin(), say(feels ? Message::report_channels_feel
                                                              : Message::report_channels_about));
    for (const ChannelTable& channels : report_.channels) {
      Table& table = out.tables.emplace_back();
      table.caption = channels.model.empty()
                          ? say(Message::report_channels_titles)
                          : say(Message::report_channels_model, {{"model", channels.model}});
      if (channels.maps > 1)
        table.caption =
            count(Message::report_maps_of, channels.maps, {{"title", std::move(table.caption)}});
      table.shown = topRows;
      table.columns.push_back(keyword(Construct::Channel));
      for (const std::string& phase : channels.phases) table.columns.push_back({phase, true});
      if (channels.others) table.columns.push_back(column(Message::report_other_phases, true));
      if (channels.outside) table.columns.push_back(column(Message::report_no_phase, true));
      table.columns.push_back(column(Message::report_total, true));
      for (const ChannelRow& row : channels.rows) {
        auto& cells = table.rows.emplace_back().cells;
        cells.push_back(plain(row.channel));
        for (const Uses& uses : row.uses) cells.push_back(cellOf(uses));
        cells.push_back(cellOf(row.total));
      }
    }
    return out;
  }

  Section reviews() const {
    Section out{"reviews", say(Message::report_reviews), {}, {}, {}};
    if (std::size_t late = overdue(); late > 0)
      out.paragraphs.push_back(overdueLabel() + ": " + std::to_string(late));
    Table& table = out.tables.emplace_back();
    table.columns = {column(Message::report_map),
                     {std::string(locale::plural(Construct::Emotion, report_.language))},
                     keyword(Construct::State),
                     keyword(Construct::Reviewed),
                     column(Message::report_age, true)};
    for (const Review& review : report_.reviews) {
      Cell curve = plain("–");
      if (features::meanOf(review.curve)) {
        curve.runs.clear();
        curve.picture = drawn(review.curve, std::nullopt);
      }
      table.rows.push_back({{linked(review.map), std::move(curve), orDash(review.state),
                             plain(dateOf(review)), ageOf(review)}});
    }
    return out;
  }

  std::string dateOf(const Review& review) const {
    switch (review.kind) {
      case Review::Kind::Never:
        return say(Message::report_never);
      case Review::Kind::NoDate:
        return say(Message::report_no_date, {{"text", review.date}});
      case Review::Kind::ToCome:
        return review.date + " (" + say(Message::report_to_come) + ')';
      default:
        return review.date;
    }
  }

  Cell ageOf(const Review& review) const {
    if (review.kind != Review::Kind::Done) return plain("–");
    Cell out = plain(count(Message::report_days, static_cast<std::size_t>(review.days)));
    out.late = review.overdue;
    if (review.overdue) out.runs.front().text += " · " + say(Message::report_overdue_mark);
    return out;
  }

  Section personas() const {
    Section out{"personas", say(Message::report_personas), {}, {}, {}};
    Table& table = out.tables.emplace_back();
    table.columns = {keyword(Construct::Persona), column(Message::report_described),
                     column(Message::report_maps)};
    for (const Persona& persona : report_.personas)
      table.rows.push_back(
          {{plain(persona.name), orNone(linked(persona.described)), orNone(linked(persona.maps))}});
    return out;
  }

  const Report& report_;
};

}  // namespace

Document documentOf(const Report& report) { return Writer(report).run(); }

std::vector<Run> withAddresses(const Run& run) {
  std::vector<Run> out;
  std::size_t at = 0;
  for (const workspace::Link& link : workspace::linksIn(run.text)) {
    if (link.kind != workspace::Link::Kind::Web) continue;
    if (link.span.start > at) out.push_back({run.text.substr(at, link.span.start - at), run.href});
    out.push_back({link.target, link.target});
    at = link.span.end;
  }
  if (at < run.text.size() || out.empty()) out.push_back({run.text.substr(at), run.href});
  return out;
}

}  // namespace journey::report
