// invalid-date: a review date that is not ISO 8601, impossible, or still to come.
#include "lint/rules.hpp"
#include "model/values.hpp"
#include "text/words.hpp"

namespace journey::lint {

namespace {

void check(const BlockCheck& c) {
  for (std::uint32_t e = 0; e < c.block.entries.size(); ++e) {
    const model::Entry& entry = c.block.entries[e];
    if (entry.construct != Construct::Reviewed || entry.text.empty() || entry.isPlaceholder)
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

/// True if a text is one day for every reader: a year of four digits, and a month by its name or
/// one that could not be the day.
bool isCertain(std::string_view text, std::chrono::year_month_day date) {
  // Words beside the month may say who did it: «12 March 2026, Eva».
  if (text.find_first_not_of("0123456789./- ") != text.npos) return text::wordsOf(text).size() <= 3;
  std::string year = model::isoDate(date).substr(0, 4);
  if (text.starts_with(year)) return true;
  auto day = static_cast<unsigned>(date.day());
  bool dots = text.find_first_of("/-") == text.npos;  // who writes dots writes the day first
  return text.ends_with(year) && (dots || day > 12 || day == static_cast<unsigned>(date.month()));
}

void fix(const FixRequest& r) {
  Span span = r.absolute(r.finding.span);
  if (r.entry().lineCount > 1) return;  // no date goes on for lines
  auto dates = model::guessDates(r.entry().text, r.map.language);
  std::erase_if(dates, [&](auto date) {
    return std::chrono::sys_days(date) > std::chrono::sys_days(r.context.today);
  });
  for (const auto& date : dates) {
    std::string iso = model::isoDate(date);
    // 03/04/2026 is March in one country and April in the next: nobody but the author knows.
    r.offer(Message::fix_change_to, {{"text", iso}}, {{span, iso}}, dates.size() == 1).safe =
        isCertain(r.entry().text, date);
  }
  std::string now = model::isoDate(r.context.today);
  r.offer(Message::fix_set_today, {{"date", now}}, {{span, now}});
}

}  // namespace

const Rule rules::invalidDate{"invalid-date", Severity::Error, &check, nullptr, &fix};

}  // namespace journey::lint
