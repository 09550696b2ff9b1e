// unknown-keyword: the word before the colon is no keyword and no lane of the journey.
#include <algorithm>

#include "lint/journeys.hpp"
#include "lint/rules.hpp"
#include "lint/write.hpp"
#include "text/unicode.hpp"

namespace journey::lint {

namespace {

// Words for «step» that people use for phases and touchpoints alike (domain.md (e)).
constexpr std::string_view stepWords[] = {"step", "steg",    "trinn", "trin",
                                          "stap", "schritt", "askel"};

/// «Step 2», «Phase 3:» mean «Step», «Phase».
std::string_view withoutNumber(std::string_view word) {
  if (std::size_t first = word.find_first_not_of("0123456789.) "); first != word.npos)
    word.remove_prefix(first);
  std::size_t last = word.find_last_not_of("0123456789. ");
  return last == word.npos ? word : word.substr(0, last + 1);
}

bool isStep(std::string_view word) {
  std::string folded = text::fold(withoutNumber(word));
  for (std::string_view step : stepWords)
    if (folded == step) return true;
  return false;
}

/// «Smerte» for «Smertepunkt», if keywords of one kind alone begin so.
std::optional<std::string> begunKeyword(const model::Map& map, std::string_view word) {
  constexpr std::size_t longEnough = 5;  // bytes
  std::string folded = text::fold(word);
  if (folded.size() < longEnough) return std::nullopt;
  std::optional<std::string> found;
  for (std::size_t c = 0; c < syntax::constructCount; ++c)
    for (std::string_view form : locale::keywords(static_cast<Construct>(c), map.language)) {
      if (!text::fold(form).starts_with(folded)) continue;
      if (found) return std::nullopt;
      found = form;
      break;
    }
  return found;
}

std::optional<std::string> nearestKeyword(const model::Map& map, std::string_view word) {
  std::vector<std::string> candidates;
  for (std::size_t c = 0; c < syntax::constructCount; ++c)
    for (std::string_view form : locale::keywords(static_cast<Construct>(c), map.language))
      candidates.emplace_back(form);
  for (std::string& lane : laneNames(map)) candidates.push_back(std::move(lane));
  auto near = nearest(withoutNumber(word), candidates);
  return near ? near : begunKeyword(map, withoutNumber(word));
}

/// True if keywords of two kinds are as near.
bool isAmbiguous(const model::Map& map, std::string_view word) {
  int near = 0;
  for (std::size_t c = 0; c < syntax::constructCount; ++c)
    near += std::ranges::any_of(locale::keywords(static_cast<Construct>(c), map.language),
                                [&](std::string_view form) { return isSlip(word, form); });
  for (const std::string& lane : laneNames(map)) near += isSlip(word, lane);
  return near > 1;
}

void check(const BlockCheck& c) {
  for (std::uint32_t e = 0; e < c.block.entries.size(); ++e) {
    const model::Entry& entry = c.block.entries[e];
    if (entry.construct != Construct::Unknown || c.map.isLane(text::fold(entry.word))) continue;
    if (isStep(entry.word)) {
      c.report(e, entry.keyword, Message::unknown_keyword_step, {{"word", entry.word}});
    } else if (auto near = nearestKeyword(c.map, entry.word)) {
      c.report(e, entry.keyword, Message::unknown_keyword_near,
               {{"word", entry.word}, {"keyword", *near}})
          .detail = *near;
    } else {
      c.report(e, entry.keyword, Message::unknown_keyword, {{"word", entry.word}});
    }
  }
}

/// What the written word has besides the keyword that is meant: «Q» of «Phase Q», «2.» of «Phase
/// 2». It then begins the text.
std::string besides(std::string_view written, std::string_view meant) {
  // «1. Phase»
  if (std::size_t first = written.find_first_not_of("0123456789.) ");
      first != 0 && first != written.npos &&
      withoutNumber(written).size() == written.size() - first) {
    std::string number(written.substr(0, written.find_first_not_of("0123456789")));
    return ": " + number + ".";
  }
  std::size_t words = 1 + static_cast<std::size_t>(std::ranges::count(meant, ' '));
  std::size_t at = 0;
  for (std::size_t i = 0; i < words && at != written.npos; ++i)
    at = written.find(' ', at == 0 && i == 0 ? 0 : at + 1);
  std::string rest(at == written.npos ? std::string_view{} : text::trimmed(written.substr(at)));
  if (rest.empty()) return rest;
  bool number = rest.find_first_not_of("0123456789.") == rest.npos;
  if (number && !rest.ends_with('.')) rest += '.';
  return ": " + rest + (number ? "" : ":");
}

void fix(const FixRequest& r) {
  Span keyword = r.absolute(r.finding.span);
  auto become = [&](std::string_view word, bool preferred) -> Fix& {
    std::string rest = besides(r.entry().word, word);
    Span replaced = keyword;
    // With a number the colon goes: «Phase 2: Pay» becomes «Phase: 2. Pay».
    if (rest.ends_with('.') && r.entry().qualifier.empty()) {
      replaced.end = r.absolute(r.entry().body).start;
      if (!r.entry().body.empty()) rest += ' ';
    } else if (!rest.empty() && !r.entry().qualifier.empty()) {
      rest.clear();
      preferred = false;
    } else if (rest.ends_with(':')) {
      rest.pop_back();  // the one that stands there
    }
    return r.offer(Message::fix_change_to, {{"text", std::string(word)}},
                   {{replaced, std::string(word) + rest}}, preferred);
  };
  if (!r.finding.detail.empty()) {
    become(r.finding.detail, true).safe =
        isSlip(r.entry().word, r.finding.detail) && !isAmbiguous(r.map, r.entry().word);
  } else if (isStep(r.entry().word)) {
    become(locale::keyword(Construct::Phase, r.map.language), false);
    become(locale::keyword(Construct::Touchpoint, r.map.language), false);
  }
  const model::Journey* journey = journeyOf(r.map, r.block);
  if (r.finding.detail.empty() && r.at().kind == model::Block::Kind::Touchpoint && journey &&
      journey->head != model::noBlock)
    r.offer(Message::fix_insert_text,
            {{"text", std::string(locale::keyword(Construct::Lane, r.map.language)) + ": " +
                          r.entry().word}},
            {addEntry(r.text, r.map, journey->head, Construct::Lane, r.entry().word)});
  std::string note = std::string(locale::keyword(Construct::Note, r.map.language)) + ": ";
  r.offer(Message::fix_make_note, {}, {{{keyword.start, keyword.start}, note}});
}

}  // namespace

const Rule rules::unknownKeyword{"unknown-keyword", Severity::Error, &check, nullptr, &fix};

}  // namespace journey::lint
