#include "features/completion.hpp"

#include <algorithm>
#include <map>

#include "features/place.hpp"
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
using text::Span;
using workspace::Snapshot;

Message aboutOf(Construct c) {
  return static_cast<Message>(static_cast<std::size_t>(Message::about_journey) + static_cast<std::size_t>(c));
}

struct Request {
  const Snapshot& snapshot;
  Place place;
  Language user;
  bool snippets;
  Completions& out;

  Language document() const { return snapshot.map.language; }
  std::string say(Message message, const locale::Arguments& arguments = {}) const {
    return locale::say(message, user, arguments);
  }
  void add(Completion::Kind kind, std::string_view text, std::string detail = {}) const {
    Completion item;
    item.kind = kind;
    item.label = item.filter = item.insert = std::string(text);
    item.detail = std::move(detail);
    out.items.push_back(std::move(item));
  }
};

/// Texts of all entries of one construct in the document, the commonest first.
std::vector<std::string> usedTexts(const Snapshot& snapshot, Construct construct, std::uint32_t exceptLine) {
  std::map<std::string, int> counts;
  for (const model::PlacedBlock& placed : snapshot.map.blocks)
    for (const model::Entry& entry : placed->entries)
      if (entry.construct == construct && !entry.text.empty() && placed.line + entry.line != exceptLine &&
          entry.text != lint::blank)
        ++counts[entry.text.substr(0, entry.text.find('\n'))];
  std::vector<std::string> texts;
  for (const auto& [text, count] : counts) texts.push_back(text);
  std::ranges::stable_sort(texts, [&](const auto& a, const auto& b) { return counts[a] > counts[b]; });
  return texts;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '$' || c == '}' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

/// What fits at a place, in the order in which people usually write it. Blocks come last unless
/// the block is complete enough to go on.
std::vector<Construct> fitting(const Place& place) {
  using enum Construct;
  std::vector<Construct> out;
  auto add = [&](std::initializer_list<Construct> constructs) { out.insert(out.end(), constructs); };
  if (place.inOpportunity) add({Owner, Votes, Priority, Solution, Metric, Evidence});
  switch (place.open) {
    case Block::Kind::Preamble: add({Journey, Persona, Phase, Note}); break;
    case Block::Kind::Journey:
      add({State, Model, Goal, Scenario, Problem, Reviewed, Author, Segment, Lane, Persona, Phase, Evidence, Metric, Note,
           Journey});
      break;
    case Block::Kind::Persona:
      add({Demographics, Goal, Need, Preference, Behaviour, Quote, Evidence, Image, Note, Persona, Phase});
      break;
    case Block::Kind::Phase: add({Touchpoint, Phase, Note, Metric, Evidence}); break;
    case Block::Kind::Touchpoint:
      add({Channel, Action, Thought, Emotion, Pain, Opportunity, Quote, Evidence, Metric, Next, Moment, Image, Scene, Note,
           Touchpoint, Phase});
      break;
  }
  std::vector<Construct> unique;
  for (Construct c : out)
    if (std::ranges::find(unique, c) == unique.end()) unique.push_back(c);
  return unique;
}

/// Entries that are written once in a block.
bool isSingle(Construct c) {
  using enum Construct;
  switch (c) {
    case Model: case State: case Reviewed: case Scenario: case Problem: case Demographics: case Moment:
    case Scene: case Owner: case Priority: case Votes: return true;
    default: return false;
  }
}

void keywords(const Request& r) {
  std::vector<Construct> constructs = fitting(r.place);
  std::erase_if(constructs, [&](Construct c) { return isSingle(c) && r.place.present.contains(c); });
  // What the block still lacks stands before what it has.
  std::ranges::stable_partition(constructs, [&](Construct c) { return !r.place.present.contains(c); });
  auto add = [&](std::string_view word, Construct c, bool block) {
    Completion item;
    item.kind = block ? Completion::Kind::Block : Completion::Kind::Keyword;
    item.label = item.filter = std::string(word);
    item.snippet = r.snippets;
    item.insert = std::string(word) + ": " + (r.snippets ? "$0" : "");
    item.detail = r.say(Message::completion_keyword);
    item.about = aboutOf(c);
    r.out.items.push_back(std::move(item));
  };
  for (Construct c : constructs) add(locale::keyword(c, r.document()), c, syntax::opensBlock(c));
  if (r.place.open == Block::Kind::Touchpoint)
    for (const model::PlacedBlock& placed : r.snapshot.map.blocks)
      for (const model::Entry& entry : placed->entries)
        if (entry.construct == Construct::Lane && !entry.text.empty()) add(entry.text, Construct::Lane, false);

  // A whole touchpoint in one go.
  bool touchpointFits = r.place.open == Block::Kind::Phase || r.place.open == Block::Kind::Touchpoint;
  if (r.snippets && touchpointFits) {
    auto word = [&](Construct c) { return escaped(locale::keyword(c, r.document())); };
    Completion item;
    item.kind = Completion::Kind::Block;
    item.label = std::string(locale::keyword(Construct::Touchpoint, r.document())) + " …";
    item.filter = std::string(locale::keyword(Construct::Touchpoint, r.document()));
    item.snippet = true;
    // A client indents the lines that follow like the one it inserts into.
    item.insert = word(Construct::Touchpoint) + ": $1\n  " + word(Construct::Channel) + ": $2\n  " +
                  word(Construct::Action) + ": $3\n  " + word(Construct::Thought) + ": $4\n  " +
                  word(Construct::Emotion) + ": $0";
    item.detail = r.say(Message::completion_keyword);
    item.about = aboutOf(Construct::Touchpoint);
    r.out.items.push_back(std::move(item));
  }
}

void phases(const Request& r) {
  const model::Journey* journey = lint::journeyOf(r.snapshot.map, r.place.block);
  std::optional<model::PhaseModelUse> use;
  std::vector<std::string> present;
  if (journey) {
    use = model::phaseModelOf(r.snapshot.map, *journey);
    for (const model::Phase& phase : journey->phases)
      if (phase.head != model::noBlock && phase.head != r.place.block)
        present.push_back(model::bareTitle(r.snapshot.map.block(phase.head).title()));
  }
  const locale::PhaseModel* model = use ? use->model : locale::phaseModel("purchase");
  for (std::size_t p = 0; p < model->phases.size(); ++p) {
    bool known = false;
    for (const std::string& title : present) known |= model::phaseInModel(title, *model, r.document()) == p;
    if (!known)
      r.add(Completion::Kind::Phase, model->phases[p].in(r.document()).front(),
            r.say(Message::completion_phase, {{"model", std::string(model->id)}}));
  }
  if (use) return;
  // No model yet: the first phases of the others are a start too.
  for (const locale::PhaseModel& other : locale::phaseModels())
    if (&other != model && present.empty())
      r.add(Completion::Kind::Phase, other.phases.front().in(r.document()).front(),
            r.say(Message::completion_phase, {{"model", std::string(other.id)}}));
}

std::string signedText(int valence) { return (valence > 0 ? "+" : valence < 0 ? "−" : "") + std::to_string(std::abs(valence)); }

void emotions(const Request& r) {
  // Somebody who typed an emoji wants the word alone.
  std::string_view typed = std::string_view(r.place.line).substr(0, r.place.column);
  bool hasEmoji = std::ranges::any_of(text::graphemes(typed), [](std::string_view g) {
    return static_cast<unsigned char>(g[0]) >= 0x80 && locale::emojiValence(g).has_value();
  });
  for (const locale::Emotion& emotion : locale::emotions(r.document())) {
    auto add = [&](std::string_view word) {
      Completion item;
      item.kind = Completion::Kind::Emotion;
      item.label = std::string(emotion.emoji) + ' ' + std::string(word);
      item.filter = std::string(word);
      item.insert = hasEmoji ? std::string(word) : item.label;
      item.detail = r.say(Message::completion_emotion, {{"valence", signedText(emotion.valence)}});
      r.out.items.push_back(std::move(item));
    };
    add(emotion.word);
    if (!emotion.forms.empty()) add(emotion.forms.front());
  }
}

void values(const Request& r, Construct construct) {
  using enum Construct;
  const model::Map& map = r.snapshot.map;
  switch (construct) {
    case Phase: return phases(r);
    case Emotion: return emotions(r);
    case State:
      for (std::size_t s = 0; s < locale::stateCount; ++s)
        r.add(Completion::Kind::Value, locale::states(static_cast<locale::State>(s), r.document()).front());
      return;
    case Priority:
      for (std::size_t p = 0; p < locale::priorityCount; ++p)
        r.add(Completion::Kind::Value, locale::priority(static_cast<locale::Priority>(p), r.document()));
      return;
    case Model:
      for (const locale::PhaseModel& model : locale::phaseModels()) {
        std::string detail;
        for (const locale::ModelPhase& phase : model.phases)
          detail += (detail.empty() ? "" : " · ") + std::string(phase.in(r.document()).front());
        r.add(Completion::Kind::Value, model.id, detail);
      }
      return;
    case Reviewed: return r.add(Completion::Kind::Value, model::isoDate(r.snapshot.context.today));
    case Next:
      if (const model::Journey* journey = lint::journeyOf(map, r.place.block))
        for (model::BlockIndex i : lint::touchpointsOf(*journey))
          if (i != r.place.block && !map.block(i).title().empty())
            r.add(Completion::Kind::Reference, map.block(i).title());
      return;
    case Channel: case Owner: case Author: case Evidence: case Metric: case Segment:
      for (const std::string& text : usedTexts(r.snapshot, construct, r.place.lineNumber))
        r.add(Completion::Kind::Value, text, r.say(Message::completion_used));
      return;
    default: return;
  }
}

void personas(const Request& r) {
  if (const model::Journey* journey = lint::journeyOf(r.snapshot.map, r.place.block))
    for (model::BlockIndex i : lint::personasOf(r.snapshot.map, *journey))
      if (!r.snapshot.map.block(i).title().empty())
        r.add(Completion::Kind::Reference, r.snapshot.map.block(i).title());
}

void comments(const Request& r, std::string_view typed) {
  if (typed.find("journey-ignore") != typed.npos) {
    for (const lint::Rule* rule : lint::allRules()) r.add(Completion::Kind::Value, rule->id);
  } else if (typed.find("language") != typed.npos) {
    for (Language l : locale::allLanguages)
      r.add(Completion::Kind::Value, locale::codeOf(l), std::string(locale::nameOf(l)));
  } else {
    for (std::string_view word : {"language: ", "journey-ignore: ", "journey-ignore-file: "})
      r.add(Completion::Kind::Comment, word);
  }
}

}  // namespace

Completions complete(const Snapshot& snapshot, std::uint32_t offset, Language language, bool snippets) {
  Completions out;
  Place place = placeAt(snapshot, offset);
  Request r{snapshot, place, language, snippets, out};
  std::string_view line = place.line;
  std::string_view before = line.substr(0, place.column);
  std::size_t first = line.size() - text::trimmed(line).size();
  // `trimmed` takes from both ends: find the real start.
  first = text::trimmed(line).empty() ? before.size() : static_cast<std::size_t>(text::trimmed(line).data() - line.data());
  first = std::min(first, before.size());
  auto replace = [&](std::size_t from, std::size_t to) {
    out.replace = {place.lineStart + static_cast<std::uint32_t>(from), place.lineStart + static_cast<std::uint32_t>(to)};
  };
  auto skipSpaces = [&](std::size_t at) {
    while (at < before.size() && before[at] == ' ') ++at;
    return at;
  };

  std::string_view typed = before.substr(first);
  if (typed.starts_with('#')) {
    std::size_t word = before.find_last_of(" ,:#") + 1;
    bool directive = typed.find(':') != typed.npos;
    replace(directive ? word : skipSpaces(first + 1), directive ? std::max(word, before.size()) : before.size());
    comments(r, directive ? typed : std::string_view{});
    return out;
  }
  if (typed.starts_with('|')) return out;

  std::size_t open = typed.find('[');
  std::size_t colon = typed.find(':');
  if (open != typed.npos && colon != typed.npos && open < colon && typed.find(']', open) != typed.npos)
    colon = typed.find(':', typed.find(']', open));
  if (colon != typed.npos && (open == typed.npos || colon < open || typed.find(']', open) != typed.npos)) {
    // Behind the colon: a value. The whole rest is replaced, but for an emotion's score.
    std::size_t from = skipSpaces(first + colon + 1);
    std::size_t to = line.size();
    if (place.construct == Construct::Emotion) {
      // Words are chosen one by one: «glad, 😊 forn|».
      std::size_t comma = before.find_last_of(",;/");
      if (comma != before.npos && comma > from) from = skipSpaces(comma + 1);
      std::size_t next = line.find_first_of(",;/(", before.size());
      if (next != line.npos) to = next;
      while (to > before.size() && line[to - 1] == ' ') --to;
    }
    std::size_t end = to;
    while (end > before.size() && (line[end - 1] == ' ' || line[end - 1] == '\t')) --end;
    replace(from, end);
    if (place.construct) values(r, *place.construct);
    if (place.construct == Construct::Emotion) {
      // An emoji in front stays where it is.
      for (std::string_view g : text::graphemes(before.substr(from))) {
        bool keep = (static_cast<unsigned char>(g[0]) >= 0x80 && locale::emojiValence(g).has_value()) || g == " ";
        if (!keep) break;
        from += g.size();
      }
      replace(from, end);
    }
    return out;
  }
  if (open != typed.npos) {
    std::size_t close = line.find(']', before.size());
    replace(skipSpaces(first + open + 1), close == line.npos ? before.size() : close);
    if (place.construct != Construct::Next) personas(r);
    return out;
  }

  // A keyword. What stands behind it is kept: «Emo|: glad» becomes «Emotion: glad».
  std::size_t end = before.size();
  std::size_t colonBehind = line.find(':', before.size());
  std::size_t bracketBehind = line.find('[', before.size());
  std::size_t keywordEnd = std::min({colonBehind, bracketBehind, line.size()});
  bool kept = keywordEnd < line.size();
  if (kept) end = keywordEnd;
  else if (text::trimmed(line.substr(before.size())).empty()) end = line.size();
  replace(first, end);
  keywords(r);
  if (kept)
    for (Completion& item : out.items) {
      item.insert = item.label;
      item.snippet = false;
    }
  return out;
}

}  // namespace journey::features
