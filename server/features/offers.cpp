#include "features/offers.hpp"

#include <algorithm>
#include <map>
#include <ranges>
#include <set>
#include <span>

#include "features/documentation.hpp"
#include "features/indentation.hpp"
#include "features/skeleton.hpp"
#include "lint/journeys.hpp"
#include "lint/rules.hpp"
#include "lint/write.hpp"
#include "model/phase_model.hpp"
#include "model/phase_names.hpp"
#include "model/values.hpp"
#include "text/unicode.hpp"

namespace journey::features {

namespace {

using locale::Language;
using locale::Message;
using model::Block;
using model::Construct;
using workspace::Snapshot;

Completion offer(Completion::Kind kind, std::string_view text, std::string detail = {}) {
  Completion item;
  item.kind = kind;
  item.label = item.filter = item.insert = std::string(text);
  item.detail = std::move(detail);
  return item;
}

std::string_view firstLine(std::string_view text) { return text.substr(0, text.find('\n')); }

/// Texts with how often they come, the commonest first.
std::vector<std::string> byCount(const auto& counts) {
  std::vector<std::pair<std::string, int>> sorted;
  for (const auto& [text, count] : counts) sorted.emplace_back(text, count);
  std::ranges::stable_sort(sorted, std::greater{}, [](const auto& c) { return c.second; });
  std::vector<std::string> texts;
  for (auto& [text, count] : sorted) texts.push_back(std::move(text));
  return texts;
}

/// What stands in an entry: channels and owners may be several, with commas between.
std::vector<std::string_view> namesIn(Construct construct, std::string_view text) {
  if (construct != Construct::Channel && construct != Construct::Owner) return {text};
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t end = std::min(text.find_first_of(",;", at), text.size());
    out.push_back(text::trimmed(text.substr(at, end - at)));
    at = end + 1;
  }
  return out;
}

/// Texts of all entries of one construct in the document, the commonest first.
std::vector<std::string> usedTexts(const OfferRequest& r, Construct construct) {
  std::map<std::string, int, std::less<>> counts;
  for (const model::PlacedBlock& placed : r.snapshot.map.blocks)
    for (const model::Entry& entry : placed->entries) {
      if (entry.construct != construct || placed.line + entry.line == r.place.lineNumber) continue;
      for (std::string_view text : namesIn(construct, firstLine(entry.text)))
        if (!text.empty() && text != lint::blank)
          ++counts.try_emplace(std::string(text)).first->second;
    }
  return byCount(counts);
}

/// What fits at a place, in the order in which people usually write it. A new block is at home
/// anywhere, so they end each list.
std::vector<Construct> fitting(const Place& place) {
  using enum Construct;
  std::vector<Construct> out;
  auto add = [&](std::initializer_list<Construct> constructs) {
    for (Construct c : constructs)
      if (std::ranges::find(out, c) == out.end()) out.push_back(c);
  };
  if (place.inOpportunity) add({Owner, Votes, Priority, Solution, Metric, Evidence});
  switch (place.open) {
    case Block::Kind::Preamble:
      add({Journey, Persona, Phase, Note});
      break;
    case Block::Kind::Journey:
      add({State, Model, Goal, Scenario, Problem, Reviewed, Author, Segment, Lane, Persona, Phase,
           Evidence, Metric, Note, Journey});
      break;
    case Block::Kind::Persona:
      add({Demographics, Goal, Need, Preference, Behaviour, Quote, Evidence, Image, Note, Persona,
           Phase, Journey});
      break;
    case Block::Kind::Phase:
      add({Touchpoint, Phase, Note, Metric, Evidence, Persona, Journey});
      break;
    case Block::Kind::Touchpoint:
      add({Channel, Action, Thought, Emotion, Pain, Opportunity, Quote, Evidence, Metric, Next,
           Moment, Image, Scene, Note, Touchpoint, Phase, Persona, Journey});
      break;
  }
  return out;
}

/// Entries that are written once in a block.
bool isSingle(Construct c) {
  using enum Construct;
  switch (c) {
    case Model:
    case State:
    case Reviewed:
    case Scenario:
    case Problem:
    case Demographics:
    case Moment:
    case Scene:
    case Owner:
    case Priority:
    case Votes:
      return true;
    default:
      return false;
  }
}

/// A keyword's words, the preferred one first, without those that begin like one before them
/// (plurals mostly).
std::vector<std::string_view> wordsOf(Construct construct, Language language) {
  std::vector<std::string_view> words;
  std::vector<std::string> taken;
  for (std::string_view word : locale::keywords(construct, language)) {
    std::string folded = text::fold(word);
    if (std::ranges::any_of(taken, [&](const std::string& t) { return folded.starts_with(t); }))
      continue;
    words.push_back(word);
    taken.push_back(std::move(folded));
  }
  return words;
}

std::string joined(std::span<const std::string_view> words, std::string_view between) {
  std::string out;
  for (std::string_view word : words) {
    if (!out.empty()) out += between;
    out += word;
  }
  return out;
}

/// Who types «Feel» finds Emotion.
std::string filterOf(Construct construct, Language language) {
  return joined(wordsOf(construct, language), " ");
}

/// True if nothing in the document tells its language yet.
bool isBlank(const OfferRequest& r) {
  const model::Map& map = r.snapshot.map;
  for (const model::Directive& d : map.blocks.front()->directives)
    if (d.kind == model::Directive::Kind::Language) return false;
  for (const model::PlacedBlock& placed : map.blocks)
    for (const model::Entry& entry : placed->entries)
      if (placed.line + entry.line != r.place.lineNumber) return false;
  return true;
}

std::string phasesOf(const locale::PhaseModel& model, Language language) {
  std::string out;
  for (const locale::ModelPhase& phase : model.phases)
    out += (out.empty() ? "" : " · ") + std::string(phase.in(language).front());
  return out;
}

std::vector<Completion> phaseOffers(const OfferRequest& r) {
  std::vector<Completion> out;
  auto add = [&](const locale::ModelPhase& phase, const locale::PhaseModel& model) {
    out.push_back(offer(Completion::Kind::Phase, phase.in(r.snapshot.map.language).front(),
                        locale::say(Message::completion_phase, r.options.language,
                                    {{"model", std::string(model.id)}})));
    out.back().about = about::phase(model, phase);
  };
  const model::Map& map = r.snapshot.map;
  const model::Journey* journey = lint::journeyOf(map, r.place.block);
  std::optional<model::PhaseModelUse> use;
  std::vector<std::string> present;
  if (journey) {
    use = model::phaseModelOf(map, *journey);
    for (const model::Phase& phase : journey->phases)
      if (phase.head != model::noBlock && phase.head != r.place.block)
        present.push_back(model::bareTitle(map.block(phase.head).title()));
  }
  const locale::PhaseModel* model = use ? use->model : locale::phaseModel("purchase");
  for (std::size_t p = 0; p < model->phases.size(); ++p) {
    bool known = std::ranges::any_of(present, [&](const std::string& title) {
      return model::phaseInModel(title, *model, map.language) == p;
    });
    if (!known) add(model->phases[p], *model);
  }
  // No model yet: the first phases of the others are a start too.
  if (!use && present.empty())
    for (const locale::PhaseModel& other : map.conventions->models()) {
      std::string_view name = other.phases.front().in(map.language).front();
      if (std::ranges::find(out, name, &Completion::label) == out.end())
        add(other.phases.front(), other);
    }
  return out;
}

std::vector<Completion> titleOffers(const OfferRequest& r,
                                    const std::vector<model::BlockIndex>& blocks) {
  std::vector<Completion> out;
  std::set<std::string> seen;
  for (model::BlockIndex i : blocks) {
    std::string title = lint::oneLine(r.snapshot.map.block(i).title());
    if (i == r.place.block || title.empty() || !seen.insert(text::fold(title)).second) continue;
    out.push_back(offer(Completion::Kind::Reference, title));
    out.back().about = about::block(r.snapshot.map.block(i).head().construct, title);
  }
  return out;
}

/// Channels or owners in the other maps of the workspace, the commonest first.
std::vector<std::string> textsElsewhere(const OfferRequest& r, Construct construct) {
  using workspace::Name;
  if (!r.options.files || (construct != Construct::Channel && construct != Construct::Owner))
    return {};
  auto kind = construct == Construct::Channel ? Name::Kind::Channel : Name::Kind::Owner;
  struct Use {
    std::string text;
    int count = 0;
  };
  std::map<std::string, Use, std::less<>> uses;  // by folded text
  workspace::ViewPtr all = r.options.files();
  for (const workspace::FilePtr& file : all->files) {
    if (file->snapshot.get() == &r.snapshot) continue;
    for (const Name& name : file->facts->names) {
      if (name.kind != kind || name.text == lint::blank) continue;
      Use& use = uses[name.folded];
      if (use.count++ == 0) use.text = name.text;
    }
  }
  return byCount(uses | std::views::values | std::views::transform([](const Use& use) {
                   return std::pair(use.text, use.count);
                 }));
}

/// Texts that the map has, then those that the project and its other maps know besides.
std::vector<Completion> textOffers(const OfferRequest& r, Construct construct) {
  static const std::vector<std::string> none;
  const lint::Settings& settings = *r.snapshot.context.settings;
  const std::vector<std::string>& known = construct == Construct::Channel ? settings.channels
                                          : construct == Construct::Owner ? settings.owners
                                                                          : none;
  std::vector<Completion> out;
  std::set<std::string> seen;
  auto add = [&](const std::string& text, Message detail) {
    if (seen.insert(text::fold(text)).second)
      out.push_back(offer(Completion::Kind::Value, text, locale::say(detail, r.options.language)));
  };
  for (const std::string& text : usedTexts(r, construct)) {
    // In the project's spelling, if it has one.
    auto same = std::ranges::find(known, text::fold(text), text::fold);
    add(same == known.end() ? text : *same, Message::completion_used);
  }
  for (const std::string& text : known) add(text, Message::completion_project);
  for (const std::string& text : textsElsewhere(r, construct))
    add(text, Message::completion_elsewhere);
  return out;
}

/// Personas that the workspace's libraries describe and this file has not.
std::vector<Completion> libraryOffers(const OfferRequest& r) {
  std::vector<Completion> out;
  if (!r.snapshot.context.library) return out;
  std::set<std::string> here;
  for (const model::PlacedBlock& placed : r.snapshot.map.blocks)
    if (placed->kind == Block::Kind::Persona) here.insert(text::fold(placed->title()));
  std::set<std::string> titles;
  for (const auto& [folded, persona] : r.snapshot.context.library->personas)
    if (!here.contains(folded)) titles.insert(persona.title);
  for (const std::string& title : titles)
    out.push_back(offer(Completion::Kind::Reference, title,
                        locale::say(Message::completion_project, r.options.language)));
  return out;
}

/// How deep the formatter sets an entry of a construct here.
std::size_t levelAt(const Place& place, Construct c) {
  using syntax::Level;
  if (c == Construct::Touchpoint) return 1;
  if (syntax::opensBlock(c)) return 0;
  std::size_t own = place.open == Block::Kind::Preamble     ? 0
                    : place.open == Block::Kind::Touchpoint ? 2
                                                            : 1;
  Level level = syntax::levelOf(c);
  return own +
         (place.inOpportunity && (level == Level::Opportunity || level == Level::Any) ? 1 : 0);
}

}  // namespace

std::vector<Completion> keywordOffers(const OfferRequest& r) {
  std::vector<Completion> out;
  const model::Map& map = r.snapshot.map;
  std::vector<Construct> constructs = fitting(r.place);
  std::erase_if(constructs,
                [&](Construct c) { return isSingle(c) && r.place.present.contains(c); });
  // What the block still lacks stands before what it has.
  std::ranges::stable_partition(constructs,
                                [&](Construct c) { return !r.place.present.contains(c); });

  std::string_view unit =
      indentUnit(r.snapshot, r.place.block, r.place.lineNumber).value_or(usualUnit);
  text::Span space{
      r.place.lineStart,
      r.place.lineStart +
          std::min(static_cast<std::uint32_t>(leadingSpace(r.place.line)), r.place.column)};
  std::string written = r.snapshot.text.slice(space);
  auto indented = [&](Completion item, Construct c) {
    std::string wanted = repeated(unit, levelAt(r.place, c));
    if (wanted != written) item.indentation = {space, wanted};
    return item;
  };
  auto add = [&](std::string_view word, Construct c, Construct placedLike) -> Completion& {
    Completion item =
        offer(syntax::opensBlock(c) ? Completion::Kind::Block : Completion::Kind::Keyword, word);
    item.insert += ": ";
    item.about = about::keyword(c);
    return out.emplace_back(indented(std::move(item), placedLike));
  };
  for (Construct c : constructs) {
    std::vector<std::string_view> words = wordsOf(c, map.language);
    Completion& item = add(words.front(), c, c);
    item.filter = joined(words, " ");
    // Why typing something else has found it; two are enough to tell.
    item.detail =
        joined(std::span(words).subspan(1, std::min<std::size_t>(words.size() - 1, 2)), ", ");
  }

  if (r.place.open == Block::Kind::Touchpoint) {
    std::set<std::string> seen;
    for (const std::string& name : lint::laneNames(map))
      if (name.find_first_of(":[") == std::string::npos && seen.insert(text::fold(name)).second)
        add(name, Construct::Lane, Construct::Unknown);
  }

  // The first word chooses the language of the document.
  bool blank = isBlank(r);
  if (blank)
    for (Language l : locale::allLanguages)
      if (l != map.language)
        add(locale::keyword(Construct::Journey, l), Construct::Journey, Construct::Journey).detail =
            locale::nameOf(l);

  if (!r.options.snippets) return out;
  // Whole blocks in one go.
  auto addSkeleton = [&](const Skeleton& skeleton) {
    Completion item =
        offer(Completion::Kind::Block, locale::keyword(skeleton.head, skeleton.language));
    item.label += " …";
    item.filter = filterOf(skeleton.head, skeleton.language);
    item.snippet = true;
    item.insert = snippetOf(skeleton, unit);
    item.about = about::skeleton(skeleton);
    if (skeleton.model) {
      item.label += ' ' + std::string(skeleton.model->id);
      item.filter += ' ' + std::string(skeleton.model->id);
      item.detail = phasesOf(*skeleton.model, skeleton.language);
    } else {
      for (const SkeletonLine& line : linesOf(skeleton))
        if (line.keyword != locale::keyword(skeleton.head, skeleton.language))
          item.detail += (item.detail.empty() ? "" : " · ") + std::string(line.keyword);
    }
    out.push_back(indented(std::move(item), skeleton.head));
  };
  for (Construct head : {Construct::Touchpoint, Construct::Phase, Construct::Persona})
    if (std::ranges::find(constructs, head) != constructs.end())
      addSkeleton({head, map.language, nullptr});
  if (r.place.open == Block::Kind::Preamble)
    for (const locale::PhaseModel& model : map.conventions->models())
      addSkeleton({Construct::Journey, map.language, &model});
  if (blank)
    for (Language l : locale::allLanguages)
      if (l != map.language) addSkeleton({Construct::Journey, l, &locale::phaseModels().front()});
  return out;
}

std::vector<Completion> emotionOffers(const OfferRequest& r) {
  std::vector<Completion> out;
  std::set<std::string_view> seen;
  for (const locale::Emotion& emotion : locale::emotions(r.snapshot.map.language)) {
    std::string valence = (emotion.valence > 0   ? "+"
                           : emotion.valence < 0 ? "−"
                                                 : "") +
                          std::to_string(std::abs(emotion.valence));
    std::string detail =
        locale::say(Message::completion_emotion, r.options.language, {{"valence", valence}});
    auto add = [&](std::string_view word) {
      if (!seen.insert(word).second) return;
      Completion item = offer(Completion::Kind::Emotion,
                              std::string(emotion.emoji) + ' ' + std::string(word), detail);
      item.filter = std::string(word);
      out.push_back(std::move(item));
    };
    add(emotion.word);
    for (std::string_view form : emotion.forms) add(form);
  }
  return out;
}

std::vector<Completion> valueOffers(const OfferRequest& r, Construct construct) {
  using enum Construct;
  using Kind = Completion::Kind;
  const model::Map& map = r.snapshot.map;
  std::vector<Completion> out;
  switch (construct) {
    case Phase:
      return phaseOffers(r);
    case Persona:
      return libraryOffers(r);
    case State:
      for (std::size_t s = 0; s < locale::stateCount; ++s)
        out.push_back(offer(Kind::Value,
                            locale::states(static_cast<locale::State>(s), map.language).front()));
      return out;
    case Priority:
      for (std::size_t p = 0; p < locale::priorityCount; ++p)
        out.push_back(
            offer(Kind::Value, locale::priority(static_cast<locale::Priority>(p), map.language)));
      return out;
    case Model:
      for (const locale::PhaseModel& model : map.conventions->models()) {
        out.push_back(offer(Kind::Value, model.id, phasesOf(model, map.language)));
        out.back().about = about::model(model);
      }
      return out;
    case Reviewed:
      return {offer(Kind::Value, model::isoDate(r.snapshot.context.today))};
    case Next:
      if (const model::Journey* journey = lint::journeyOf(map, r.place.block))
        return titleOffers(r, lint::touchpointsOf(*journey));
      return out;
    case Channel:
    case Owner:
    case Author:
    case Evidence:
    case Metric:
    case Segment:
      return textOffers(r, construct);
    default:
      return out;
  }
}

std::vector<Completion> personaOffers(const OfferRequest& r) {
  const model::Journey* journey = lint::journeyOf(r.snapshot.map, r.place.block);
  return journey ? titleOffers(r, lint::personasOf(r.snapshot.map, *journey))
                 : std::vector<Completion>{};
}

std::vector<Completion> directiveOffers(const OfferRequest& r) {
  std::vector<Completion> out;
  // Behind the first entry the language is settled.
  const std::vector<model::Entry>& first = r.snapshot.map.blocks.front()->entries;
  if (r.place.block == 0 && (first.empty() || first.front().line > r.place.lineNumber))
    out.push_back(offer(Completion::Kind::Comment, "language: ",
                        locale::say(Message::completion_language, r.options.language)));
  out.push_back(offer(Completion::Kind::Comment, "journey-ignore: ",
                      locale::say(Message::completion_ignore, r.options.language)));
  out.push_back(offer(Completion::Kind::Comment, "journey-ignore-file: ",
                      locale::say(Message::completion_ignore_file, r.options.language)));
  return out;
}

std::vector<Completion> directiveValueOffers(const OfferRequest& r, std::string_view directive) {
  std::vector<Completion> out;
  if (directive == "language")
    for (Language l : locale::allLanguages)
      out.push_back(
          offer(Completion::Kind::Value, locale::codeOf(l), std::string(locale::nameOf(l))));
  if (directive != "journey-ignore" && directive != "journey-ignore-file") return out;

  // Rules that speak of the line below first, then those that speak at all.
  std::map<std::string_view, int> rank;
  for (const lint::PlacedFinding& placed : r.snapshot.findings()) {
    std::uint32_t line =
        r.snapshot.text.lineOf(r.snapshot.map.absolute(placed.block, placed.finding->span).start);
    int& best = rank[placed.finding->rule->id];
    best = std::min(best, line == r.place.lineNumber + 1 ? -2 : -1);
  }
  for (const lint::Rule* rule : lint::allRules()) {
    out.push_back(offer(Completion::Kind::Value, rule->id));
    out.back().about = about::rule(rule->id);
  }
  std::ranges::stable_sort(out, {}, [&](const Completion& item) {
    auto found = rank.find(item.label);
    return found == rank.end() ? 0 : found->second;
  });
  return out;
}

}  // namespace journey::features
