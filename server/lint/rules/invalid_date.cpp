// invalid-date: a review date that is not ISO 8601, impossible, or still to come.
#include "lint/placeholder.hpp"
#include "lint/rules.hpp"
#include "model/values.hpp"

namespace journey::lint {

namespace {

void check(const BlockCheck& c) {
  for (std::uint32_t e = 0; e < c.block.entries.size(); ++e) {
    const model::Entry& entry = c.block.entries[e];
    if (entry.construct != Construct::Reviewed || entry.text.empty() || isPlaceholder(entry.text))
      continue;
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
  if (r.entry().lineCount > 1) return;  // no date goes on for lines
  auto dates = model::guessDates(r.entry().text);
  std::erase_if(dates, [&](auto date) {
    return std::chrono::sys_days(date) > std::chrono::sys_days(r.context.today);
  });
  for (const auto& date : dates) {
    std::string iso = model::isoDate(date);
    // 03/04/2026 is March in one country and April in the next: nobody but the author knows.
    r.offer(Message::fix_change_to, {{"text", iso}}, {{span, iso}}, dates.size() == 1);
  }
  std::string now = model::isoDate(r.context.today);
  r.offer(Message::fix_set_today, {{"date", now}}, {{span, now}});
}

}  // namespace

const Rule rules::invalidDate{"invalid-date", Severity::Error, &check, nullptr, &fix};

}  // namespace journey::lint
