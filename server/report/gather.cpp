#include "report/gather.hpp"

#include <algorithm>
#include <array>

#include "report/journeys.hpp"

namespace journey::report {

locale::Language commonestLanguage(const std::vector<Source>& sources) {
  std::array<std::size_t, locale::languageCount> times{};
  std::array<std::size_t, locale::languageCount> files{};  // where none of them is a map
  for (const Source& source : sources) {
    auto language = static_cast<std::size_t>(source.map->language);
    ++files[language];
    times[language] += static_cast<std::size_t>(std::ranges::count_if(source.map->journeys, isMap));
  }
  bool none = std::ranges::all_of(times, [](std::size_t count) { return count == 0; });
  const auto& counts = none ? files : times;
  return locale::allLanguages[static_cast<std::size_t>(std::ranges::max_element(counts) -
                                                       counts.begin())];
}

Report gather(const std::vector<Source>& sources, std::chrono::year_month_day today,
              locale::Language language) {
  const std::vector<Journey> all = journeysOf(sources, language);
  std::vector<Journey> now;  // what nobody has built yet hurts nobody, and is no channel in use
  std::ranges::copy_if(all, std::back_inserter(now), [](const Journey& j) { return !j.isFuture; });
  Report out;
  out.language = language;
  out.today = today;
  out.maps = all.size();
  out.futures = all.size() - now.size();
  for (const Journey& of : all) {
    int days = of.source->reviewDays;
    out.leastReviewDays = out.leastReviewDays == 0 ? days : std::min(out.leastReviewDays, days);
    out.mostReviewDays = std::max(out.mostReviewDays, days);
  }
  out.lowest = lowestOf(now);
  out.pains = painsOf(now);
  out.opportunities = opportunitiesOf(all, language);
  out.owners = ownersOf(out.opportunities);
  out.channels = channelsOf(now, language);
  out.reviews = reviewsOf(all, today);
  out.personas = personasOf(sources, all);
  return out;
}

}  // namespace journey::report
