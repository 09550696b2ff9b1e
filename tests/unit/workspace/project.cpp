// Project settings: what each key means, and every fault with its place, words and fixes. In the
// texts ⟵ names the fault's path.
#include "workspace/project.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>

#include <boost/json.hpp>

#include "lint/rules.hpp"
#include "support/files.hpp"
#include "support/findings.hpp"

namespace journey::test {

namespace {

using lint::Severity;
using locale::Language;
using workspace::Fault;
using workspace::ReadSettings;
using workspace::Settings;

std::string said(const Fault& fault) {
  return locale::say(fault.message, Language::En, fault.arguments);
}

/// Checks the faults of a file, and that each is edited right by its first fix: none of them is
/// left, and no others come.
ReadSettings expectFaults(std::string_view raw) {
  MarkedText expected = marked(raw);
  ReadSettings read = workspace::readProject(expected.text);
  std::vector<Expectation> actual;
  for (const Fault& fault : read.faults) actual.push_back({fault.span, fault.path, said(fault)});
  text::Text text(expected.text);
  INFO(expected.text);
  CHECK(listed(text, actual) == listed(text, expected.findings));
  for (const Expectation& e : expected.findings) {
    INFO("expected to hear: " << e.says);
    CHECK(std::ranges::any_of(actual, [&](const Expectation& a) {
      return a.span == e.span && a.rule == e.rule && a.says.find(e.says) != std::string::npos;
    }));
  }
  auto pathsOf = [](const ReadSettings& r) {
    std::multiset<std::string> out;
    for (const Fault& fault : r.faults) out.insert(said(fault));
    return out;
  };
  for (const Fault& fault : read.faults) {
    if (fault.fixes.empty()) continue;
    std::string fixed = expected.text;
    const lint::TextEdit& edit = fault.fixes.front().edits.front();
    fixed.replace(edit.span.start, edit.span.size(), edit.text);
    INFO("fixed: " << fixed);
    std::multiset<std::string> left = pathsOf(read);
    left.erase(left.find(said(fault)));
    CHECK(pathsOf(workspace::readProject(fixed)) == left);
  }
  return read;
}

std::vector<std::string> fixTitles(std::string_view json) {
  std::vector<std::string> out;
  for (const Fault& fault : workspace::readProject(json).faults)
    for (const lint::Fix& fix : fault.fixes) out.push_back(titleOf(fix));
  return out;
}

const std::string everything = R"({
  "$schema": "journey.schema.json",
  "language": "nb",
  "model": "Kantine",
  "models": {
    "Kantine": ["Velge", ["Betale", "Kasse"], {"en": "Eat", "nb": ["Spise", "Spisepause"]}]
  },
  "channels": ["App", "Kasse"],
  "lanes": ["Bak scenen"],
  "owners": ["App team"],
  "rules": {"no-persona": "off", "stray-line": "hint", "empty-entry": "error"},
  "reviewDays": 90,
  "theme": "dark"
})";

}  // namespace

TEST_CASE("project: every key is read", "[project]") {
  ReadSettings read = expectFaults(everything);
  REQUIRE(read.settings);
  workspace::ProjectPtr project = workspace::makeProject(*read.settings);
  const model::Conventions& conventions = *project->conventions;
  CHECK(conventions.language == Language::Nb);
  CHECK(conventions.model == "Kantine");
  CHECK(conventions.lanes == std::vector<std::string>{"Bak scenen"});
  CHECK(project->lint->channels == std::vector<std::string>{"App", "Kasse"});
  CHECK(project->lint->owners == std::vector<std::string>{"App team"});
  CHECK(project->lint->reviewDays == 90);
  CHECK(project->lint->isOff(lint::rules::noPersona));
  CHECK_FALSE(project->lint->isOff(lint::rules::strayLine));
  CHECK(project->lint->severities.at("stray-line") == Severity::Hint);
  CHECK(project->lint->severities.at("empty-entry") == Severity::Error);
  CHECK(project->theme == render::Theme::Dark);
  const locale::PhaseModel* model = conventions.modelNamed("KANTINE");
  REQUIRE(model);
  REQUIRE(model->phases.size() == 3);
  CHECK(model->phases[0].in(Language::Fi).front() == "Velge");
  CHECK(model->phases[1].in(Language::En)[1] == "Kasse");
  CHECK(model->phases[2].in(Language::Nb)[1] == "Spisepause");
  CHECK(model->phases[2].in(Language::De).front() == "Eat");
}

TEST_CASE("project: an empty file and an empty object settle nothing", "[project]") {
  for (std::string_view json :
       {"", " \n", "\xEF\xBB\xBF", "{}", "{\"rules\": {}, \"lanes\": []}"}) {
    ReadSettings read = expectFaults(json);
    REQUIRE(read.settings);
    CHECK(workspace::makeProject(*read.settings)->lint->reviewDays == 180);
  }
}

TEST_CASE("project: what is no JSON is one fault, and no settings", "[project]") {
  CHECK_FALSE(expectFaults(R"(
    {
      "language": "nb"
      ⟦"⟧theme": "dark"             ⟵  "comma"
    }
  )")
                  .settings);
  CHECK_FALSE(expectFaults("{\"language\": \"nb⟦\"⟧   ⟵  \"bracket\"").settings);
}

TEST_CASE("project: unknown keys, the nearest one is offered", "[project]") {
  ReadSettings read = expectFaults(R"(
    {
      ⟦"langage"⟧: "nb",            ⟵ langage "Did you mean “language”?"
      ⟦"colour"⟧: "red",            ⟵ colour "Use one of: language, model, models, channels"
      "theme": "dark"
    }
  )");
  CHECK(read.settings->theme == render::Theme::Dark);
  CHECK(read.faults[0].severity == Severity::Warning);
}

TEST_CASE("project: a wrong type says what is expected, the rest holds", "[project]") {
  ReadSettings read = expectFaults(R"(
    {
      "language": ⟦7⟧,              ⟵ language "“language” takes text in quotation marks."
      "model": ⟦["aida"]⟧,          ⟵ model "takes text"
      "models": ⟦"aida"⟧,           ⟵ models "names with values"
      "channels": ⟦"App"⟧,          ⟵ channels "takes a list"
      "lanes": ⟦{"a": 1}⟧,          ⟵ lanes "takes a list"
      "owners": ["Anna", ⟦null⟧],   ⟵ owners[1] "takes a list"
      "rules": ⟦"off"⟧,                ⟵ rules "names with values"
      "reviewDays": ⟦"90"⟧,         ⟵ reviewDays "from 1 to 3650"
      "theme": ⟦true⟧,              ⟵ theme "takes text"
      "$schema": ⟦1⟧                ⟵ $schema "takes text"
    }
  )");
  CHECK(read.settings->owners == std::vector<std::string>{"Anna"});
  CHECK_FALSE(read.settings->channels);
  CHECK(fixTitles(R"({"channels": "App", "reviewDays": "90"})") ==
        Titles{"Change to “[\"App\"]” ★", "Change to “90” ★"});
  for (std::string_view json : {"[]", "7", "\"nb\"", "null", "true"}) {
    read = workspace::readProject(json);
    REQUIRE(read.faults.size() == 1);
    CHECK(said(read.faults[0]).starts_with("“journey.json” takes names with values"));
    CHECK(read.settings == Settings{});
  }
}

TEST_CASE("project: unknown values name the known ones", "[project]") {
  expectFaults(R"(
    {
      "language": ⟦"xx"⟧,           ⟵ language "Use one of: en, nb, sv, fi, nl, da, de."
      "model": ⟦"aaida"⟧,           ⟵ model "purchase, lifecycle, aida"
      "theme": ⟦"drak"⟧,            ⟵ theme "light, dark, auto"
      "rules": {
        "no-persona": ⟦"warn"⟧,     ⟵ rules.no-persona "error, warning, information, hint, off"
        ⟦"no-personas"⟧: "off",     ⟵ rules.no-personas "There is no rule “no-personas”."
        ⟦"stray-lines"⟧: "off",     ⟵ rules.stray-lines "Did you mean “stray-line”?"
        ⟦"no-cats"⟧: "off"          ⟵ rules.no-cats "There is no rule “no-cats”."
      }
    }
  )");
  CHECK(fixTitles(R"({"language": "no", "theme": "drak"})") ==
        Titles{"Change to “nb” ★", "Change to “dark” ★"});
}

TEST_CASE("project: models", "[project]") {
  ReadSettings read = expectFaults(R"(
    {
      "model": ⟦"ours"⟧,                          ⟵ model "Use one of: by, half, own, purchase"
      "models": {
        ⟦"AIDA"⟧: ["A", "B"],                     ⟵ models.AIDA "built-in"
        "ours": ⟦[]⟧,                             ⟵ models.ours "has no phases"
        "theirs": ⟦"A"⟧,                          ⟵ models.theirs "takes a list of phases"
        "own": ["Pay", ["Eat", ⟦"pay"⟧], "Go"],   ⟵ models.own[1][1] "“pay” appears here twice."
        "half": [⟦5⟧, ⟦""⟧, ⟦{}⟧, ⟦[]⟧, "A"],     ⟵ models.half[0] "A phase is" ⟵ models.half[1] "nothing between" ⟵ models.half[2] ⟵ models.half[3]
        "none": [⟦5⟧],                            ⟵ models.none[0]
        "by": [{"en": "A", ⟦"no"⟧: "B"}, {"nb": "A", "en": ["B", ⟦"a"⟧]}], ⟵ models.by[0].no "“language”" ⟵ models.by[1].en[1]
        ⟦""⟧: ["A"]                               ⟵ models. "nothing between"
      }
    }
  )");
  CHECK_FALSE(read.settings->model);
  workspace::ProjectPtr project = workspace::makeProject(*read.settings);
  auto phases = [&](std::string_view id) {
    const locale::PhaseModel* model = project->conventions->modelNamed(id);
    return model ? model->phases.size() : 0;
  };
  CHECK(phases("own") == 3);
  CHECK(phases("half") == 1);
  CHECK(phases("by") == 2);
  CHECK(phases("none") == 0);
  CHECK(phases("aida") == 4);
}

TEST_CASE("project: days for which a review lasts", "[project]") {
  for (std::string_view days : {"1", "3650", "180.0", "1e2"})
    CHECK(workspace::readProject("{\"reviewDays\": " + std::string(days) + "}").faults.empty());
  for (std::string_view days :
       {"0", "3651", "-1", "0.5", "1e300", "99999999999999999999", "false"}) {
    ReadSettings read = workspace::readProject("{\"reviewDays\": " + std::string(days) + "}");
    INFO(days);
    REQUIRE(read.faults.size() == 1);
    CHECK_FALSE(read.settings->reviewDays);
  }
}

TEST_CASE("project: lists without blanks, repeats and rows that cannot be keywords", "[project]") {
  ReadSettings read = expectFaults(R"(
    {
      "channels": ["App", "Kasse", ⟦"app"⟧, ⟦" "⟧],   ⟵ channels[2] "“app” appears here twice." ⟵ channels[3] "nothing between"
      "lanes": [
        ⟦"Channel"⟧,               ⟵ lanes[0] "already a keyword"
        "Backstage",
        ⟦"følelse"⟧,               ⟵ lanes[2] "already a keyword"
        ⟦"a: b"⟧,                  ⟵ lanes[3] "before a colon"
        ⟦"# x"⟧,                   ⟵ lanes[4] "before a colon"
        ⟦"| x"⟧,                   ⟵ lanes[5] "before a colon"
        "Vor\nder Bühne",
        ⟦"Persona [Emma]"⟧         ⟵ lanes[7] "before a colon"
      ],
      ⟦"lanes"⟧: ["Systems"]       ⟵ lanes "twice"
    }
  )");
  CHECK(read.settings->channels == std::vector<std::string>{"App", "Kasse"});
  CHECK(read.settings->lanes == std::vector<std::string>{"Systems"});
  CHECK(fixTitles(R"({"channels": ["", "A", "a"]})") == Titles{"Delete “\"\"” ★", "Delete “a” ★"});
}

TEST_CASE("project: an editor's settings have paths instead of places", "[project]") {
  auto read = [](std::string_view json) {
    ReadSettings out = workspace::readSettings(boost::json::parse(json));
    std::vector<std::string> faults;
    for (const Fault& fault : out.faults) {
      CHECK(fault.span == text::Span{});
      CHECK(fault.fixes.empty());
      faults.push_back(fault.path + ": " + said(fault));
    }
    return std::pair(out.settings.value(), faults);
  };
  // What is not set is null; the extension's own settings stand in the same section.
  auto [settings, faults] = read(R"({"language": "sv", "theme": null, "rules": {"no-persona": null},
    "model": "ours", "server": {"path": ""}, "trace": {"server": "off"}})");
  CHECK(faults.empty());
  CHECK(settings.language == Language::Sv);
  CHECK(settings.model == "ours");
  CHECK(read("null").first == Settings{});
  CHECK(read(R"({"rules": {"no-person": "off"}, "langs": 1, "owners": [1]})").second ==
        std::vector<std::string>{
            "rules.no-person: There is no “no-person” here. Did you mean “no-persona”?",
            "langs: There is no “langs” here. Did you mean “lanes”?",
            "owners[0]: “owners” takes a list, such as [\"…\", \"…\"]."});
  CHECK(read("[]").second.size() == 1);
}

TEST_CASE("project: the file wins over the editor, key by key", "[project]") {
  Settings editor = *workspace::readProject(R"({"language": "de", "theme": "dark", "model": "aida",
    "rules": {"no-persona": "off", "stray-line": "off"}, "models": {"x": ["A"], "y": ["B"]}})")
                         .settings;
  Settings file = *workspace::readProject(R"({"theme": "light", "lanes": ["Systems"],
    "rules": {"no-persona": "error"}, "models": {"X": ["C"]}})")
                       .settings;
  Settings both = workspace::merged(editor, file);
  CHECK(both.language == Language::De);
  CHECK(both.theme == render::Theme::Light);
  CHECK(both.model == "aida");
  CHECK(both.lanes == std::vector<std::string>{"Systems"});
  CHECK(both.rules.at("no-persona") == Severity::Error);
  CHECK_FALSE(both.rules.at("stray-line"));
  CHECK(both.models.at("x").phases[0].names[0] == std::vector<std::string>{"C"});
  CHECK(both.models.at("y").phases[0].names[0] == std::vector<std::string>{"B"});
  CHECK(workspace::merged(editor, {}) == editor);
  CHECK(workspace::merged({}, file) == file);
}

TEST_CASE("project: whatever the file holds, reading it ends well", "[project]") {
  for (std::size_t at = 0; at < everything.size(); ++at) {
    std::string text = everything;
    text.erase(at, 1);
    for (const std::string& broken : {text, everything.substr(0, at)}) {
      for (const Fault& fault : workspace::readProject(broken).faults) {
        REQUIRE(fault.span.start <= fault.span.end);
        REQUIRE(fault.span.end <= broken.size());
        REQUIRE(locale::say(fault.message, Language::En, fault.arguments).find('{') ==
                std::string::npos);
      }
    }
  }
}

TEST_CASE("project: the examples that users read are without fault", "[project]") {
  for (const char* page : {"grammar/README.md", "README.md"}) {
    std::string text = readFile(source(page));
    std::size_t at = text.find("```json\n");
    REQUIRE(at != std::string::npos);
    at += 8;
    INFO(page);
    CHECK(workspace::readProject(text.substr(at, text.find("```", at) - at)).faults.empty());
  }
}

TEST_CASE("project: a preset, groups of rules, and a rule's own line before its group's",
          "[project]") {
  auto severityOf = [](std::string_view json, const lint::Rule& rule) {
    auto project = workspace::makeProject(*workspace::readProject(json).settings);
    return project->lint->judged(rule, rule.severity);
  };
  using namespace lint::rules;
  CHECK(severityOf("{}", noEvidence) == Severity::Warning);
  CHECK(severityOf(R"({"preset": "standard"})", touchpointWithoutThought) == Severity::Hint);
  CHECK(severityOf(R"({"preset": "workshop"})", noEvidence) == std::nullopt);
  CHECK(severityOf(R"({"preset": "workshop"})", brokenReference) == Severity::Error);
  CHECK(severityOf(R"({"preset": "strict"})", touchpointWithoutThought) == Severity::Information);
  CHECK(severityOf(R"({"preset": "strict"})", flatCurve) == Severity::Warning);
  CHECK(severityOf(R"({"rules": {"proof": "hint"}})", noEvidence) == Severity::Hint);
  CHECK(severityOf(R"({"rules": {"proof": "off", "no-evidence": "error"}})", noEvidence) ==
        Severity::Error);
  CHECK(severityOf(R"({"rules": {"proof": "off", "no-evidence": "error"}})", staleReview) ==
        std::nullopt);
  // What is asked for by name holds whatever the preset says.
  CHECK(severityOf(R"({"preset": "workshop", "rules": {"proof": "hint"}})", noEvidence) ==
        Severity::Hint);
}

TEST_CASE("project: folders have settings of their own", "[project]") {
  auto project = workspace::makeProject(*workspace::readProject(R"({
    "language": "nb",
    "rules": {"no-persona": "error"},
    "overrides": [
      {"folder": "drafts", "preset": "workshop"},
      {"folder": "drafts/old/", "rules": {"no-persona": "off"}, "language": "sv"}
    ]
  })")
                                             .settings);
  auto at = [&](std::string_view path) { return workspace::projectFor(project, path); };
  CHECK(at("a.journey") == project);
  CHECK(at("draftsman/a.journey") == project);
  auto drafts = at("drafts/a.journey");
  CHECK(drafts->lint->preset == lint::Preset::Workshop);
  CHECK(drafts->lint->severities.at("no-persona") == Severity::Error);
  CHECK(drafts->conventions->language == Language::Nb);
  auto old = at("drafts/old/deep/a.journey");
  CHECK(old->lint->isOff(lint::rules::noPersona));
  CHECK(old->conventions->language == Language::Sv);
}

TEST_CASE("project: the innermost folder counts, and has what the outer ones say", "[project]") {
  auto project = workspace::makeProject(*workspace::readProject(R"({
    "rules": {"no-persona": "error"},
    "overrides": [
      {"folder": "d/old", "language": "nb"},
      {"folder": "a", "reviewDays": 7},
      {"folder": ".", "reviewDays": 30},
      {"folder": "d", "rules": {"personas": "off", "thin-persona": "error"}}
    ]
  })")
                                             .settings);
  auto at = [&](std::string_view path) { return workspace::projectFor(project, path); };
  CHECK(at("a/m.journey")->lint->reviewDays == 7);
  CHECK(at("m.journey")->lint->reviewDays == 30);
  CHECK_FALSE(at("m.journey")->lint->isOff(lint::rules::noPersona));
  // A folder that judges a group speaks of all its rules.
  CHECK(at("d/m.journey")->lint->isOff(lint::rules::noPersona));
  CHECK_FALSE(at("d/m.journey")->lint->isOff(lint::rules::thinPersona));
  CHECK(at("d/old/m.journey")->lint->isOff(lint::rules::noPersona));
  CHECK(at("d/old/m.journey")->lint->reviewDays == 30);
  CHECK(at("d/old/m.journey")->conventions->language == Language::Nb);
}

TEST_CASE("project: settings in another encoding are named so", "[project]") {
  auto message = [](std::string_view bytes) {
    workspace::ReadSettings read = workspace::readProject(bytes);
    CHECK_FALSE(read.settings.has_value());
    REQUIRE(read.faults.size() == 1);
    return read.faults[0].message;
  };
  CHECK(message("{\"channels\": [\"Brosjyre p\xE5 papir\"]}") ==
        locale::Message::check_encoding_bytes);
  CHECK(message(std::string_view("\xFF\xFE{\0}\0", 6)) == locale::Message::check_encoding_utf16);
}

TEST_CASE("project: what is wrong with a folder's settings is said", "[project]") {
  TemporaryFolder folder;
  folder.write("drafts/a.journey", "");
  auto faults = [&](std::string_view json) {
    std::vector<std::string> out;
    for (const workspace::Fault& f : workspace::readProject(json, folder.path()).faults)
      out.push_back(f.path + ": " + locale::say(f.message, Language::En, f.arguments));
    return out;
  };
  CHECK(faults(R"({"overrides": [{"folder": "drafts", "preset": "workshop"}]})").empty());
  auto gone = faults(R"({"overrides": [{"folder": "drats", "preset": "workshop"}]})");
  REQUIRE(gone.size() == 1);
  CHECK(gone[0].starts_with("overrides[0].folder: There is no folder “drats” here"));
  CHECK(faults(R"({"overrides": [{"preset": "workshop"}]})").size() == 1);
  CHECK(faults(R"({"overrides": {}})")[0].find("list of folders") != std::string::npos);
  auto near = faults(R"({"overrides": [{"folders": "drafts"}]})");
  REQUIRE(near.size() == 1);
  CHECK(near[0].find("“folder”") != std::string::npos);
  for (std::string_view outside : {"/tmp", "..", "../x", "a/../../x"}) {
    auto said = faults(R"({"overrides": [{"folder": ")" + std::string(outside) + "\"}]}");
    REQUIRE(said.size() == 1);
    CHECK(said[0].find("outside") != std::string::npos);
  }
  CHECK(faults(R"({"overrides": [{"folder": "drafts"}, {"folder": "./drafts/"}]})")[0].find(
            "twice") != std::string::npos);
  CHECK(faults(R"({"overrides": [{"folder": "drafts", "preset": "loud"}]})").size() == 1);
  CHECK(faults(R"({"overrides": [{"folder": "drafts", "theme": "dark"}]})").size() == 1);
  CHECK(faults(R"({"overrides": [{"folder": "drafts", "model": "nonsense"}]})").size() == 1);
  CHECK(faults(R"({"overrides": {}})").size() == 1);
  CHECK(faults(R"({"rules": {"emotion": "off"}})")[0].find("emotions") != std::string::npos);
}

// --- the schema that editors get -----------------------------------------------------------------

namespace {

boost::json::value schema() {
  return boost::json::parse(readFile(source("editors/vscode/schemas/journey.schema.json")));
}

std::set<std::string> words(const boost::json::value& list) {
  std::set<std::string> out;
  for (const auto& word : list.as_array()) out.emplace(word.as_string());
  return out;
}
std::set<std::string> keys(const boost::json::value& object) {
  std::set<std::string> out;
  for (const auto& member : object.as_object()) out.emplace(member.key());
  return out;
}
std::set<std::string> setOf(std::span<const std::string_view> names) {
  return {names.begin(), names.end()};
}

}  // namespace

TEST_CASE("project: the schema knows the same keys and words", "[project]") {
  boost::json::value s = schema();
  const boost::json::value& properties = s.at("properties");
  CHECK(keys(properties) == setOf(workspace::projectKeys()));
  CHECK(words(properties.at("language").at("enum")) == setOf(locale::languageCodes));
  CHECK(keys(s.at_pointer("/definitions/phase/anyOf/1/properties")) ==
        setOf(locale::languageCodes));
  CHECK(words(s.at_pointer("/definitions/severity/enum")) == setOf(workspace::severityNames()));
  CHECK(words(properties.at("theme").at("enum")) == setOf(workspace::themeNames()));
  std::set<std::string> models;
  for (const locale::PhaseModel& model : locale::phaseModels()) models.emplace(model.id);
  CHECK(words(s.at_pointer("/properties/model/anyOf/0/enum")) == models);
  CHECK(words(s.at_pointer("/properties/models/propertyNames/allOf/1/not/enum")) == models);
  std::set<std::string> rules;
  for (const lint::Rule* rule : lint::allRules()) rules.emplace(rule->id);
  for (std::string_view group : lint::groups) rules.emplace(group);
  CHECK(keys(s.at_pointer("/definitions/rules/properties")) == rules);
  CHECK(words(s.at_pointer("/definitions/preset/enum")) == setOf(workspace::presetNames()));
  const boost::json::value& days = properties.at("reviewDays");
  CHECK(days.at("minimum").as_int64() == workspace::leastReviewDays);
  CHECK(days.at("maximum").as_int64() == workspace::mostReviewDays);
  CHECK(days.at("default").as_int64() == lint::Settings{}.reviewDays);
}

}  // namespace journey::test
