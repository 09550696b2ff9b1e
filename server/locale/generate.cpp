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
#include <map>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "locale/language.hpp"
#include "syntax/construct.hpp"
#include "text/unicode.hpp"
#include "text/words.hpp"

namespace json = boost::json;
namespace text = journey::text;
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

/// A list's words without braces; none where there is no list.
std::vector<std::string> expanded(const json::value& object, std::string_view key) {
  std::vector<std::string> words;
  if (const json::value* list = object.as_object().if_contains(key))
    for (const json::value& w : list->as_array()) expand(std::string(w.as_string()), words);
  return words;
}

/// As it is typed without a keyboard for the language: «enttaeuscht», «foele».
std::string transliterated(std::string folded, std::string_view language) {
  using Pair = std::pair<std::string_view, std::string_view>;
  static constexpr std::array german = {Pair{"ä", "ae"}, Pair{"ö", "oe"}, Pair{"ü", "ue"}};
  static constexpr std::array scandinavian = {Pair{"æ", "ae"}, Pair{"ø", "oe"}, Pair{"å", "aa"}};
  std::span<const Pair> letters;
  if (language == "de") letters = german;
  if (language == "nb" || language == "da") letters = scandinavian;
  for (auto [letter, two] : letters)
    for (std::size_t at = folded.find(letter); at != folded.npos; at = folded.find(letter, at))
      folded.replace(at, letter.size(), two);
  return folded;
}

/// Writes a locale::FormTable: the text and the rows of sorted forms. `rest` is what a row has
/// behind offset and length. Gives back an expression for it.
std::string writeForms(std::ostream& out, const std::string& type, const std::string& name,
                       const std::map<std::string, std::string>& restByForm) {
  std::ostringstream text;
  std::size_t offset = 0;
  std::size_t longest = 1;
  out << "constexpr " << type << " " << name << "[] = {\n";
  for (const auto& [form, rest] : restByForm) {
    out << "  {" << offset << ", " << form.size() << ", " << rest << "},\n";
    text << "    " << literal(form) << "\n";
    offset += form.size();
    longest = std::max(longest, 1 + static_cast<std::size_t>(std::ranges::count(form, ' ')));
  }
  out << "};\nconstexpr char " << name << "Text[] =\n" << text.str() << ";\n";
  return "{" + name + "Text, " + name + ", " + std::to_string(longest) + "},";
}

const char* truth(bool value) { return value ? "true" : "false"; }

/// The forms by which the emotions of a language are read.
class FeelingTable {
 public:
  explicit FeelingTable(std::string_view language) : language_(language) {}

  /// `role` is a member of locale::Role. What is there already stays what it is.
  void add(const std::string& word, const char* role, int valence, std::size_t emotion) {
    std::string folded = text::wordsOf(text::fold(word)).text;
    if (std::string typed = transliterated(folded, language_); typed != folded)
      addFolded(typed, role, valence, emotion);
    addFolded(folded, role, valence, emotion);
  }

  std::string write(std::ostream& out) const {
    std::map<std::string, std::string> rest;
    for (const auto& [form, row] : rows_)
      rest[form] = "Role::" + row.role + ", " + truth(row.breaksToo) + ", " +
                   std::to_string(row.valence) + ", " + std::to_string(row.emotion);
    return writeForms(out, "FeelingForm", "feelings" + std::string(language_), rest);
  }

 private:
  struct Row {
    std::string role;
    bool breaksToo = false;
    int valence = 0;
    std::size_t emotion = 0;
  };

  void addFolded(const std::string& form, const char* role, int valence, std::size_t emotion) {
    auto [known, fresh] = rows_.try_emplace(form, Row{role, false, valence, emotion});
    Row& row = known->second;
    auto feels = [](std::string_view what) { return what == "Feeling" || what == "Alone"; };
    bool feeling = feels(role);
    if (!fresh && feeling && feels(row.role) && row.valence * valence < 0)
      throw std::runtime_error("good and bad at once in " + std::string(language_) + ": " + form);
    if (!fresh && feeling && !feels(row.role) && row.valence == 0) row.valence = valence;
    if (std::string_view(role) == "Break") row.breaksToo = true;
  }

  std::string_view language_;
  std::map<std::string, Row> rows_;
};

/// The forms by which the titles of phases are read.
class TitleTable {
 public:
  TitleTable(std::string_view language, const std::vector<std::string>& fillers)
      : language_(language) {
    for (const std::string& filler : fillers) fillers_.insert(text::fold(filler));
  }

  void add(std::string_view form, std::uint64_t meanings) {
    Row cue{meanings, form.starts_with('^'), form.ends_with('$'), form.ends_with(" *"),
            form.ends_with('-')};
    std::string key = text::without(text::wordsOf(text::fold(form)), [&](std::string_view word) {
                        return fillers_.contains(std::string(word));
                      }).text;
    Row& known = rows_.try_emplace(key, cue).first->second;
    known.meanings |= meanings;
    known.verb |= cue.verb;
    known.stem &= cue.stem;
  }

  std::string write(std::ostream& out) const {
    std::map<std::string, std::string> rest;
    for (const auto& [form, row] : rows_)
      rest[form] = std::string(truth(row.first)) + ", " + truth(row.last) + ", " + truth(row.verb) +
                   ", " + truth(row.stem) + ", " + std::to_string(row.meanings) + "ULL";
    return writeForms(out, "TitleForm", "titles" + std::string(language_), rest);
  }

 private:
  struct Row {
    std::uint64_t meanings = 0;
    bool first = false;
    bool last = false;
    bool verb = false;
    bool stem = false;
  };

  std::string_view language_;
  std::set<std::string> fillers_;
  std::map<std::string, Row> rows_;
};

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
  /// A list whose words may have braces; none at all where there is no list.
  std::string addForms(const json::value& object, std::string_view key) {
    return add(expanded(object, key));
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
  std::ostringstream titleFormRows;
  for (std::size_t l = 0; l < locales.size(); ++l) {
    const json::value& titles = locales[l].at("titles");
    if (titles.at("meanings").as_object().size() != meanings.size())
      throw std::runtime_error("other meanings in " + std::string(languageCodes[l]));
    TitleTable table(languageCodes[l], expanded(titles, "fillers"));
    for (const std::string& form : expanded(titles, "nothing")) table.add(form, 0);
    for (std::size_t m = 0; m < meanings.size(); ++m) {
      titles.at("meanings").at(meanings[m]);
      for (const std::string& form : expanded(titles.at("meanings"), meanings[m]))
        table.add(form, std::uint64_t{1} << m);
    }
    titleFormRows << table.write(out);
    titleRows << "  {";
    for (const char* list : {"stages", "parts", "fillers", "beside", "joints", "outside", "other"})
      titleRows << words.addForms(titles, list) << ", ";
    titleRows << "},\n";
  }
  out << "constexpr TitleWords titleTable[] = {\n"
      << titleRows.str() << "};\nconstexpr FormTable<TitleForm> titleFormTable[] = {"
      << titleFormRows.str() << "};\n\n";

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
  std::ostringstream feelingRows;
  std::ostringstream modifierRows;
  std::ostringstream companyRows;
  std::ostringstream placeholderRows;
  std::ostringstream monthRows;
  std::ostringstream nameRows;
  std::ostringstream messageRows;
  for (std::size_t l = 0; l < locales.size(); ++l) {
    const json::value& locale = locales[l];
    out << "constexpr Emotion e" << l << "[] = {\n";
    for (const json::value& e : locale.at("emotions").as_array())
      out << "  {" << literal(e.at("word").as_string()) << ", " << e.at("valence").as_int64()
          << ", " << literal(e.at("emoji").as_string()) << ", "
          << literal(e.at("concept").as_string()) << ", " << words.add(e.at("forms")) << "},\n";
    out << "};\n";
    emotionRows << "e" << l << ",";
    FeelingTable feelings(languageCodes[l]);
    const json::value& m = locale.at("modifiers");
    modifierRows << "  {";
    for (auto [list, role] : {std::pair{"negators", "Negator"},
                              {"intensifiers", "Intensifier"},
                              {"downtoners", "Downtoner"},
                              {"fillers", "Filler"},
                              {"joints", "Joint"},
                              {"breaks", "Break"},
                              {"insteads", "Instead"},
                              {"wants", "Want"}}) {
      modifierRows << words.addForms(m, list) << ", ";
      for (const std::string& form : expanded(m, list))
        if (!form.ends_with('-')) feelings.add(form, role, 0, 0);  // that is a prefix
    }
    for (const char* list : {"comparers", "thans", "whys", "thats", "opinions", "causes"}) {
      for (const std::string& word : expanded(m, list))
        if (text::wordsOf(text::fold(word)).words.size() != 1 || text::fold(word) != word)
          throw std::runtime_error(std::string(list) + ": not one folded word: " + word);
      modifierRows << words.addForms(m, list) << ", ";
    }
    modifierRows << "},\n";
    // A form counts as what is offered first.
    for (const char* list : {"forms", "also"})
      for (std::size_t e = 0; e < locale.at("emotions").as_array().size(); ++e) {
        const json::value& emotion = locale.at("emotions").as_array()[e];
        int valence = static_cast<int>(emotion.at("valence").as_int64());
        if (std::string_view(list) == "forms")
          feelings.add(std::string(emotion.at("word").as_string()), "Feeling", valence, e);
        for (const std::string& form : expanded(emotion, list))
          feelings.add(form, form.starts_with('^') ? "Alone" : "Feeling", valence, e);
      }
    feelingRows << feelings.write(out);
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
      << "constexpr FormTable<FeelingForm> feelingTable[] = {" << feelingRows.str() << "};\n"
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
         "const FormTable<TitleForm>& titleForms(Language l) { return titleFormTable[at(l)]; }\n"
         "std::span<const Emotion> emotions(Language l) { return emotionTable[at(l)]; }\n"
         "const FormTable<FeelingForm>& feelingForms(Language l) { return feelingTable[at(l)]; }\n"
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
