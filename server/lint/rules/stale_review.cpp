// stale-review: the last review lies too far back.
#include <chrono>

#include "lint/journeys.hpp"
#include "lint/rules.hpp"
#include "model/values.hpp"

namespace journey::lint {

namespace {

void check(const MapCheck& c) {
  auto limit = std::chrono::days(c.context.settings->reviewDays);
  for (const model::Journey& journey : c.map.journeys)
    for (model::EntryRef ref : journey.entries) {
      const model::Entry& entry = c.map.entry(ref);
      if (entry.construct != Construct::Reviewed) continue;
      auto date = model::readDate(entry.text);
      if (!date || !date->ok() ||
          std::chrono::sys_days(c.context.today) - std::chrono::sys_days(*date) <= limit)
        continue;
      c.report(ref.block, entry.body, Message::stale_review,
               {{"date", model::isoDate(*date)},
                {"days", std::to_string(c.context.settings->reviewDays)}})
          .entry = ref.entry;
    }
}

void fix(const FixRequest& r) {
  std::string now = model::isoDate(r.context.today);
  r.offer(Message::fix_set_today, {{"date", now}}, {{r.absolute(r.finding.span), now}}, true);
}

}  // namespace

const Rule rules::staleReview{"stale-review", Severity::Warning, nullptr, &check, &fix};

}  // namespace journey::lint
