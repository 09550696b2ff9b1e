// Build step: turns grammar/locales/*.json into C++ tables.
// usage: generate LOCALES_DIR OUT_DIR   writes OUT_DIR/locale/messages.hpp and OUT_DIR/tables.cpp

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "locale/language.hpp"
#include "syntax/construct.hpp"

namespace json = boost::json;
namespace fs = std::filesystem;
using journey::locale::languageCodes;
using journey::syntax::constructCount;
using journey::syntax::constructNames;

namespace {

/// As C++ writes it. (Not called quoted: with a std::string that would find std::quoted.)
std::string literal(std::string_view s) { return json::serialize(json::string(s)); }

/// All that a word with braces stands for: «köp{,er,et}» is «köp», «köper», «köpet». They nest.
void expand(const std::string& word, std::vector<std::string>& out) {
  std::size_t open = word.find('{');
  if (open == word.npos) {
    if (std::ranges::find(out, word) == out.end()) out.push_back(word);
    return;
  }
  std::vector<std::string> choices(1);
  std::size_t at = open + 1;
  for (int depth = 1; depth > 0; ++at) {
    if (at == word.size()) throw std::runtime_error("a brace is not closed: " + word);
    if (word[at] == '{') ++depth;
    if (word[at] == '}' && --depth == 0) continue;
    if (word[at] == ',' && depth == 1)
      choices.emplace_back();
    else
      choices.back() += word[at];
  }
  for (const std::string& choice : choices)
    expand(word.substr(0, open) + choice + word.substr(at), out);
}

/// Writes word lists as named arrays, and gives back an expression for each.
class WordLists {
 public:
  explicit WordLists(std::ostream& out) : out_(out) {}

  std::string add(const std::vector<std::string>& words) {
    if (words.empty()) return "Words{}";
    std::string name = "w" + std::to_string(count_++);
    out_ << "constexpr std::string_view " << name << "[] = {";
    for (const std::string& w : words) out_ << literal(w) << ",";
    out_ << "};\n";
    return "Words(" + name + ")";
  }
  std::string add(const json::value& list) {
    std::vector<std::string> words;
    for (const json::value& w : list.as_array()) words.emplace_back(w.as_string());
    return add(words);
  }
  /// A list whose words may have braces; none at all where there is no list. Words that are `known`
  /// are left out, and the others known from then on.
  std::string addForms(const json::value& object, std::string_view key,
                       std::set<std::string>* known = nullptr) {
    std::vector<std::string> words;
    if (const json::value* list = object.as_object().if_contains(key))
      for (const json::value& w : list->as_array()) expand(std::string(w.as_string()), words);
    if (known) std::erase_if(words, [&](const auto& word) { return !known->insert(word).second; });
    return add(words);
  }

 private:
  std::ostream& out_;
  int count_ = 0;
};

json::value read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  return json::parse(std::string(std::istreambuf_iterator<char>(in), {}));
}

/// Only when it differs, so that an unchanged table rebuilds nothing.
void write(const fs::path& file, const std::string& content) {
  std::ifstream in(file, std::ios::binary);
  if (in && std::string(std::istreambuf_iterator<char>(in), {}) == content) return;
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << content;
}

std::string messagesHeader(const std::vector<std::string>& keys) {
  std::ostringstream out;
  out << "// Made by locale/generate.cpp from grammar/locales/en.json.\n#pragma once\n\n"
         "#include <cstdint>\n\nnamespace journey::locale {\n\n"
         "/// Every sentence that people read, by its key with the hyphens as underscores.\n"
         "enum class Message : std::uint16_t {\n";
  for (std::string key : keys) {
    std::replace(key.begin(), key.end(), '-', '_');
    out << "  " << key << ",\n";
  }
  out << "};\ninline constexpr std::size_t messageCount = " << keys.size()
      << ";\n\n}  // namespace journey::locale\n";
  return out.str();
}

/// A member's text: a string, or the lines of one. Empty where there is none.
std::string textOf(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  if (!value) return {};
  if (value->is_string()) return std::string(value->as_string());
  std::string out;
  for (const json::value& line : value->as_array()) out += std::string(line.as_string()) + '\n';
  return out;
}

/// A row for each rule that any language tells of, with its texts in all of them.
std::string ruleTable(const std::array<json::value, languageCodes.size()>& locales) {
  std::vector<std::string> ids;
  for (const json::value& locale : locales)
    for (const auto& rule : locale.at("rules").as_object())
      if (std::ranges::find(ids, rule.key()) == ids.end()) ids.emplace_back(rule.key());
  std::ostringstream out;
  out << "constexpr std::string_view ruleIds[] = {";
  for (const std::string& id : ids) out << literal(id) << ",";
  out << "};\nconstexpr RuleText ruleTable[][" << locales.size() << "] = {\n";
  for (const std::string& id : ids) {
    out << "  {\n";
    for (const json::value& locale : locales) {
      const json::value* rule = locale.at("rules").as_object().if_contains(id);
      out << "    {";
      for (const char* part : {"what", "why", "fires", "fine"})
        out << literal(rule ? textOf(rule->as_object(), part) : "") << ",";
      out << "},\n";
    }
    out << "  },\n";
  }
  out << "};\n";
  return out.str();
}

std::string tables(const std::array<json::value, languageCodes.size()>& locales,
                   const std::vector<std::string>& keys) {
  std::ostringstream lists;
  std::ostringstream out;
  WordLists words(lists);

  out << "constexpr Words keywordTable[][" << languageCodes.size() << "] = {\n";
  for (std::size_t c = 0; c < constructCount; ++c) {
    out << "  {";
    for (const json::value& locale : locales) {
      std::vector<std::string> forms;
      for (const char* group : {"keywords", "plurals"})
        if (const json::value* list = locale.at(group).as_object().if_contains(constructNames[c]))
          for (const json::value& form : list->as_array()) forms.emplace_back(form.as_string());
      if (forms.empty())
        throw std::runtime_error("no keyword for " + std::string(constructNames[c]));
      out << words.add(forms) << ",";
    }
    out << "},\n";
  }
  out << "};\n\nconstexpr std::string_view pluralTable[][" << languageCodes.size() << "] = {\n";
  for (std::size_t c = 0; c < constructCount; ++c) {
    out << "  {";
    for (const json::value& locale : locales) {
      const json::value* plurals = locale.at("plurals").as_object().if_contains(constructNames[c]);
      out << literal((plurals ? *plurals : locale.at("keywords").at(constructNames[c]))
                         .as_array()
                         .at(0)
                         .as_string())
          << ",";
    }
    out << "},\n";
  }
  out << "};\n\nconstexpr Words stateTable[][" << languageCodes.size() << "] = {\n";
  for (const char* state : {"current", "future", "planned", "actual"}) {
    out << "  {";
    for (const json::value& locale : locales)
      out << words.add(locale.at("states").at(state)) << ",";
    out << "},\n";
  }
  out << "};\n\nconstexpr std::string_view priorityTable[][" << languageCodes.size() << "] = {\n";
  for (const char* priority : {"high", "medium", "low"}) {
    out << "  {";
    for (const json::value& locale : locales)
      out << literal(locale.at("priorities").at(priority).as_string()) << ",";
    out << "},\n";
  }
  out << "};\n\n";

  // Titles: every language has the same meanings, in the order that English has them.
  std::vector<std::string> meanings;
  for (const auto& meaning : locales[0].at("titles").at("meanings").as_object())
    meanings.emplace_back(meaning.key());
  if (meanings.size() > 64) throw std::runtime_error("more meanings than bits");
  std::ostringstream titleRows;
  for (std::size_t l = 0; l < locales.size(); ++l) {
    const json::value& titles = locales[l].at("titles");
    if (titles.at("meanings").as_object().size() != meanings.size())
      throw std::runtime_error("other meanings in " + std::string(languageCodes[l]));
    out << "constexpr Words t" << l << "[] = {";
    for (const std::string& meaning : meanings) {
      titles.at("meanings").at(meaning);
      out << words.addForms(titles.at("meanings"), meaning) << ",";
    }
    out << "};\n";
    titleRows << "  {t" << l;
    for (const char* list :
         {"nothing", "stages", "parts", "fillers", "beside", "joints", "outside", "other"})
      titleRows << ", " << words.addForms(titles, list);
    titleRows << "},\n";
  }
  out << "constexpr TitleWords titleTable[] = {\n" << titleRows.str() << "};\n\n";

  std::ostringstream models;
  int modelIndex = 0;
  for (const auto& [id, phases] : locales[0].at("models").as_object()) {
    std::ostringstream rows;
    for (std::size_t p = 0; p < phases.as_array().size(); ++p) {
      std::string name = "m" + std::to_string(modelIndex) + "p" + std::to_string(p);
      out << "constexpr Words " << name << "[] = {";
      for (const json::value& locale : locales)
        out << words.add(locale.at("models").at(id).as_array().at(p).at("names")) << ",";
      out << "};\n";
      std::uint64_t bits = 0;  // a matter of the model, not of a language: English has it
      for (const json::value& meaning : phases.as_array()[p].at("means").as_array()) {
        auto found = std::ranges::find(meanings, std::string(meaning.as_string()));
        if (found == meanings.end())
          throw std::runtime_error("no meaning " + std::string(meaning.as_string()));
        bits |= std::uint64_t{1} << (found - meanings.begin());
      }
      rows << "{" << literal(phases.as_array()[p].at("id").as_string()) << ", " << name << ", "
           << bits << "ULL},";
    }
    out << "constexpr ModelPhase m" << modelIndex << "[] = {" << rows.str() << "};\n";
    models << "  {" << literal(id) << ", m" << modelIndex << "},\n";
    ++modelIndex;
  }
  out << "constexpr PhaseModel modelTable[] = {\n" << models.str() << "};\n\n";

  std::ostringstream emotionRows;
  std::ostringstream modifierRows;
  std::ostringstream companyRows;
  std::ostringstream placeholderRows;
  std::ostringstream monthRows;
  std::ostringstream nameRows;
  std::ostringstream messageRows;
  for (std::size_t l = 0; l < locales.size(); ++l) {
    const json::value& locale = locales[l];
    std::set<std::string> known;  // a form counts once: as what is offered first
    for (const json::value& e : locale.at("emotions").as_array()) {
      known.emplace(e.at("word").as_string());
      for (const json::value& form : e.at("forms").as_array()) known.emplace(form.as_string());
    }
    out << "constexpr Emotion e" << l << "[] = {\n";
    for (const json::value& e : locale.at("emotions").as_array())
      out << "  {" << literal(e.at("word").as_string()) << ", " << e.at("valence").as_int64()
          << ", " << literal(e.at("emoji").as_string()) << ", "
          << literal(e.at("concept").as_string()) << ", " << words.add(e.at("forms")) << ", "
          << words.addForms(e, "also", &known) << "},\n";
    out << "};\n";
    emotionRows << "e" << l << ",";
    const json::value& m = locale.at("modifiers");
    modifierRows << "  {";
    for (const char* list :
         {"negators", "intensifiers", "downtoners", "fillers", "joints", "breaks"})
      modifierRows << words.addForms(m, list) << ", ";
    modifierRows << "},\n";
    companyRows << words.add(locale.at("company")) << ",";
    placeholderRows << words.addForms(locale, "placeholders") << ",";
    if (locale.at("months").as_array().size() != 12)
      throw std::runtime_error("not twelve months in " + std::string(languageCodes[l]));
    monthRows << words.add(locale.at("months")) << ",";
    nameRows << literal(locale.at("name").as_string()) << ",";
    messageRows << "  {\n";
    for (const std::string& key : keys) {
      const json::value* message = locale.at("messages").as_object().if_contains(key);
      messageRows << "    " << (message ? literal(message->as_string()) : "{}") << ",  // " << key
                  << "\n";
    }
    messageRows << "  },\n";
  }
  out << "constexpr std::span<const Emotion> emotionTable[] = {" << emotionRows.str() << "};\n"
      << "constexpr Modifiers modifierTable[] = {\n"
      << modifierRows.str() << "};\n"
      << "constexpr Words companyTable[] = {" << companyRows.str() << "};\n"
      << "constexpr Words placeholderTable[] = {" << placeholderRows.str() << "};\n"
      << "constexpr Words monthTable[] = {" << monthRows.str() << "};\n"
      << "constexpr std::string_view nameTable[] = {" << nameRows.str() << "};\n"
      << "constexpr std::string_view messageTable[][messageCount + 1] = {\n"
      << messageRows.str() << "};\n"
      << "constexpr std::string_view keyTable[] = {";
  for (const std::string& key : keys) out << literal(key) << ",";
  out << "};\nconstexpr std::uint16_t forOneTable[] = {";
  for (std::size_t i = 0; i < keys.size(); ++i) {
    auto one = std::ranges::find(keys, keys[i] + "-one");
    out << (one == keys.end() ? i : static_cast<std::size_t>(one - keys.begin())) << ",";
  }
  out << "};\n" << ruleTable(locales);

  return "// Made by locale/generate.cpp.\n#include \"locale/message.hpp\"\n#include "
         "\"locale/rule_text.hpp\"\n#include \"locale/vocabulary.hpp\"\n\n"
         "namespace journey::locale {\n\nnamespace {\n\n" +
         lists.str() + "\n" + out.str() +
         "\nconstexpr std::size_t at(auto value) { return static_cast<std::size_t>(value); }\n\n}  "
         "// namespace\n\n"
         "std::string_view nameOf(Language l) { return nameTable[at(l)]; }\n"
         "Words keywords(syntax::Construct c, Language l) { return keywordTable[at(c)][at(l)]; }\n"
         "std::string_view plural(syntax::Construct c, Language l) { return "
         "pluralTable[at(c)][at(l)]; }\n"
         "Words states(State s, Language l) { return stateTable[at(s)][at(l)]; }\n"
         "std::string_view priority(Priority p, Language l) { return priorityTable[at(p)][at(l)]; "
         "}\n"
         "std::span<const PhaseModel> phaseModels() { return modelTable; }\n"
         "const TitleWords& titleWords(Language l) { return titleTable[at(l)]; }\n"
         "std::span<const Emotion> emotions(Language l) { return emotionTable[at(l)]; }\n"
         "const Modifiers& modifiers(Language l) { return modifierTable[at(l)]; }\n"
         "Words companyWords(Language l) { return companyTable[at(l)]; }\n"
         "Words placeholders(Language l) { return placeholderTable[at(l)]; }\n"
         "Words months(Language l) { return monthTable[at(l)]; }\n"
         "std::string_view ownMessage(Message m, Language l) { return messageTable[at(l)][at(m)]; "
         "}\n"
         "std::string_view keyOf(Message m) { return keyTable[at(m)]; }\n"
         "Message forOne(Message m) { return static_cast<Message>(forOneTable[at(m)]); }\n"
         "std::span<const std::string_view> ruleTextIds() { return ruleIds; }\n"
         "const RuleText* ruleText(std::string_view id, Language l) {\n"
         "  for (std::size_t i = 0; i < std::size(ruleIds); ++i)\n"
         "    if (ruleIds[i] == id) return &ruleTable[i][at(l)];\n"
         "  return nullptr;\n"
         "}\n"
         "\n}  // namespace journey::locale\n";
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 3) throw std::runtime_error("usage: generate LOCALES_DIR OUT_DIR");
  std::array<json::value, languageCodes.size()> locales;
  for (std::size_t l = 0; l < locales.size(); ++l)
    locales[l] = read(fs::path(argv[1]) / (std::string(languageCodes[l]) + ".json"));
  std::vector<std::string> keys;
  for (const auto& [key, value] : locales[0].at("messages").as_object()) keys.emplace_back(key);
  write(fs::path(argv[2]) / "locale/messages.hpp", messagesHeader(keys));
  write(fs::path(argv[2]) / "tables.cpp", tables(locales, keys));
  std::ofstream(fs::path(argv[2]) / "stamp");
  return 0;
} catch (const std::exception& error) {
  std::cerr << "generate: " << error.what() << '\n';
  return 1;
}
