#include "model/phase_names.hpp"

#include <algorithm>

#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace journey::model {

namespace {

// Seen in the wild: «medvetenhetssteget», «bewustwordingsfase», «bevidsthedsstadiet». Folded.
constexpr std::string_view compoundEnds[] = {"phase",   "phasen",  "stage",  "step",    "fase",
                                             "fasen",   "fas",     "vaihe",  "steg",    "steget",
                                             "trinn",   "trinnet", "trin",   "trinnet", "stap",
                                             "stadium", "stadiet", "stadie", "schritt"};
constexpr std::string_view links[] = {"", "s", "e", "n", "es", "-", "s-", " "};

bool isCompound(std::string_view title, std::string_view name) {
  if (!title.starts_with(name)) return false;
  title.remove_prefix(name.size());
  return std::ranges::any_of(links, [&](std::string_view link) {
    return title.starts_with(link) &&
           std::ranges::find(compoundEnds, title.substr(link.size())) != std::end(compoundEnds);
  });
}

bool isBoundary(std::string_view text, std::size_t at) {
  auto wordAt = [&](std::size_t i) {
    return text::isWordCharacter(text::decode(text.substr(i)).value);
  };
  if (at == 0 || at >= text.size()) return true;
  std::size_t before = at - 1;
  while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80) --before;
  return !(wordAt(before) && wordAt(at));
}

bool holdsWords(std::string_view title, std::string_view name) {
  for (std::size_t at = title.find(name); at != title.npos; at = title.find(name, at + 1))
    if (isBoundary(title, at) && isBoundary(title, at + name.size())) return true;
  return false;
}

std::optional<std::size_t> find(std::string_view title, const locale::PhaseModel& model,
                                locale::Language language) {
  std::optional<std::size_t> best;
  std::size_t bestRank = 0;
  for (std::size_t i = 0; i < model.phases.size(); ++i) {
    for (std::string_view name : model.phases[i].in(language)) {
      std::string folded = text::fold(name);
      // Exact beats compound beats words inside; among those the longest name wins.
      std::size_t rank = title == folded             ? 3000
                         : isCompound(title, folded) ? 2000
                         : holdsWords(title, folded) ? 1000
                                                     : 0;
      if (rank == 0) continue;
      rank += std::min<std::size_t>(folded.size(), 999);
      if (rank > bestRank) {
        best = i;
        bestRank = rank;
      }
    }
  }
  return best;
}

}  // namespace

std::string bareTitle(std::string_view title) {
  std::string out;
  bool started = false;
  for (std::string_view g : text::graphemes(text::trimmed(title))) {
    char32_t c = text::decode(g).value;
    if (text::isEmoji(c)) continue;
    bool numbering = (c >= '0' && c <= '9') || c == '#' || c == '.' || c == ')' || c == '(' ||
                     c == ':' || c == '-' || c == 0x2013 || text::isSpace(c);
    if (!started && numbering) continue;
    started = true;
    out += g;
  }
  while (!out.empty() &&
         std::string_view(".:;!?,-–— ").find(out.back()) != std::string_view::npos &&
         static_cast<unsigned char>(out.back()) < 0x80)
    out.pop_back();
  return text::fold(out);
}

std::optional<std::size_t> phaseInModel(std::string_view title, const locale::PhaseModel& model,
                                        locale::Language language) {
  std::string bare = bareTitle(title);
  if (bare.empty()) return std::nullopt;
  auto found = find(bare, model, language);
  if (!found && language != locale::Language::En) found = find(bare, model, locale::Language::En);
  return found;
}

std::vector<std::int16_t> phaseInModels(std::string_view title,
                                        std::span<const locale::PhaseModel> models,
                                        locale::Language language) {
  std::vector<std::int16_t> places;
  for (const locale::PhaseModel& model : models) {
    auto place = phaseInModel(title, model, language);
    places.push_back(place ? static_cast<std::int16_t>(*place) : std::int16_t{-1});
  }
  return places;
}

}  // namespace journey::model
