// What a lint rule is: a check that yields findings, and fixes made when somebody asks for them.
//
// A finding holds no prose: a message key and its arguments. People read it through locale::say.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/library.hpp"
#include "lint/surroundings.hpp"
#include "locale/message.hpp"
#include "model/map.hpp"
#include "text/span.hpp"
#include "text/text.hpp"

namespace journey::lint {

using locale::Arguments;
using locale::Message;
using model::BlockIndex;
using model::Construct;
using model::EntryRef;
using text::Span;

enum class Severity : std::uint8_t {
  Error = 1,
  Warning,
  Information,
  Hint
};  // as the protocol counts

/// How an editor may show what a finding speaks of, as the protocol counts.
enum class Tag : std::uint8_t { None, Unnecessary, Deprecated };

struct Rule;

/// Another place that explains a finding.
struct Related {
  BlockIndex block = model::noBlock;
  Span span;  // bytes from that block's start
  Message message;
};

struct Finding {
  const Rule* rule = nullptr;
  Severity severity = Severity::Warning;
  Message message{};
  Arguments arguments;
  Span span;                     // bytes from the block's start
  std::uint32_t entry = ~0U;     // index in the block's entries, where it is about one
  std::vector<Related> related;  // only from checks of the whole map
  std::string detail;            // for the rule's own fix: a title, a phase id …
};

/// Cheap to copy: what a check found is kept once, however often the text changes elsewhere.
struct PlacedFinding {
  BlockIndex block = 0;
  std::shared_ptr<const Finding> finding;
};

/// How much a project wants to hear.
enum class Preset : std::uint8_t {
  Workshop,  // only what helps while drafting
  Standard,
  Strict,  // information becomes a warning, a hint information
};

/// How a project wants its maps judged.
struct Settings {
  Preset preset = Preset::Standard;
  /// By the id of a rule or a group; nullopt is off. A rule's own entry counts before its group's,
  /// and both before the preset.
  std::map<std::string, std::optional<Severity>, std::less<>> severities;
  std::vector<std::string> channels;  // known ones, as the project writes them
  std::vector<std::string> owners;
  int reviewDays = 180;  // how long a review lasts

  /// What a finding of a rule weighs that says `own` by itself; nullopt: it is off.
  std::optional<Severity> judged(const Rule& rule, Severity own) const;
  bool isOff(const Rule& rule) const;
};
using SettingsPtr = std::shared_ptr<const Settings>;  // never null

const SettingsPtr& defaultSettings();

struct Context {
  std::chrono::year_month_day today;
  SettingsPtr settings = defaultSettings();
  LibraryPtr library = nullptr;            // null outside a workspace
  SurroundingsPtr surroundings = nullptr;  // null for a text that is no file
};

/// For checks that need a block alone (and what `Map` says of the whole document: language, lanes).
struct BlockCheck {
  const model::Map& map;
  const model::Block& block;
  const Context& context;
  const Rule& rule;
  std::vector<Finding>& findings;

  Finding& report(Span span, Message message, Arguments arguments = {}) const;
  Finding& report(std::uint32_t entry, Span span, Message message, Arguments arguments = {}) const;
};

struct Overview;

/// For checks that compare blocks.
struct MapCheck {
  const model::Map& map;
  const Overview& overview;  // what several of them need (overview.hpp)
  const Context& context;
  const Rule& rule;
  std::vector<PlacedFinding>& findings;

  Finding& report(BlockIndex block, Span span, Message message, Arguments arguments = {}) const;
};

/// One replacement; `span` in bytes of the whole text.
struct TextEdit {
  Span span;
  std::string text;
};

/// A text with edits done; they are in order and do not overlap.
std::string applied(const text::Text& text, const std::vector<TextEdit>& edits);

struct Fix {
  Message title;
  Arguments arguments;
  std::vector<TextEdit> edits;
  bool preferred = false;  // the one that most would take
  bool safe = false;       // preferred, and may be taken without asking (fix_all.hpp)
};

/// What the fixes of one map share, found out by the first that asks. For one map and its settings.
struct FixMemo {
  bool many = false;  // all findings are asked: each then mends its own place only
  std::map<Construct, std::vector<std::string>> names;  // lint/offer.hpp, knownNames
};

struct FixRequest {
  const text::Text& text;
  const model::Map& map;
  BlockIndex block;
  const Finding& finding;
  const Context& context;
  FixMemo& memo;
  std::vector<Fix>& fixes;

  const model::Block& at() const { return map.block(block); }
  const model::Entry& entry() const { return at().entries[finding.entry]; }
  Span absolute(Span span) const { return map.absolute(block, span); }
  Fix& offer(Message title, Arguments arguments, std::vector<TextEdit> edits,
             bool preferred = false) const {
    return fixes.emplace_back(Fix{title, std::move(arguments), std::move(edits), preferred});
  }
};

struct Rule {
  std::string_view id;
  Severity severity = Severity::Warning;
  void (*checkBlock)(const BlockCheck&) = nullptr;
  void (*checkMap)(const MapCheck&) = nullptr;
  void (*fix)(const FixRequest&) = nullptr;
  Tag tag = Tag::None;
  Message fixAll = Message::fix_all_of_rule;  // what mending all its findings is called
  std::string_view refactoring = {};          // id of one that mends it (features/refactor)
};

}  // namespace journey::lint
