#include "model/values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

#include "text/unicode.hpp"

namespace journey::model {

namespace {

using std::chrono::year_month_day;

year_month_day dateOf(int y, unsigned m, unsigned d) {
  return std::chrono::year(y) / std::chrono::month(m) / std::chrono::day(d);
}

}  // namespace

std::optional<locale::State> readState(std::string_view text, locale::Language language) {
  // «Current state», «To Be», «Ist-Situation»: hyphens are spaces, and words for «state» say
  // nothing.
  constexpr std::array<std::string_view, 16> fillers = {
      "state",   "situation", "map",   "tilstand", "situasjon", "kart",  "läge",    "tillstånd",
      "tilanne", "tila",      "polku", "situatie", "toestand",  "stand", "zustand", "karta"};
  auto bare = [&](std::string_view words) {
    std::string folded = text::fold(words);
    std::ranges::replace(folded, '-', ' ');
    std::size_t space = folded.rfind(' ');
    if (space != folded.npos &&
        std::ranges::find(fillers, std::string_view(folded).substr(space + 1)) != fillers.end())
      folded.resize(space);
    return folded;
  };
  std::string said = bare(text);
  for (locale::Language l : {language, locale::Language::En})
    for (std::size_t s = 0; s < locale::stateCount; ++s)
      for (std::string_view form : locale::states(static_cast<locale::State>(s), l))
        if (said == bare(form)) return static_cast<locale::State>(s);
  return std::nullopt;
}

std::optional<Priority> readPriority(std::string_view text, locale::Language language) {
  if (auto number = readWholeNumber(text)) {
    if (*number == 0) return std::nullopt;
    return Priority(*number);
  }
  std::string folded = text::fold(text);
  for (locale::Language l : {language, locale::Language::En})
    for (std::size_t p = 0; p < locale::priorityCount; ++p)
      if (folded == text::fold(locale::priority(static_cast<locale::Priority>(p), l)))
        return Priority(static_cast<locale::Priority>(p));
  return std::nullopt;
}

std::optional<std::uint32_t> readWholeNumber(std::string_view text) {
  if (text.empty() || text.size() > 9 || text.find_first_not_of("0123456789") != text.npos)
    return std::nullopt;
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::optional<year_month_day> readDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  auto year = readWholeNumber(text.substr(0, 4));
  auto month = readWholeNumber(text.substr(5, 2));
  auto day = readWholeNumber(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return dateOf(static_cast<int>(*year), *month, *day);
}

std::vector<year_month_day> guessDates(std::string_view text) {
  // Three numbers, or eight digits in a row (the basic form of ISO 8601).
  std::vector<std::string> numbers;
  bool open = false;
  char separator = 0;
  for (char c : text) {
    if (c >= '0' && c <= '9') {
      if (!open) numbers.emplace_back();
      numbers.back() += c;
      open = true;
    } else {
      if (numbers.size() == 1 && !separator) separator = c;
      open = false;
    }
  }
  if (numbers.size() == 1 && numbers[0].size() == 8)
    numbers = {numbers[0].substr(0, 4), numbers[0].substr(4, 2), numbers[0].substr(6, 2)};
  if (numbers.size() != 3) return {};
  std::array<unsigned, 3> n{};
  for (std::size_t i = 0; i < 3; ++i) {
    auto value = readWholeNumber(numbers[i]);
    if (!value) return {};
    n[i] = *value;
  }
  std::vector<year_month_day> out;
  auto add = [&](int y, unsigned m, unsigned d) {
    if (y < 100) y += 2000;
    auto date = dateOf(y, m, d);
    if (date.ok() && std::ranges::find(out, date) == out.end()) out.push_back(date);
  };
  if (numbers[0].size() == 4) {
    add(static_cast<int>(n[0]), n[1], n[2]);
  } else {
    add(static_cast<int>(n[2]), n[1], n[0]);
    if (separator == '/') add(static_cast<int>(n[2]), n[0], n[1]);
  }
  return out;
}

std::string isoDate(year_month_day date) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return buffer;
}

}  // namespace journey::model
