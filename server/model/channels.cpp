#include "model/channels.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "locale/vocabulary.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace journey::model {

namespace {

using locale::Language;

// As keys. «mail» is a letter in English, and e-mail in the other languages.
constexpr std::array emails = {"email",  "epost",   "elpost",  "sposti",  "sähköposti", "emailpost",
                               "emails", "eposten", "eposter", "emailen", "sähköpostit"};
constexpr std::array telephones = {"telephone", "phone",    "telefon", "tlf",
                                   "tel",       "telefoon", "puhelin", "fastnett"};

/// An ending that a plural has, and how many bytes of the word must be left for it to be one:
/// «Post» is not a «Poster».
struct Plural {
  std::string_view ending;
  std::size_t least;
};

std::span<const Plural> pluralsOf(Language language) {
  static constexpr std::array en = {Plural{"s", 3}};
  static constexpr std::array scandinavian = {Plural{"er", 5}, Plural{"e", 5}, Plural{"r", 5},
                                              Plural{"s", 3}};
  static constexpr std::array sv = {Plural{"er", 5}, Plural{"ar", 5}, Plural{"or", 5},
                                    Plural{"a", 5}, Plural{"s", 3}};
  static constexpr std::array fi = {Plural{"t", 5}};
  static constexpr std::array nl = {Plural{"en", 5}, Plural{"s", 3}};
  static constexpr std::array de = {Plural{"en", 4}, Plural{"n", 4}, Plural{"e", 4},
                                    Plural{"s", 3}};
  switch (language) {
    case Language::En:
      return en;
    case Language::Nb:
    case Language::Da:
      return scandinavian;
    case Language::Sv:
      return sv;
    case Language::Fi:
      return fi;
    case Language::Nl:
      return nl;
    case Language::De:
      return de;
  }
  return {};
}

/// «Café» and «Cafe»: accents that people leave out. The letters å, ä, ö, ø and ü are no accents.
std::string_view withoutAccent(char32_t c) {
  static constexpr std::pair<std::u32string_view, std::string_view> letters[] = {
      {U"àáâ", "a"}, {U"èéê", "e"}, {U"ìíî", "i"}, {U"òóô", "o"}, {U"ùúû", "u"}};
  for (auto [accented, bare] : letters)
    if (accented.find(c) != accented.npos) return bare;
  return {};
}

bool separates(char32_t c) {
  // The hyphens of Unicode too: U+2010 … U+2015.
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || text::isSpace(c) || c == '&' || c == '+';
}

/// «App and web», «App & web»: without the word between.
bool joins(std::string_view word, Language language) {
  static constexpr std::array<std::string_view, locale::languageCount> ands = {
      "and", "og", "och", "ja", "en", "og", "und"};
  return word == "and" || word == ands[static_cast<std::size_t>(language)];
}

}  // namespace

std::string channelKey(std::string_view channel, Language language) {
  std::string out;
  std::string word;
  auto finish = [&] {
    if (!joins(word, language) || out.empty()) out += word;
    word.clear();
  };
  std::string folded = text::fold(channel);
  for (std::size_t at = 0; at < folded.size();) {
    text::CodePoint c = text::decode(std::string_view(folded).substr(at));
    if (separates(c.value))
      finish();
    else if (std::string_view bare = withoutAccent(c.value); !bare.empty())
      word += bare;
    else if (c.value != '.' && c.value != '\'')
      word += folded.substr(at, c.length);
    at += c.length;
  }
  finish();
  auto isOneOf = [&](const auto& words) { return std::ranges::find(words, out) != words.end(); };
  if (isOneOf(emails) || (out == "mail" && language != Language::En)) return "email";
  if (isOneOf(telephones)) return "telephone";
  if (language == Language::En)
    if (std::size_t at = out.find("centre"); at != out.npos) out.replace(at, 6, "center");
  if (out.ends_with("ss") || out.ends_with("us") || out.ends_with("is")) return out;
  for (auto [ending, least] : pluralsOf(language))
    if (out.ends_with(ending) && out.size() >= least + ending.size()) {
      out.resize(out.size() - ending.size());
      break;
    }
  return out;
}

}  // namespace journey::model
