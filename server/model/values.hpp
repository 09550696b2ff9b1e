// Values of entries that are more than words: states, priorities, numbers, dates.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "locale/vocabulary.hpp"

namespace journey::model {

/// In the document's language or in English.
std::optional<locale::State> readState(std::string_view text, locale::Language language);

/// High, medium, low, or a number from 1 (1 is the most urgent).
using Priority = std::variant<locale::Priority, std::uint32_t>;
std::optional<Priority> readPriority(std::string_view text, locale::Language language);

/// Digits only, up to nine of them.
std::optional<std::uint32_t> readWholeNumber(std::string_view text);

/// `YYYY-MM-DD` (ISO 8601). The result may be no day of the calendar: ask ok().
std::optional<std::chrono::year_month_day> readDate(std::string_view text);
/// Days that a date in another common form may mean, the likeliest first; all of the calendar.
/// Months by name in a language and in English.
std::vector<std::chrono::year_month_day> guessDates(std::string_view text,
                                                    locale::Language language);
std::string isoDate(std::chrono::year_month_day date);

}  // namespace journey::model
