#include "model/values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <ranges>
#include <utility>

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

namespace {

/// The month that a word names, from 1: whole, in a case («maaliskuuta») or cut («Sept.»).
std::optional<unsigned> monthNamed(std::string_view folded, locale::Language language) {
  constexpr std::size_t shortest = 3;
  if (folded.size() < shortest) return std::nullopt;
  locale::Words months = locale::months(language);
  for (unsigned m = 0; m < months.size(); ++m)
    for (auto part : std::views::split(months[m], ' ')) {
      std::string_view name(part.begin(), part.end());
      if (name.starts_with(folded) || folded.starts_with(name)) return m + 1;
    }
  return std::nullopt;
}

/// «12. mars 2026», «March 12th, 2026»: a day, the year in four digits, and a month by its name.
std::optional<year_month_day> dateInWords(std::string_view text, locale::Language language) {
  std::string folded = text::fold(text);
  std::vector<std::string> numbers;
  std::optional<unsigned> month;
  std::string word;
  auto finish = [&] {
    bool digits = word.find_first_not_of("0123456789") == word.npos;
    if (!word.empty() && digits)
      numbers.push_back(word);
    else if (!month)
      month = monthNamed(word, language);
    word.clear();
  };
  auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
  for (char c : folded) {
    bool inWord = isDigit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    if (!inWord || (!word.empty() && isDigit(c) != isDigit(word.back()))) finish();
    if (inWord) word += c;
  }
  finish();
  if (!month || numbers.size() != 2) return std::nullopt;
  if (numbers[0].size() == 4) std::swap(numbers[0], numbers[1]);
  auto day = readWholeNumber(numbers[0]);
  auto year = readWholeNumber(numbers[1]);
  if (!day || !year || numbers[1].size() != 4) return std::nullopt;
  year_month_day date = dateOf(static_cast<int>(*year), *month, *day);
  return date.ok() ? std::optional(date) : std::nullopt;
}

}  // namespace

std::vector<year_month_day> guessDates(std::string_view text, locale::Language language) {
  for (locale::Language l : {language, locale::Language::En})
    if (auto date = dateInWords(text, l)) return {*date};

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
