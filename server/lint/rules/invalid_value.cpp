// invalid-value: a state, model, priority, score or number of votes that is none.
#include <algorithm>

#include "lint/journeys.hpp"
#include "lint/rules.hpp"
#include "model/values.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace journey::lint {

namespace {

std::vector<std::string> allowed(Construct c, const model::Map& map) {
  std::vector<std::string> values;
  if (c == Construct::State)
    for (std::size_t s = 0; s < locale::stateCount; ++s)
      values.emplace_back(locale::states(static_cast<locale::State>(s), map.language).front());
  if (c == Construct::Priority)
    for (std::size_t p = 0; p < locale::priorityCount; ++p)
      values.emplace_back(locale::priority(static_cast<locale::Priority>(p), map.language));
  if (c == Construct::Model)
    for (const locale::PhaseModel& model : map.conventions->models()) values.emplace_back(model.id);
  return values;
}

bool isValid(const model::Map& map, const model::Entry& entry) {
  switch (entry.construct) {
    case Construct::State:
      return model::readState(entry.text, map.language).has_value();
    case Construct::Priority:
      return model::readPriority(entry.text, map.language).has_value();
    case Construct::Votes:
      return model::readWholeNumber(entry.text).has_value();
    case Construct::Model:
      return map.conventions->modelNamed(entry.text) != nullptr;
    default:
      return true;
  }
}

std::string listed(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : ", ") + value;
  return out;
}

/// «1 000», «1.000», «1,000» without what parts the thousands.
std::optional<std::string> thousands(std::string_view text) {
  std::string digits;
  std::size_t group = 0;  // digits since the last separator
  for (std::size_t at = 0; at < text.size();) {
    text::CodePoint c = text::decode(text.substr(at));
    if (c.value >= '0' && c.value <= '9') {
      digits += static_cast<char>(c.value);
      ++group;
    } else {
      bool separates =
          text::isSpace(c.value) || c.value == '.' || c.value == ',' || c.value == '\'';
      if (!separates || group == 0 || (digits.size() > group ? group != 3 : group > 3))
        return std::nullopt;
      group = 0;
    }
    at += c.length;
  }
  if (group != 3 || digits.size() <= 3 || !model::readWholeNumber(digits)) return std::nullopt;
  return digits;
}

/// The runs of digits in a text that are numbers of votes, each once.
std::vector<std::string> numbersIn(std::string_view text) {
  if (auto number = thousands(text)) return {*number};
  std::vector<std::string> numbers;
  bool inside = false;
  for (char c : text) {
    bool digit = c >= '0' && c <= '9';
    if (digit && !inside) numbers.emplace_back();
    if (digit) numbers.back() += c;
    inside = digit;
  }
  std::erase_if(numbers, [](const std::string& number) { return !model::readWholeNumber(number); });
  std::ranges::sort(numbers);
  numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
  return numbers;
}

void check(const BlockCheck& c) {
  for (std::uint32_t e = 0; e < c.block.entries.size(); ++e) {
    const model::Entry& entry = c.block.entries[e];
    if (entry.text.empty() || entry.isPlaceholder || isValid(c.map, entry)) continue;
    if (entry.construct == Construct::Votes) {
      c.report(e, entry.body, Message::invalid_value_votes, {{"text", entry.text}});
    } else {
      Message message = entry.construct == Construct::Priority ? Message::invalid_value_priority
                                                               : Message::invalid_value;
      c.report(e, entry.body, message,
               {{"text", entry.text},
                {"keyword", entry.word},
                {"values", listed(allowed(entry.construct, c.map))}});
    }
  }
  for (const model::Emotion& emotion : c.block.emotions)
    if (emotion.invalidScore)
      c.report(static_cast<std::uint32_t>(emotion.entry), *emotion.invalidScore,
               Message::invalid_value_score);
}

void fix(const FixRequest& r) {
  Span span = r.absolute(r.finding.span);
  const model::Entry& entry = r.entry();
  if (entry.construct != Construct::Emotion && entry.lineCount > 1)
    return;  // no value goes on for lines
  if (entry.construct == Construct::Emotion) {
    for (std::string_view score : {"(+2)", "(+1)", "(0)", "(-1)", "(-2)"})
      r.offer(Message::fix_change_to, {{"text", std::string(score)}}, {{span, std::string(score)}});
  } else if (entry.construct == Construct::Votes) {
    std::vector<std::string> numbers = numbersIn(entry.text);
    for (const std::string& number : numbers)
      r.offer(Message::fix_change_to, {{"text", number}}, {{span, number}}, numbers.size() == 1);
    if (numbers.empty()) r.offer(Message::fix_change_to, {{"text", "0"}}, {{span, "0"}});
  } else {
    std::vector<std::string> values = allowed(entry.construct, r.map);
    auto near = nearest(entry.text, values);
    if (auto found = near ? std::ranges::find(values, *near) : values.end(); found != values.end())
      std::rotate(values.begin(), found, found + 1);
    for (const std::string& value : values)
      r.offer(Message::fix_change_to, {{"text", value}}, {{span, value}}, near == value).safe =
          near == value && isSlip(entry.text, value);
  }
}

}  // namespace

const Rule rules::invalidValue{"invalid-value", Severity::Error, &check, nullptr, &fix};

}  // namespace journey::lint
