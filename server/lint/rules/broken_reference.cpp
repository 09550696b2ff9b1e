// broken-reference: `Next` or a [persona] names nothing in the map.
#include <algorithm>
#include <unordered_set>

#include "lint/journeys.hpp"
#include "lint/overview.hpp"
#include "lint/rules.hpp"
#include "lint/write.hpp"
#include "text/unicode.hpp"

namespace journey::lint {

namespace {

using Names = std::unordered_set<std::string_view>;

Names titles(const model::Map& map, const std::vector<BlockIndex>& blocks) {
  Names names;
  names.reserve(blocks.size());
  for (BlockIndex i : blocks) names.insert(map.block(i).foldedTitle);
  return names;
}

/// The names in «Emma, Ola» or «Emma and Ola».
std::vector<std::string> namesIn(std::string_view text, locale::Language language) {
  std::vector<std::string> joints;  // «and», «or»
  for (locale::Words words :
       {locale::modifiers(language).joints, locale::titleWords(language).joints})
    for (std::string_view word : words) joints.push_back(text::fold(word));
  std::vector<std::string> out(1);
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t end = std::min(text.find_first_of(" ,;/&+", at), text.size());
    std::string_view word = text.substr(at, end - at);
    bool joins = std::ranges::find(joints, text::fold(word)) != joints.end();
    if (joins)
      out.emplace_back();
    else if (!word.empty())
      out.back() += (out.back().empty() ? "" : " ") + std::string(word);
    if (end < text.size() && text[end] != ' ') out.emplace_back();
    at = end + 1;
  }
  std::erase_if(out, [](const std::string& name) { return name.empty(); });
  return out;
}

bool areAllKnown(const std::vector<std::string>& names, const Names& personas) {
  return names.size() > 1 && std::ranges::all_of(names, [&](const std::string& name) {
           return personas.contains(text::fold(name));
         });
}

void check(const MapCheck& c) {
  for (const JourneyOverview& journey : c.overview.journeys) {
    if (!journey.hasNext && !journey.hasMentions) continue;
    std::vector<BlockIndex> described = personasOf(c.map, *journey.journey);
    Names personas = titles(c.map, described);
    std::unordered_set<std::string> reported;
    for (BlockIndex i : journey.touchpoints) {
      const model::Block& block = c.map.block(i);
      for (const model::Way& way : block.ways) {
        const model::Entry& entry = block.entries[way.entry];
        if (entry.text.empty() || entry.isPlaceholder ||
            journey.titled(c.map, way.target, way.hash))
          continue;
        c.report(i, entry.body, Message::broken_reference_next, {{"title", entry.text}}).entry =
            static_cast<std::uint32_t>(way.entry);
      }
      for (const model::Mention& mention : block.mentions) {
        // Where there are no personas yet, adding this one mends all its mentions.
        if (personas.contains(mention.persona) ||
            (described.empty() && !reported.insert(mention.persona).second))
          continue;
        const model::Entry& entry = block.entries[mention.entry];
        bool several = areAllKnown(namesIn(entry.qualifierText, c.map.language), personas);
        c.report(i, entry.qualifier,
                 several ? Message::broken_reference_several : Message::broken_reference_persona,
                 {{"name", entry.qualifierText}})
            .entry = static_cast<std::uint32_t>(mention.entry);
      }
    }
  }
}

/// The whole entry once more for each of the personas that its brackets name.
void offerLineForEach(const FixRequest& r) {
  const model::Entry& entry = r.entry();
  Span whole = r.absolute(entry.whole);
  whole.start = r.text.lineStart(r.text.lineOf(whole.start));
  Span inner = r.absolute(entry.qualifier);
  std::string out;
  for (const std::string& name : namesIn(entry.qualifierText, r.map.language))
    out += (out.empty() ? "" : std::string(lineEnding(r.text))) +
           r.text.slice({whole.start, inner.start}) + name + r.text.slice({inner.end, whole.end});
  r.offer(Message::fix_line_for_each, {}, {{whole, out}}, true);
}

/// «Ola» for «Ola Nordmann», if only one begins so.
std::optional<std::string> beginsWith(std::string_view named,
                                      const std::vector<std::string>& candidates) {
  std::string folded = text::fold(named);
  std::optional<std::string> found;
  for (const std::string& candidate : candidates) {
    std::string other = text::fold(candidate);
    if (folded.empty() || !other.starts_with(folded) || other.size() == folded.size() ||
        (other[folded.size()] != ' ' && other[folded.size()] != ','))
      continue;
    if (found) return std::nullopt;
    found = candidate;
  }
  return found;
}

void fix(const FixRequest& r) {
  const model::Journey* journey = journeyOf(r.map, r.block);
  if (!journey) return;
  if (r.finding.message == Message::broken_reference_several) return offerLineForEach(r);
  const model::Entry& entry = r.entry();
  bool isNext = entry.construct == Construct::Next;
  std::string named = oneLine(isNext ? entry.text : entry.qualifierText);
  std::vector<std::string> candidates;
  for (BlockIndex i : isNext ? touchpointsOf(*journey) : personasOf(r.map, *journey))
    if (!r.map.block(i).title().empty()) candidates.push_back(oneLine(r.map.block(i).title()));
  auto near = nearest(named, candidates, 6);
  if (!near) near = beginsWith(named, candidates);
  // A title with continuation lines cannot be written in place of its first line.
  if (near && (!isNext || entry.lineCount == 1))
    r.offer(Message::fix_change_to, {{"text", *near}}, {{r.absolute(r.finding.span), *near}}, true);
  if (isNext) {
    r.offer(Message::fix_add_touchpoint, {{"title", named}},
            {insertBlockAfterLine(r.text, ownEnd(r.map, r.block),
                                  {entryLine(Construct::Touchpoint, named, r.map.language)})});
  } else {
    r.offer(Message::fix_add_persona, {{"name", named}},
            {addPersona(r.text, r.map, *journey,
                        {entryLine(Construct::Persona, named, r.map.language)})});
  }
}

}  // namespace

const Rule rules::brokenReference{"broken-reference", Severity::Error, nullptr, &check, &fix};

}  // namespace journey::lint
