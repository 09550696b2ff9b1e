// The seven languages and sets of them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace journey::locale {

enum class Language : std::uint8_t { En, Nb, Sv, Fi, Nl, Da, De };

inline constexpr std::size_t languageCount = 7;
inline constexpr std::array<Language, languageCount> allLanguages = {
    Language::En, Language::Nb, Language::Sv, Language::Fi,
    Language::Nl, Language::Da, Language::De};
inline constexpr std::array<std::string_view, languageCount> languageCodes = {
    "en", "nb", "sv", "fi", "nl", "da", "de"};

constexpr std::string_view codeOf(Language l) { return languageCodes[static_cast<std::size_t>(l)]; }

/// A bit per language.
using LanguageSet = std::uint8_t;
inline constexpr LanguageSet everyLanguage = (1U << languageCount) - 1;
constexpr LanguageSet only(Language l) {
  return static_cast<LanguageSet>(1U << static_cast<unsigned>(l));
}
constexpr bool contains(LanguageSet set, Language l) { return (set & only(l)) != 0; }

/// From a code or a tag such as `nb`, `no`, `nn`, `de-AT`, `sv_FI.UTF-8`; case does not matter.
std::optional<Language> languageFromTag(std::string_view tag);

}  // namespace journey::locale
