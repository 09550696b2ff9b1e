// The constructs of the language: what a keyword can mean.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace journey::syntax {

enum class Construct : std::uint8_t {
  Journey,
  Model,
  State,
  Reviewed,
  Author,
  Scenario,
  Problem,
  Segment,
  Lane,
  Persona,
  Goal,
  Need,
  Preference,
  Demographics,
  Behaviour,
  Phase,
  Touchpoint,
  Channel,
  Action,
  Thought,
  Emotion,
  Pain,
  Quote,
  Image,
  Scene,
  Moment,
  Next,
  Opportunity,
  Solution,
  Owner,
  Priority,
  Votes,
  Metric,
  Evidence,
  Note,
  Unknown,  // a word before a colon that is no keyword
};

inline constexpr std::size_t constructCount = static_cast<std::size_t>(Construct::Unknown);

/// Names as in grammar/locales/*.json and in the grammar (`<name>_keyword`), in the enum's order.
inline constexpr std::array<std::string_view, constructCount + 1> constructNames = {
    "journey",    "model",        "state",     "reviewed",    "author",     "scenario",
    "problem",    "segment",      "lane",      "persona",     "goal",       "need",
    "preference", "demographics", "behaviour", "phase",       "touchpoint", "channel",
    "action",     "thought",      "emotion",   "pain",        "quote",      "image",
    "scene",      "moment",       "next",      "opportunity", "solution",   "owner",
    "priority",   "votes",        "metric",    "evidence",    "note",       "unknown"};

constexpr std::string_view nameOf(Construct c) {
  return constructNames[static_cast<std::size_t>(c)];
}

constexpr std::optional<Construct> constructNamed(std::string_view name) {
  for (std::size_t i = 0; i < constructNames.size(); ++i)
    if (constructNames[i] == name) return static_cast<Construct>(i);
  return std::nullopt;
}

/// Blocks, outermost first. An opportunity lives inside a touchpoint's lines.
constexpr bool opensBlock(Construct c) {
  return c == Construct::Journey || c == Construct::Persona || c == Construct::Phase ||
         c == Construct::Touchpoint;
}

/// True for those whose [qualifier] is a persona's name.
constexpr bool mayNamePersona(Construct c) {
  return c == Construct::Emotion || c == Construct::Thought || c == Construct::Action ||
         c == Construct::Quote;
}

/// Which block a construct belongs in (keywords.tsv, column «level»).
enum class Level : std::uint8_t { Root, Journey, Persona, Phase, Touchpoint, Opportunity, Any };

constexpr Level levelOf(Construct c) {
  using enum Construct;
  switch (c) {
    case Journey:
      return Level::Root;
    case Model:
    case State:
    case Reviewed:
    case Author:
    case Scenario:
    case Problem:
    case Segment:
    case Lane:
    case Goal:
    case Persona:
    case Phase:
      return Level::Journey;
    case Need:
    case Preference:
    case Demographics:
    case Behaviour:
      return Level::Persona;
    case Touchpoint:
      return Level::Phase;
    case Channel:
    case Action:
    case Thought:
    case Emotion:
    case Pain:
    case Quote:
    case Image:
    case Scene:
    case Moment:
    case Next:
    case Opportunity:
      return Level::Touchpoint;
    case Solution:
    case Owner:
    case Priority:
    case Votes:
      return Level::Opportunity;
    case Metric:
    case Evidence:
    case Note:
    case Unknown:
      return Level::Any;
  }
  return Level::Any;
}

}  // namespace journey::syntax
