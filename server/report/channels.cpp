// Which channel is used in which phase, and how it feels there.
#include <algorithm>
#include <limits>
#include <set>
#include <unordered_map>

#include "lint/journeys.hpp"
#include "model/phase_model.hpp"
#include "model/placeholder.hpp"
#include "report/journeys.hpp"
#include "text/unicode.hpp"

namespace journey::report {

namespace {

using model::Block;
using model::BlockIndex;

// More phases than that no page shows beside one another.
constexpr std::size_t mostColumns = 8;

void add(Uses& to, std::optional<double> feeling) {
  ++to.count;
  if (!feeling) return;
  ++to.felt;
  to.sum += *feeling;
}

void add(Uses& to, const Uses& more) {
  to.count += more.count;
  to.felt += more.felt;
  to.sum += more.sum;
}

/// Channels by phase, for the journeys that share a phase model.
class Channels {
 public:
  Channels(const locale::PhaseModel* model, locale::Language language) : language_(language) {
    if (!model) return;
    id_ = std::string(model->id);
    for (const locale::ModelPhase& phase : model->phases) {
      byKey_.try_emplace("model " + std::string(phase.id), columns_.size());
      columns_.push_back({std::string(phase.in(language).front()), 0, 0});
    }
    ofModel_ = columns_.size();
  }

  void add(const Journey& from, const std::optional<model::PhaseModelUse>& use) {
    ++maps_;
    for (std::size_t p = 0; p < from.journey->phases.size(); ++p) {
      const model::Phase& phase = from.journey->phases[p];
      std::size_t column = columnOf(*from.map, phase, use, use ? use->places[p] : std::nullopt);
      for (BlockIndex touchpoint : phase.touchpoints)
        count(from.map->block(touchpoint), column, from.map->language);
    }
  }

  std::size_t maps() const { return maps_; }

  ChannelTable table() const {
    ChannelTable out;
    out.model = id_;
    out.maps = maps_;
    // Where a column goes; the last two are those of other phases and of none.
    std::vector<std::size_t> places(columns_.size(), unplaced);
    for (std::size_t column : shownColumns()) {
      places[column] = out.phases.size();
      out.phases.push_back(columns_[column].title);
    }
    for (const Row& row : rows_)
      for (const auto& [column, uses] : row.uses)
        (column == outside ? out.outside : out.others) |=
            column >= columns_.size() || places[column] == unplaced;
    std::size_t others = out.phases.size();
    std::size_t none = others + (out.others ? 1 : 0);
    for (const Row& row : rows_) {
      ChannelRow& one = out.rows.emplace_back();
      one.channel = spellingOf(row);
      one.uses.resize(none + (out.outside ? 1 : 0));
      for (const auto& [column, uses] : row.uses) {
        std::size_t at = column == outside                                  ? none
                         : column == untitled || places[column] == unplaced ? others
                                                                            : places[column];
        report::add(one.uses[at], uses);
        report::add(one.total, uses);
      }
    }
    std::ranges::stable_sort(out.rows, std::greater(),
                             [](const ChannelRow& row) { return row.total.count; });
    return out;
  }

 private:
  static constexpr std::size_t unplaced = std::numeric_limits<std::size_t>::max();
  static constexpr std::size_t outside = unplaced - 1;   // touchpoints in no phase
  static constexpr std::size_t untitled = unplaced - 2;  // in phases that nobody named

  struct Column {
    std::string title;
    std::size_t maps = 0;  // that have it
    std::size_t last = 0;  // the map that had it last
  };
  struct Spelling {
    std::string text;
    std::size_t own = 0;  // in maps of the report's language
    std::size_t times = 0;
  };
  struct Row {
    std::vector<Spelling> spellings;
    std::map<std::size_t, Uses> uses;  // by column
  };

  std::size_t columnOf(const model::Map& map, const model::Phase& phase,
                       const std::optional<model::PhaseModelUse>& use,
                       std::optional<std::size_t> place) {
    if (phase.head == model::noBlock) return outside;
    const Block& head = map.block(phase.head);
    std::string key;
    if (place) {
      key = "model " + std::string(use->model->phases[*place].id);
    } else if (head.isNamed()) {
      // «1. Morning» and «Morning!» are one.
      std::string bare = model::bareTitle(head.title());
      key = "title " + (bare.empty() ? head.foldedTitle : bare);
    } else {
      return untitled;
    }
    auto [at, isNew] = byKey_.try_emplace(std::move(key), columns_.size());
    if (isNew) columns_.push_back({lint::oneLine(head.title()), 0, 0});
    Column& column = columns_[at->second];
    if (column.last != maps_) ++column.maps;
    column.last = maps_;
    return at->second;
  }

  /// Those of the model, and of all others those that several maps share, unless there is room for
  /// each.
  std::vector<std::size_t> shownColumns() const {
    std::vector<std::size_t> titles;
    for (std::size_t i = ofModel_; i < columns_.size(); ++i) titles.push_back(i);
    std::size_t room = mostColumns - std::min(mostColumns, ofModel_);
    if (titles.size() > room) {
      std::erase_if(titles, [&](std::size_t i) { return maps_ > 1 && columns_[i].maps < 2; });
      std::ranges::stable_sort(titles, std::greater(),
                               [&](std::size_t i) { return columns_[i].maps; });
      titles.resize(std::min(room, titles.size()));
      std::ranges::sort(titles);
    }
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < ofModel_; ++i) out.push_back(i);
    out.insert(out.end(), titles.begin(), titles.end());
    return out;
  }

  /// A touchpoint counts once for a channel, however often it names it.
  void count(const Block& touchpoint, std::size_t column, locale::Language language) {
    std::set<std::string_view> seen;
    std::optional<double> feeling = lint::curveValue(touchpoint);
    for (const model::Channel& channel : touchpoint.channels) {
      if (model::isPlaceholder(channel.text, syntax::Construct::Channel, language) ||
          !seen.insert(channel.key).second)
        continue;
      auto [at, isNew] = rowByKey_.try_emplace(channel.key, rows_.size());
      if (isNew) rows_.emplace_back();
      Row& row = rows_[at->second];
      report::add(row.uses[column], feeling);
      auto spelling = std::ranges::find(row.spellings, channel.text, &Spelling::text);
      if (spelling == row.spellings.end())
        spelling = row.spellings.insert(spelling, {channel.text, 0, 0});
      ++spelling->times;
      if (language == language_) ++spelling->own;
    }
  }

  /// The commonest in the report's language, else of all.
  static const std::string& spellingOf(const Row& row) {
    return std::ranges::max_element(row.spellings, {},
                                    [](const Spelling& s) { return std::pair(s.own, s.times); })
        ->text;
  }

  locale::Language language_;
  std::string id_;
  std::size_t ofModel_ = 0;  // columns
  std::size_t maps_ = 0;
  std::vector<Column> columns_;
  std::unordered_map<std::string, std::size_t> byKey_;  // columns
  std::vector<Row> rows_;
  std::unordered_map<std::string, std::size_t> rowByKey_;
};

/// Two projects may each have a model of one name: it is the same only if its phases are.
std::string keyOf(const locale::PhaseModel& model) {
  std::string out = text::fold(model.id);
  for (const locale::ModelPhase& phase : model.phases) (out += '\n') += phase.id;
  return out;
}

}  // namespace

std::vector<ChannelTable> channelsOf(const std::vector<Journey>& journeys,
                                     locale::Language language) {
  std::map<std::string, Channels> byModel;
  for (const Journey& from : journeys) {
    auto use = model::phaseModelOf(*from.map, *from.journey);
    const locale::PhaseModel* model = use ? use->model : nullptr;
    byModel.try_emplace(model ? keyOf(*model) : "", model, language).first->second.add(from, use);
  }
  std::vector<ChannelTable> out;
  for (const auto& [key, channels] : byModel)
    if (ChannelTable table = channels.table(); !table.rows.empty()) out.push_back(std::move(table));
  // The model of most maps first, what follows none last.
  std::ranges::stable_sort(out, [](const ChannelTable& a, const ChannelTable& b) {
    return std::pair(a.model.empty(), b.maps) < std::pair(b.model.empty(), a.maps);
  });
  return out;
}

}  // namespace journey::report
