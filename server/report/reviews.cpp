// When each map was last looked at.
#include <algorithm>

#include "lint/journeys.hpp"
#include "model/values.hpp"
#include "report/journeys.hpp"
#include "text/unicode.hpp"

namespace journey::report {

namespace {

using model::Construct;

/// The latest day that has come; else one still to come, else what is no date.
Review reviewOf(const Journey& of, std::chrono::year_month_day today) {
  Review out;
  std::optional<std::chrono::year_month_day> latest;
  for (model::EntryRef ref : of.journey->entries) {
    const model::Entry& entry = of.map->entry(ref);
    if (entry.construct != Construct::Reviewed) continue;
    std::string text = saidIn(entry);
    if (text.empty()) continue;
    auto date = model::readDate(text);
    bool isDate = date && date->ok();
    if (isDate && *date <= today) {
      if (!latest || *date > *latest) latest = date;
    } else if (out.kind < (isDate ? Review::Kind::ToCome : Review::Kind::NoDate)) {
      out.kind = isDate ? Review::Kind::ToCome : Review::Kind::NoDate;
      out.date = std::move(text);
    }
  }
  if (latest) {
    out.kind = Review::Kind::Done;
    out.date = model::isoDate(*latest);
    out.days = (std::chrono::sys_days(today) - std::chrono::sys_days(*latest)).count();
    out.overdue = out.days > of.source->reviewDays;
  }
  out.map = of.name;
  out.state = of.state;
  out.curve = features::curveOf(*of.map, lint::touchpointsOf(*of.journey));
  return out;
}

}  // namespace

std::vector<Review> reviewsOf(const std::vector<Journey>& journeys,
                              std::chrono::year_month_day today) {
  std::vector<Review> out;
  for (const Journey& of : journeys) out.push_back(reviewOf(of, today));
  std::ranges::stable_sort(out, [](const Review& a, const Review& b) {
    auto key = [](const Review& r) { return std::pair(r.kind == Review::Kind::Done, -r.days); };
    return key(a) < key(b);
  });
  return out;
}

}  // namespace journey::report
