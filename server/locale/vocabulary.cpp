#include "locale/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "text/unicode.hpp"

namespace journey::locale {

namespace {

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};
template <typename T>
using ByWord = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;

// Emoji that people use alone, beside those of the lexicon (domain.md (f); own judgement).
constexpr std::pair<std::string_view, Valence> moreEmoji[] = {
    {"😀", 2},     {"😁", 2},     {"😆", 2},     {"😂", 2},     {"🤣", 2}, {"🥳", 2},
    {"❤", 2},     {"🧡", 2},  {"💛", 2},     {"💚", 2},     {"💙", 2},    {"💜", 2},
    {"💖", 2},     {"💕", 2},     {"💗", 2},     {"💘", 2},     {"😻", 2},    {"🎊", 2},
    {"🔥", 2},     {"💯", 2},     {"🙌", 2},     {"🌟", 2},     {"✨", 2},    {"👏", 2},
    {"😇", 2},     {"🌈", 2},     {"⭐", 1},     {"👍", 1},     {"✅", 1},    {"✔", 1},
    {"🟢", 1},  {"😎", 1},     {"☺", 1},     {"😉", 1},     {"🙃", 1}, {"😋", 1},
    {"😸", 1},     {"👌", 1},     {"💪", 1},     {"🌞", 1},     {"☀", 1},    {"😺", 1},
    {"➕", 1},     {"🍀", 1},     {"🤠", 1},  {"🎈", 1},     {"🥂", 1}, {"🫶", 1},
    {"😅", 0},     {"🥹", 0},  {"😶", 0},     {"🤷", 0},  {"❓", 0},    {"🟡", 0},
    {"🥲", 0},  {"😯", 0},     {"😲", 0},     {"➖", 0},     {"🤐", 0}, {"🫥", 0},
    {"😤", -1},    {"🙄", -1}, {"😴", -1},    {"☹", -1},    {"👎", -1},   {"❌", -1},
    {"🔴", -1},    {"⚠", -1},    {"😥", -1},    {"😓", -1},    {"😧", -1},   {"😦", -1},
    {"🥺", -1}, {"😵", -1},    {"💤", -1},    {"⏳", -1},    {"🐌", -1},   {"🥴", -1},
    {"🫠", -1}, {"😪", -1},    {"😿", -1},    {"⛔", -1},    {"🚫", -1},   {"🌧", -1},
    {"☁", -1},    {"✖", -1},    {"🙅", -1},    {"🤕", -1}, {"😭", -2},   {"😡", -2},
    {"🤬", -2}, {"😱", -2},    {"🤦", -2}, {"🤮", -2}, {"👿", -2},   {"💩", -2},
    {"😾", -2},    {"🙀", -2},    {"🖕", -2}, {"☠", -2},    {"💀", -2},   {"🥵", -2},
    {"🆘", -2},    {"⛈", -2},    {"🌩", -2}};

}  // namespace

std::optional<Language> languageFromTag(std::string_view tag) {
  std::string code = text::fold(tag.substr(0, tag.find_first_of("-_.@")));
  if (code == "no" || code == "nn") return Language::Nb;
  for (Language l : allLanguages)
    if (code == codeOf(l)) return l;
  return std::nullopt;
}

LanguageSet keywordLanguages(syntax::Construct construct, std::string_view folded) {
  using Table = std::array<ByWord<LanguageSet>, syntax::constructCount>;
  static const Table table = [] {
    Table t;
    for (std::size_t c = 0; c < syntax::constructCount; ++c)
      for (Language l : allLanguages)
        for (std::string_view form : keywords(static_cast<syntax::Construct>(c), l))
          t[c][text::fold(form)] |= only(l);
    return t;
  }();
  if (construct == syntax::Construct::Unknown) return 0;
  const auto& words = table[static_cast<std::size_t>(construct)];
  auto found = words.find(folded);
  return found == words.end() ? 0 : found->second;
}

const PhaseModel* phaseModel(std::string_view id) {
  std::string folded = text::fold(id);
  for (const PhaseModel& model : phaseModels())
    if (model.id == folded) return &model;
  return nullptr;
}

const Emotion* emotionByWord(std::string_view folded, Language language) {
  const FeelingForm* form = feelingForms(language).find(folded);
  return form && form->role == Role::Feeling ? &emotions(language)[form->emotion] : nullptr;
}

std::optional<Valence> emojiValence(std::string_view emoji) {
  static const auto table = [] {
    std::unordered_map<std::string_view, Valence> t;
    for (Language l : allLanguages)
      for (const Emotion& e : emotions(l)) t.emplace(e.emoji, e.valence);
    for (auto [e, v] : moreEmoji) t.emplace(e, v);
    return t;
  }();
  auto found = table.find(emoji);
  return found == table.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace journey::locale
