#include "lint/offer.hpp"

#include <algorithm>
#include <unordered_map>

#include "lint/journeys.hpp"
#include "model/placeholder.hpp"
#include "text/unicode.hpp"

namespace journey::lint {

namespace {

void offerInsert(const FixRequest& r, Construct construct, std::string_view value, TextEdit edit) {
  bool first = r.fixes.empty();
  if (value == blank)
    r.offer(Message::fix_insert,
            {{"keyword", std::string(locale::keyword(construct, r.map.language))}},
            {std::move(edit)}, first);
  else
    r.offer(Message::fix_insert_text, {{"text", entryText(construct, value, r.map.language)}},
            {std::move(edit)}, first);
}

std::vector<std::string> namesIn(const model::Map& map, const Settings& settings,
                                 Construct construct) {
  constexpr std::size_t most = 5;
  struct Use {
    std::string text;
    int count = 0;
  };
  std::vector<Use> uses;  // in the order in which they are seen
  std::unordered_map<std::string, std::size_t> places;
  auto see = [&](std::string_view name, int count) {
    if (name.empty() || model::isPlaceholder(name, construct, map.language)) return;
    auto [place, isNew] = places.try_emplace(text::fold(name), uses.size());
    if (isNew) uses.push_back({std::string(name), 0});
    uses[place->second].count += count;
  };
  for (const model::PlacedBlock& placed : map.blocks) {
    if (construct == Construct::Channel)
      for (const model::Channel& channel : placed->channels) see(channel.text, 1);
    else if (placed->has(construct))
      for (const model::Entry& entry : placed->entries)
        if (entry.construct == construct) see(text::trimmed(entry.text), 1);
  }
  for (const std::string& name :
       construct == Construct::Channel ? settings.channels : settings.owners)
    see(name, 0);
  std::ranges::stable_sort(uses, std::greater{}, &Use::count);
  std::vector<std::string> out;
  for (Use& use : uses)
    if (out.size() < most) out.push_back(std::move(use.text));
  return out;
}

}  // namespace

std::string entryText(Construct construct, std::string_view value, locale::Language language) {
  return std::string(locale::keyword(construct, language)) + ": " + std::string(value);
}

void offerEntry(const FixRequest& r, Construct construct, std::string_view value) {
  offerInsert(r, construct, value, addEntry(r.text, r.map, r.block, construct, value));
}

void offerToOpportunity(const FixRequest& r, Construct construct, std::string_view value) {
  if (r.finding.entry >= r.at().entries.size() || r.entry().opportunity < 0) return;
  offerInsert(r, construct, value,
              addToOpportunity(r.text, r.map, r.block,
                               static_cast<std::size_t>(r.entry().opportunity), construct, value));
}

bool takes(const model::Map& map, const model::Block& block, const model::Opportunity& opportunity,
           Construct construct) {
  return std::ranges::any_of(opportunity.entries, [&](std::size_t e) {
    return isMeant(map, block.entries[e], construct);
  });
}

void askOpportunities(const BlockCheck& c, Construct construct, Message message) {
  for (const model::Opportunity& opportunity : c.block.opportunities) {
    std::size_t first = opportunity.entries.front();
    const model::Entry& head = c.block.entries[first];
    if (head.place != model::Place::Block || head.text.empty() || head.isPlaceholder) continue;
    if (!takes(c.map, c.block, opportunity, construct))
      c.report(static_cast<std::uint32_t>(first), head.whole, message);
  }
}

TextEdit addToOpportunity(const text::Text& text, const model::Map& map, BlockIndex index,
                          std::size_t opportunity, Construct construct, std::string_view value) {
  const model::Block& block = map.block(index);
  const std::vector<std::size_t>& entries = block.opportunities[opportunity].entries;
  auto spaceOf = [&](std::size_t e) {
    std::uint32_t at = map.blocks[index].offset + block.entries[e].whole.start;
    return text.slice({text.lineStart(text.lineOf(at)), at});
  };
  std::string space = entries.size() > 1 ? spaceOf(entries[1]) : spaceOf(entries.front()) + "  ";
  std::uint32_t after = map.blocks[index].offset + block.entries[entries.back()].whole.end;
  return insertAfterLine(text, after, {space + entryText(construct, value, map.language)});
}

std::vector<std::string> knownNames(const FixRequest& r, Construct construct) {
  auto known = r.memo.names.find(construct);
  if (known == r.memo.names.end())
    known = r.memo.names.emplace(construct, namesIn(r.map, *r.context.settings, construct)).first;
  return known->second;
}

}  // namespace journey::lint
