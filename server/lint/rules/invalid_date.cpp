// invalid-date: a review date that is not ISO 8601, impossible, or still to come.
#include "lint/rules.hpp"
#include "model/values.hpp"

namespace journey::lint {

namespace {

void check(const BlockCheck& c) {
  for (std::uint32_t e = 0; e < c.block.entries.size(); ++e) {
    const model::Entry& entry = c.block.entries[e];
    if (entry.construct != Construct::Reviewed || entry.text.empty()) continue;
    if (auto date = model::readDate(entry.text)) {
      if (!date->ok())
        c.report(e, entry.body, Message::invalid_date_impossible, {{"text", entry.text}});
      else if (std::chrono::sys_days(*date) > std::chrono::sys_days(c.context.today))
        c.report(e, entry.body, Message::invalid_date_future, {{"text", entry.text}});
    } else {
      c.report(e, entry.body, Message::invalid_date, {{"text", entry.text}});
    }
  }
}

void fix(const FixRequest& r) {
  Span span = r.absolute(r.finding.span);
  bool first = true;
  for (const auto& date : model::guessDates(r.entry().text)) {
    if (std::chrono::sys_days(date) > std::chrono::sys_days(r.context.today)) continue;
    std::string iso = model::isoDate(date);
    r.offer(Message::fix_change_to, {{"text", iso}}, {{span, iso}}, std::exchange(first, false));
  }
  std::string now = model::isoDate(r.context.today);
  r.offer(Message::fix_set_today, {{"date", now}}, {{span, now}});
}

}  // namespace

const Rule rules::invalidDate{"invalid-date", Severity::Error, &check, nullptr, &fix};

}  // namespace journey::lint
