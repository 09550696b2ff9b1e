#include "report/gather.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <limits>
#include <map>

#include "lint/journeys.hpp"
#include "lint/unaddressed.hpp"
#include "model/phase_model.hpp"
#include "model/placeholder.hpp"
#include "model/values.hpp"
#include "text/unicode.hpp"

namespace journey::report {

namespace {

using model::Block;
using model::BlockIndex;
using model::Construct;

/// A journey that is a map of its own.
struct Journey {
  const Source* source = nullptr;
  const model::Map* map = nullptr;
  const model::Journey* journey = nullptr;
  MapName name;
};

Place placeOf(const Source& source, BlockIndex block, std::uint32_t line = 0) {
  return {source.path, source.link, source.map->blocks[block].line + line + 1};
}

std::string fileName(const Source& source) {
  return std::filesystem::path(source.path).filename().string();
}

bool isMap(const model::Journey& journey) {
  return journey.head != model::noBlock || !journey.phases.empty();
}

Journey journeyOf(const Source& source, const model::Journey& journey) {
  Journey out{&source, source.map, &journey, {fileName(source), {source.path, source.link, 1}}};
  if (journey.head != model::noBlock) {
    out.name.place = placeOf(source, journey.head);
    if (std::string title = lint::oneLine(source.map->block(journey.head).title()); !title.empty())
      out.name.title = std::move(title);
  }
  return out;
}

/// Channels by phase, for the journeys that share a phase model.
class Channels {
 public:
  void add(const Journey& from, const std::optional<model::PhaseModelUse>& use,
           locale::Language language) {
    if (use && columns_.empty())
      for (const locale::ModelPhase& phase : use->model->phases)
        columns_.push_back({std::string(phase.id), std::string(phase.in(language).front())});
    for (std::size_t p = 0; p < from.journey->phases.size(); ++p) {
      const model::Phase& phase = from.journey->phases[p];
      std::size_t column = outside;
      if (use && use->places[p]) {
        column = *use->places[p];
      } else if (phase.head != model::noBlock) {
        const Block& head = from.map->block(phase.head);
        column = columnOf(head.foldedTitle, lint::oneLine(head.title()));
      }
      for (BlockIndex touchpoint : phase.touchpoints)
        count(from.map->block(touchpoint), column, from.map->language);
    }
  }

  ChannelTable table(std::string model) && {
    ChannelTable out;
    out.model = std::move(model);
    for (Column& column : columns_) out.phases.push_back(std::move(column.title));
    for (const Row& row : rows_) out.outside |= row.counts.contains(outside);
    for (Row& row : rows_) {
      ChannelRow& one = out.rows.emplace_back();
      one.channel = std::move(row.title);
      one.counts.resize(columns_.size() + (out.outside ? 1 : 0));
      for (auto [column, times] : row.counts) {
        one.counts[std::min(column, columns_.size())] = times;
        one.total += times;
      }
    }
    std::ranges::stable_sort(out.rows, std::greater(), &ChannelRow::total);
    return out;
  }

 private:
  static constexpr std::size_t outside = std::numeric_limits<std::size_t>::max();
  struct Column {
    std::string key;
    std::string title;
  };
  struct Row {
    std::string key;
    std::string title;
    std::map<std::size_t, std::size_t> counts;  // by column
  };

  std::size_t columnOf(const std::string& key, const std::string& title) {
    auto at = std::ranges::find(columns_, key, &Column::key);
    if (at == columns_.end()) at = columns_.insert(at, {key, title.empty() ? "…" : title});
    return static_cast<std::size_t>(at - columns_.begin());
  }

  /// A touchpoint counts once for a channel, however often it names it.
  void count(const Block& touchpoint, std::size_t column, locale::Language language) {
    std::vector<std::string> seen;
    for (const model::Channel& channel : touchpoint.channels) {
      if (std::ranges::find(seen, channel.key) != seen.end() ||
          model::isPlaceholder(channel.text, Construct::Channel, language))
        continue;
      seen.push_back(channel.key);
      auto row = std::ranges::find(rows_, channel.key, &Row::key);
      if (row == rows_.end()) row = rows_.insert(row, {channel.key, channel.text, {}});
      ++row->counts[column];
    }
  }

  std::vector<Column> columns_;
  std::vector<Row> rows_;
};

std::vector<ChannelTable> channelsOf(const std::vector<Journey>& journeys,
                                     locale::Language language) {
  std::map<std::string, Channels> byModel;
  std::map<std::string, std::size_t> times;
  for (const Journey& from : journeys) {
    auto use = model::phaseModelOf(*from.map, *from.journey);
    std::string id = use ? std::string(use->model->id) : std::string();
    byModel[id].add(from, use, language);
    ++times[id];
  }
  std::vector<ChannelTable> out;
  for (auto& [id, channels] : byModel) {
    ChannelTable table = std::move(channels).table(id);
    if (!table.rows.empty()) out.push_back(std::move(table));
  }
  // The model of most maps first, what follows none last.
  std::ranges::stable_sort(out, [&](const ChannelTable& a, const ChannelTable& b) {
    return std::pair(a.model.empty(), times[b.model]) < std::pair(b.model.empty(), times[a.model]);
  });
  return out;
}

std::vector<std::string> opportunitiesOf(const Block& block) {
  std::vector<std::string> out;
  for (const model::Opportunity& opportunity : block.opportunities)
    if (std::string text = lint::oneLine(block.entries[opportunity.entries.front()].text);
        !text.empty())
      out.push_back(std::move(text));
  return out;
}

/// As the rule lowest-point-unaddressed has it: below neutral, and of several equally low ones the
/// one that nothing answers.
std::optional<LowPoint> lowestOf(const Journey& from) {
  std::optional<LowPoint> out;
  for (BlockIndex i : lint::touchpointsOf(*from.journey)) {
    const Block& block = from.map->block(i);
    auto value = lint::curveValue(block);
    if (!value || *value >= 0 || (out && *value > out->value)) continue;
    std::vector<std::string> answers = opportunitiesOf(block);
    if (out && *value == out->value && (out->opportunities.empty() || !answers.empty())) continue;
    out = LowPoint{*value, lint::oneLine(block.title()), std::move(answers), from.name,
                   placeOf(*from.source, i)};
  }
  return out;
}

std::vector<Pain> painsOf(const std::vector<Journey>& journeys) {
  std::vector<Pain> out;
  for (const Journey& of : journeys)
    for (model::EntryRef ref : lint::unaddressedPains(*of.map, *of.journey)) {
      const model::Entry& entry = of.map->entry(ref);
      out.push_back({lint::oneLine(entry.text), lint::oneLine(of.map->block(ref.block).title()),
                     of.name, placeOf(*of.source, ref.block, entry.line)});
    }
  return out;
}

/// High is as 1, medium as 2, low as 3; what is none comes last.
std::uint32_t rankOf(std::string_view priority, locale::Language language) {
  auto read = model::readPriority(priority, language);
  if (!read) return std::numeric_limits<std::uint32_t>::max();
  if (auto* number = std::get_if<std::uint32_t>(&*read)) return *number;
  return static_cast<std::uint32_t>(std::get<locale::Priority>(*read)) + 1;
}

std::vector<Opportunity> opportunitiesOf(const std::vector<Journey>& journeys) {
  struct Ranked {
    Opportunity opportunity;
    std::uint32_t rank;
  };
  std::vector<Ranked> all;
  for (const Journey& from : journeys)
    for (BlockIndex i : lint::touchpointsOf(*from.journey)) {
      const Block& block = from.map->block(i);
      for (const model::Opportunity& of : block.opportunities) {
        const model::Entry& head = block.entries[of.entries.front()];
        Opportunity one;
        one.text = lint::oneLine(head.text);
        one.map = from.name;
        one.place = placeOf(*from.source, i, head.line);
        for (std::size_t e : of.entries) {
          const model::Entry& entry = block.entries[e];
          std::string text = lint::oneLine(entry.text);
          if (entry.construct == Construct::Votes && !one.votes)
            one.votes = model::readWholeNumber(text);
          if (entry.construct == Construct::Priority && one.priority.empty()) one.priority = text;
          if (entry.construct == Construct::Owner && one.owner.empty() && !entry.isPlaceholder)
            one.owner = text;
        }
        std::uint32_t rank = rankOf(one.priority, from.map->language);
        all.push_back({std::move(one), rank});
      }
    }
  std::ranges::stable_sort(all, [](const Ranked& a, const Ranked& b) {
    if (a.opportunity.votes != b.opportunity.votes)
      return a.opportunity.votes > b.opportunity.votes;  // none is the least
    return a.rank < b.rank;
  });
  std::vector<Opportunity> out;
  for (Ranked& one : all) out.push_back(std::move(one.opportunity));
  return out;
}

std::vector<Review> reviewsOf(const std::vector<Journey>& journeys,
                              std::chrono::year_month_day today) {
  std::vector<Review> out;
  for (const Journey& from : journeys) {
    Review& review = out.emplace_back();
    review.map = from.name;
    review.state = lint::oneLine(from.map->attribute(*from.journey, Construct::State));
    auto latest = lint::latestReview(*from.map, *from.journey);
    if (!latest) continue;
    review.date = model::isoDate(latest->date);
    long days = (std::chrono::sys_days(today) - std::chrono::sys_days(latest->date)).count();
    if (days >= 0) review.days = days;
  }
  std::ranges::stable_sort(out, {}, &Review::date);  // an empty one stands for never
  return out;
}

std::vector<Persona> personasOf(const std::vector<Source>& sources,
                                const std::vector<Journey>& journeys) {
  std::vector<std::pair<std::string, Persona>> all;
  for (const Source& source : sources)
    for (const workspace::Name& name : source.facts->names) {
      if (name.kind != workspace::Name::Kind::Persona || !name.declares) continue;
      auto at = std::ranges::find(all, name.folded, &std::pair<std::string, Persona>::first);
      if (at == all.end()) at = all.insert(at, {name.folded, {name.text, {}, {}}});
      Persona& persona = at->second;
      BlockIndex block = source.map->blockAt(name.span.start);
      if (!name.bare) {
        const model::Journey* around = lint::journeyOf(*source.map, block);
        std::string title =
            around && isMap(*around) ? journeyOf(source, *around).name.title : fileName(source);
        persona.described.push_back({std::move(title), placeOf(source, block)});
      }
      for (const Journey& journey : journeys) {
        if (journey.source != &source) continue;
        auto theirs = lint::personasOf(*journey.map, *journey.journey);
        if (std::ranges::find(theirs, block) != theirs.end()) persona.maps.push_back(journey.name);
      }
    }
  std::vector<Persona> out;
  for (auto& [key, persona] : all) out.push_back(std::move(persona));
  std::ranges::stable_sort(out, std::greater(), [](const Persona& p) { return p.maps.size(); });
  return out;
}

}  // namespace

locale::Language commonestLanguage(const std::vector<Source>& sources) {
  std::array<std::size_t, locale::languageCount> times{};
  for (const Source& source : sources) ++times[static_cast<std::size_t>(source.map->language)];
  return locale::allLanguages[static_cast<std::size_t>(std::ranges::max_element(times) -
                                                       times.begin())];
}

Report gather(const std::vector<Source>& sources, std::chrono::year_month_day today,
              locale::Language language) {
  std::vector<Journey> journeys;
  for (const Source& source : sources)
    for (const model::Journey& journey : source.map->journeys)
      if (isMap(journey)) journeys.push_back(journeyOf(source, journey));
  Report out;
  out.language = language;
  out.today = today;
  out.maps = journeys.size();
  out.channels = channelsOf(journeys, language);
  for (const Journey& journey : journeys)
    if (auto lowest = lowestOf(journey)) out.lowest.push_back(std::move(*lowest));
  std::ranges::stable_sort(out.lowest, {}, &LowPoint::value);
  out.pains = painsOf(journeys);
  out.opportunities = opportunitiesOf(journeys);
  out.reviews = reviewsOf(journeys, today);
  out.personas = personasOf(sources, journeys);
  return out;
}

}  // namespace journey::report
