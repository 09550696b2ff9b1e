// stale-review: the last review lies too far back.
#include <chrono>

#include "lint/journeys.hpp"
#include "lint/rules.hpp"
#include "model/values.hpp"

namespace journey::lint {

namespace {

void check(const MapCheck& c) {
  int days = c.context.settings->reviewDays;
  for (const model::Journey& journey : c.map.journeys) {
    auto review = latestReview(c.map, journey);
    if (!review || std::chrono::sys_days(c.context.today) - std::chrono::sys_days(review->date) <=
                       std::chrono::days(days))
      continue;
    c.report(review->entry.block, c.map.entry(review->entry).body,
             days == 1 ? Message::stale_review_one : Message::stale_review,
             {{"date", model::isoDate(review->date)}, {"days", std::to_string(days)}})
        .entry = review->entry.entry;
  }
}

void fix(const FixRequest& r) {
  std::string now = model::isoDate(r.context.today);
  r.offer(Message::fix_set_today, {{"date", now}}, {{r.absolute(r.finding.span), now}}, true);
}

}  // namespace

const Rule rules::staleReview{"stale-review", Severity::Warning, nullptr, &check, &fix};

}  // namespace journey::lint
