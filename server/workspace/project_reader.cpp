// Reads project settings from JSON, and says what is wrong in them.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>

#include <boost/json/value.hpp>

#include "lint/journeys.hpp"
#include "lint/rules.hpp"
#include "model/values.hpp"
#include "syntax/tree.hpp"
#include "text/json.hpp"
#include "text/unicode.hpp"
#include "workspace/encoding_fault.hpp"
#include "workspace/json_tree.hpp"
#include "workspace/project.hpp"

namespace journey::workspace {

namespace {

using lint::Severity;
using locale::Arguments;
using locale::Language;
using locale::LanguageSet;
using locale::Message;
using Kind = JsonNode::Kind;

constexpr std::array<std::string_view, 12> keyNames = {
    "$schema", "language", "model", "models",     "channels", "lanes",
    "owners",  "preset",   "rules", "reviewDays", "theme",    "overrides"};
// What a folder of the project may have of its own.
constexpr std::array<std::string_view, 6> folderKeyNames = {"folder", "language", "model",
                                                            "preset", "rules",    "reviewDays"};
constexpr std::array<std::string_view, 3> presets = {"workshop", "standard", "strict"};
constexpr std::array<std::string_view, 5> severities = {"error", "warning", "information", "hint",
                                                        "off"};
constexpr std::array<std::string_view, 3> themes = {"light", "dark", "auto"};
// What editors keep for themselves in the same section.
constexpr std::array<std::string_view, 2> editorKeys = {"server", "trace"};

using Names = std::span<const std::string_view>;

std::vector<std::string> strings(Names names) { return {names.begin(), names.end()}; }

std::string listed(Names names) {
  std::string out;
  for (std::string_view name : names) out += (out.empty() ? "" : ", ") + std::string(name);
  return out;
}

std::string inQuotes(std::string_view text) {
  std::string out;
  text::appendJson(out, text);
  return out;
}

/// On one line and without white space around it, as it will stand in maps.
std::string cleaned(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  return std::string(text::trimmed(out));
}

enum class LaneUse { Fine, Keyword, Unusable };

/// Whether a word before a colon is an entry that no keyword claims: the grammar knows.
LaneUse laneUse(const std::string& name) {
  text::Text line(name + ": x");
  std::vector<syntax::Line> lines = syntax::parse(line).lines({0, line.size()});
  if (lines.size() != 1 || lines[0].kind != syntax::Line::Kind::Entry ||
      lines[0].keyword.size() != name.size())
    return LaneUse::Unusable;
  return lines[0].construct == syntax::Construct::Unknown ? LaneUse::Fine : LaneUse::Keyword;
}

class Reader {
 public:
  explicit Reader(bool file, std::filesystem::path folder = {})
      : file_(file), folder_(std::move(folder)) {}

  Settings read(const JsonNode& root) {
    Settings out;
    if (root.kind != Kind::Object) {
      fault(root.span, "", Message::project_expected_object,
            {{"key", std::string(file_ ? projectFile : "journey")}});
      return out;
    }
    reportRepeats(root, "");
    for (std::size_t i = 0; i < root.items.size(); ++i) readKey(out, root, i, "");
    // Only the file must know its model: an editor's settings may name one that the file defines.
    if (file_ && out.model) checkModel(out, out, modelSpan_, "model");
    for (std::size_t i = 0; i < out.overrides.size(); ++i)
      if (Settings& inside = out.overrides[i].settings; file_ && inside.model)
        checkModel(out, inside, overrideModels_[i], below(item("overrides", i), "model"));
    std::ranges::stable_sort(faults_, {}, [](const Fault& f) { return f.span.start; });
    return out;
  }

  std::vector<Fault> takeFaults() { return std::move(faults_); }

 private:
  Fault& fault(text::Span span, std::string path, Message message, Arguments arguments = {},
               Severity severity = Severity::Error) {
    return faults_.emplace_back(
        Fault{span, std::move(path), severity, message, std::move(arguments), {}});
  }

  void offer(Fault& to, Message title, std::string_view text, text::Span span, std::string with) {
    if (file_)
      to.fixes.push_back(
          {title, {{"text", std::string(text)}}, {{span, std::move(with)}}, to.fixes.empty()});
  }
  void offerInstead(Fault& to, std::string_view text) {
    offer(to, Message::fix_change_to, text, to.span, inQuotes(text));
  }
  void offerDelete(Fault& to, const JsonNode& list, std::size_t i) {
    const JsonNode& item = list.items[i];
    text::Span span = item.span;
    if (i > 0)
      span.start = list.items[i - 1].span.end;
    else if (list.items.size() > 1)
      span.end = list.items[1].span.start;
    offer(to, Message::fix_delete_text, item.text.empty() ? inQuotes("") : item.text, span, "");
  }

  void reportRepeats(const JsonNode& object, const std::string& path) {
    std::set<std::string> seen;
    for (const JsonKey& key : object.keys)
      if (!seen.insert(key.text).second)
        fault(key.span, below(path, key.text), Message::project_duplicate, {{"text", key.text}},
              Severity::Warning);
  }

  static std::string below(const std::string& path, std::string_view key) {
    return path.empty() ? std::string(key) : path + "." + std::string(key);
  }
  static std::string item(const std::string& path, std::size_t i) {
    return path + "[" + std::to_string(i) + "]";
  }

  /// `path` is empty for the settings themselves, else that of a folder's.
  void readKey(Settings& out, const JsonNode& root, std::size_t i, const std::string& path) {
    const std::string& name = root.keys[i].text;
    const JsonNode& node = root.items[i];
    std::string here = below(path, name);
    bool whole = path.empty();
    if (whole && name == "$schema") {
      textOf(node, name);
    } else if (name == "language") {
      if (auto l = choiceOf(node, here, name, locale::languageCodes))
        out.language = static_cast<Language>(*l);
    } else if (name == "model") {
      out.model = textOf(node, here);
      (whole ? modelSpan_ : overrideModels_.back()) = node.span;
    } else if (name == "preset") {
      if (auto p = choiceOf(node, here, name, presets)) out.preset = static_cast<lint::Preset>(*p);
    } else if (name == "rules") {
      readRules(out, node, here);
    } else if (name == "reviewDays") {
      readDays(out, node, here);
    } else if (whole && name == "models") {
      readModels(out, node);
    } else if (whole && name == "channels") {
      out.channels = listOf(node, name);
    } else if (whole && name == "lanes") {
      out.lanes = lanesOf(node);
    } else if (whole && name == "owners") {
      out.owners = listOf(node, name);
    } else if (whole && name == "theme") {
      if (auto t = choiceOf(node, name, name, themes)) out.theme = static_cast<render::Theme>(*t);
    } else if (whole && name == "overrides") {
      readOverrides(out, node);
    } else if (!whole && name == "folder") {
      // Read before the others.
    } else if (file_ || std::ranges::find(editorKeys, name) == editorKeys.end()) {
      Names known = whole ? Names(keyNames) : Names(folderKeyNames);
      unknown(root, i, here, known, Message::project_unknown_key,
              {{"text", name}, {"values", listed(whole ? known.subspan(1) : known)}});
    }
  }

  void readOverrides(Settings& out, const JsonNode& node) {
    if (node.kind != Kind::List) {
      fault(node.span, "overrides", Message::project_expected_overrides, {{"key", "overrides"}});
      return;
    }
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      const JsonNode& one = node.items[i];
      std::string path = item("overrides", i);
      if (!isObject(one, path)) continue;
      auto named = std::ranges::find(one.keys, "folder", &JsonKey::text);
      if (named == one.keys.end()) {
        Settings nowhere;
        overrideModels_.emplace_back();
        std::size_t before = faults_.size();
        for (std::size_t k = 0; k < one.items.size(); ++k) readKey(nowhere, one, k, path);
        overrideModels_.pop_back();
        // «folders» is told of as what it was meant to be.
        if (faults_.size() == before)
          fault(one.span, path, Message::project_expected_overrides, {{"key", "overrides"}});
        continue;
      }
      const JsonNode& name = one.items[static_cast<std::size_t>(named - one.keys.begin())];
      auto folder = textOf(name, below(path, "folder"));
      FolderSettings read;
      overrideModels_.emplace_back();
      for (std::size_t k = 0; k < one.items.size(); ++k) readKey(read.settings, one, k, path);
      if (!folder) {
        overrideModels_.pop_back();
        continue;
      }
      read.folder = std::filesystem::path(*folder).lexically_normal().generic_string();
      while (read.folder.ends_with('/')) read.folder.pop_back();
      std::error_code error;
      auto warn = [&](Message message) {
        fault(name.span, below(path, "folder"), message, {{"text", *folder}}, Severity::Warning);
      };
      if (read.folder.starts_with('/') || read.folder == ".." || read.folder.starts_with("../"))
        warn(Message::project_override_outside);
      else if (!folder_.empty() && !std::filesystem::is_directory(folder_ / read.folder, error))
        warn(Message::project_override_folder);
      else if (std::ranges::find(out.overrides, read.folder, &FolderSettings::folder) !=
               out.overrides.end())
        warn(Message::project_duplicate);
      out.overrides.push_back(std::move(read));
    }
  }

  /// A key that is none of the known ones: the nearest that is not there yet, or what the message
  /// says.
  void unknown(const JsonNode& object, std::size_t i, std::string path, Names known,
               Message message, Arguments arguments) {
    const JsonKey& key = object.keys[i];
    std::vector<std::string> candidates = strings(known);
    std::erase_if(candidates, [&](const std::string& name) {
      return std::ranges::find(object.keys, name, &JsonKey::text) != object.keys.end();
    });
    if (auto near = lint::nearest(key.text, candidates))
      offerInstead(fault(key.span, std::move(path), Message::project_unknown_near,
                         {{"text", key.text}, {"near", *near}}, Severity::Warning),
                   *near);
    else
      fault(key.span, std::move(path), message, std::move(arguments), Severity::Warning);
  }

  std::optional<std::string> textOf(const JsonNode& node, const std::string& path) {
    if (node.kind != Kind::Text) {
      fault(node.span, path, Message::project_expected_text, {{"key", path}});
      return std::nullopt;
    }
    std::string text = cleaned(node.text);
    if (!text.empty()) return text;
    fault(node.span, path, Message::project_empty);
    return std::nullopt;
  }

  /// The place of a text among some.
  std::optional<std::size_t> choiceOf(const JsonNode& node, const std::string& path,
                                      const std::string& key, Names names) {
    if (node.kind != Kind::Text) {
      fault(node.span, path, Message::project_expected_text, {{"key", key}});
      return std::nullopt;
    }
    auto found = std::ranges::find(names, node.text);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    Fault& f = fault(node.span, path, Message::invalid_value,
                     {{"text", node.text}, {"keyword", key}, {"values", listed(names)}});
    auto tag = locale::languageFromTag(node.text);  // «no», «de-AT»
    if (tag && names.data() == locale::languageCodes.data())
      offerInstead(f, locale::codeOf(*tag));
    else if (auto near = lint::nearest(node.text, strings(names)))
      offerInstead(f, *near);
    return std::nullopt;
  }

  /// A list of different texts. `accept` may find fault with one, and then it is left out.
  template <typename Accept>
  std::optional<std::vector<std::string>> listOf(const JsonNode& node, const std::string& path,
                                                 Accept accept) {
    if (node.kind != Kind::List) {
      Fault& f = fault(node.span, path, Message::project_expected_list, {{"key", path}});
      if (node.kind == Kind::Text && !cleaned(node.text).empty()) {
        std::string list = "[" + inQuotes(cleaned(node.text)) + "]";
        offer(f, Message::fix_change_to, list, node.span, list);
      }
      return std::nullopt;
    }
    std::vector<std::string> out;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      const JsonNode& one = node.items[i];
      std::string text = cleaned(one.text);
      if (one.kind != Kind::Text) {
        fault(one.span, item(path, i), Message::project_expected_list, {{"key", path}});
      } else if (text.empty()) {
        offerDelete(fault(one.span, item(path, i), Message::project_empty), node, i);
      } else if (!seen.insert(text::fold(text)).second) {
        offerDelete(fault(one.span, item(path, i), Message::project_duplicate, {{"text", text}},
                          Severity::Warning),
                    node, i);
      } else if (accept(text, i)) {
        out.push_back(std::move(text));
      }
    }
    return out;
  }
  std::optional<std::vector<std::string>> listOf(const JsonNode& node, const std::string& path) {
    return listOf(node, path, [](const std::string&, std::size_t) { return true; });
  }

  std::optional<std::vector<std::string>> lanesOf(const JsonNode& node) {
    return listOf(node, "lanes", [&](const std::string& text, std::size_t i) {
      LaneUse use = laneUse(text);
      if (use == LaneUse::Fine) return true;
      offerDelete(fault(node.items[i].span, item("lanes", i),
                        use == LaneUse::Keyword ? Message::project_lane_keyword
                                                : Message::project_lane_unusable,
                        {{"text", text}}),
                  node, i);
      return false;
    });
  }

  void readRules(Settings& out, const JsonNode& node, const std::string& at) {
    // Some editors cannot tell an empty list from an empty object.
    if (node.kind == Kind::List && node.items.empty()) return;
    if (!isObject(node, at)) return;
    std::vector<std::string_view> ids(lint::groups.begin(), lint::groups.end());
    for (const lint::Rule* rule : lint::allRules()) ids.push_back(rule->id);
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      const JsonKey& key = node.keys[i];
      std::string path = below(at, key.text);
      if (std::ranges::find(ids, key.text) == ids.end())
        unknown(node, i, path, ids, Message::useless_suppression_unknown, {{"rule", key.text}});
      else if (auto s = choiceOf(node.items[i], path, key.text, severities))
        out.rules[key.text] =
            severities[*s] == "off" ? std::nullopt : std::optional(static_cast<Severity>(*s + 1));
    }
  }

  void readDays(Settings& out, const JsonNode& node, const std::string& path) {
    auto valid = [](double days) {
      return days >= leastReviewDays && days <= mostReviewDays && days == std::floor(days);
    };
    if (node.kind == Kind::Number && valid(node.number)) {
      out.reviewDays = static_cast<int>(node.number);
      return;
    }
    Fault& f = fault(node.span, path, Message::project_expected_days,
                     {{"key", "reviewDays"},
                      {"first", std::to_string(leastReviewDays)},
                      {"last", std::to_string(mostReviewDays)}});
    if (auto days = model::readWholeNumber(text::trimmed(node.text)); days && valid(*days))
      offer(f, Message::fix_change_to, std::to_string(*days), node.span, std::to_string(*days));
  }

  bool isObject(const JsonNode& node, const std::string& path) {
    if (node.kind == Kind::Object) {
      reportRepeats(node, path);
      return true;
    }
    fault(node.span, path, Message::project_expected_object, {{"key", path}});
    return false;
  }

  void readModels(Settings& out, const JsonNode& node) {
    if (!isObject(node, "models")) return;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      const JsonKey& key = node.keys[i];
      std::string path = below("models", key.text);
      std::string id = cleaned(key.text);
      if (id.empty())
        fault(key.span, path, Message::project_empty);
      else if (locale::phaseModel(id))
        fault(key.span, path, Message::project_model_built_in, {{"model", id}});
      else if (auto model = modelOf(id, node.items[i], path))
        out.models[text::fold(id)] = std::move(*model);
    }
  }

  std::optional<model::OwnModel> modelOf(const std::string& id, const JsonNode& node,
                                         const std::string& path) {
    if (node.kind != Kind::List) {
      fault(node.span, path, Message::project_expected_phases, {{"model", id}});
      return std::nullopt;
    }
    if (node.items.empty()) {
      fault(node.span, path, Message::project_model_empty, {{"model", id}});
      return std::nullopt;
    }
    model::OwnModel model{id, {}};
    std::map<std::string, LanguageSet> taken;
    for (std::size_t p = 0; p < node.items.size(); ++p) {
      model::OwnPhase phase;
      readPhase(phase, node.items[p], item(path, p), taken);
      if (phase != model::OwnPhase{}) model.phases.push_back(std::move(phase));
    }
    if (model.phases.empty()) return std::nullopt;
    return model;
  }

  void readPhase(model::OwnPhase& phase, const JsonNode& node, const std::string& path,
                 std::map<std::string, LanguageSet>& taken) {
    if (node.kind != Kind::Object)
      return readNames(phase, node, path, locale::everyLanguage, taken);
    reportRepeats(node, path);
    if (node.items.empty()) fault(node.span, path, Message::project_expected_phase);
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      const JsonKey& key = node.keys[i];
      std::string inside = below(path, key.text);
      auto found = std::ranges::find(locale::languageCodes, key.text);
      if (found != locale::languageCodes.end()) {
        auto language = static_cast<Language>(found - locale::languageCodes.begin());
        readNames(phase, node.items[i], inside, locale::only(language), taken);
        continue;
      }
      Fault& f = fault(
          key.span, inside, Message::invalid_value,
          {{"text", key.text}, {"keyword", "language"}, {"values", listed(locale::languageCodes)}});
      if (auto tag = locale::languageFromTag(key.text)) offerInstead(f, locale::codeOf(*tag));
    }
  }

  /// One name or several for a phase in some languages.
  void readNames(model::OwnPhase& phase, const JsonNode& node, const std::string& path,
                 LanguageSet languages, std::map<std::string, LanguageSet>& taken) {
    auto add = [&](const JsonNode& name, const std::string& where) {
      if (name.kind != Kind::Text) {
        fault(name.span, where, Message::project_expected_phase);
        return;
      }
      std::string text = cleaned(name.text);
      LanguageSet& before = taken[text::fold(text)];
      if (text.empty()) {
        fault(name.span, where, Message::project_empty);
      } else if ((before & languages) != 0) {
        fault(name.span, where, Message::project_duplicate, {{"text", text}}, Severity::Warning);
      } else {
        before |= languages;
        for (Language l : locale::allLanguages)
          if (locale::contains(languages, l))
            phase.names[static_cast<std::size_t>(l)].push_back(text);
      }
    };
    if (node.kind != Kind::List) return add(node, path);
    if (node.items.empty()) fault(node.span, path, Message::project_expected_phase);
    for (std::size_t i = 0; i < node.items.size(); ++i) add(node.items[i], item(path, i));
  }

  /// `known` has the project's own models, `out` names one.
  void checkModel(const Settings& known, Settings& out, text::Span span, const std::string& path) {
    if (locale::phaseModel(*out.model) || known.models.contains(text::fold(*out.model))) return;
    std::vector<std::string_view> ids;
    for (const auto& [folded, model] : known.models) ids.push_back(model.id);
    for (const locale::PhaseModel& model : locale::phaseModels()) ids.push_back(model.id);
    Fault& f = fault(span, path, Message::invalid_value,
                     {{"text", *out.model}, {"keyword", "model"}, {"values", listed(ids)}});
    if (auto near = lint::nearest(*out.model, strings(ids))) offerInstead(f, *near);
    out.model.reset();
  }

  bool file_;
  std::filesystem::path folder_;
  text::Span modelSpan_;
  std::vector<text::Span> overrideModels_;  // of those in Settings::overrides
  std::vector<Fault> faults_;
};

}  // namespace

std::span<const std::string_view> projectKeys() { return keyNames; }
std::span<const std::string_view> severityNames() { return severities; }
std::span<const std::string_view> themeNames() { return themes; }
std::span<const std::string_view> presetNames() { return presets; }

ReadSettings readProject(std::string_view json, const std::filesystem::path& folder) {
  if (auto fault = encodingFaultOf(json))
    return {std::nullopt, {{fault->span, "", Severity::Error, fault->message, {}, {}}}};
  std::string_view text = json;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (text.find_first_not_of(" \t\r\n") == text.npos) return {Settings{}, {}};
  ParsedJson parsed = parseJson(json);
  if (!parsed.root)
    return {std::nullopt, {{parsed.error, "", Severity::Error, Message::project_syntax, {}, {}}}};
  Reader reader(true, folder);
  Settings settings = reader.read(*parsed.root);
  return {std::move(settings), reader.takeFaults()};
}

ReadSettings readSettings(const boost::json::value& section) {
  if (section.is_null()) return {Settings{}, {}};
  Reader reader(false);
  Settings settings = reader.read(jsonTree(section));
  return {std::move(settings), reader.takeFaults()};
}

}  // namespace journey::workspace
