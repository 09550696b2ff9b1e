#include "model/phase_names.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <map>
#include <mutex>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "text/encoding.hpp"
#include "text/unicode.hpp"
#include "text/words.hpp"

namespace journey::model {

namespace {

using locale::Language;

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};
template <typename T>
using ByForm = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;
using FormSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;

using text::Words;

/// Without the fillers, unless there are only such.
Words wordsOf(std::string_view folded, const FormSet& fillers) {
  return text::without(text::wordsOf(folded),
                       [&](std::string_view word) { return fillers.contains(word); });
}

struct Lexicon {
  const locale::FormTable<locale::TitleForm>& forms;
  FormSet fillers, stages, beside, joints, outside, other;
  std::vector<std::string> parts;
  bool verbsLast = false;  // behind their object, so the first of two phases may be what is done to
};

FormSet setOf(locale::Words words) {
  FormSet out;
  for (std::string_view word : words) out.insert(text::fold(word));
  return out;
}

std::size_t wordCount(std::string_view key) {
  return 1 + static_cast<std::size_t>(std::ranges::count(key, ' '));
}

Lexicon lexiconOf(Language language) {
  const locale::TitleWords& words = locale::titleWords(language);
  Lexicon out{locale::titleForms(language),
              setOf(words.fillers),
              setOf(words.stages),
              setOf(words.beside),
              setOf(words.joints),
              setOf(words.outside),
              setOf(words.other),
              {},
              language == Language::De || language == Language::Nl};
  for (std::string_view part : words.parts) out.parts.push_back(text::fold(part));
  return out;
}

const Lexicon& lexicon(Language language) {
  static std::array<std::once_flag, locale::languageCount> made;
  static std::array<std::optional<Lexicon>, locale::languageCount> all;
  auto l = static_cast<std::size_t>(language);
  std::call_once(made[l], [&] { all[l].emplace(lexiconOf(language)); });
  return *all[l];
}

/// The names of a model's phases in one language.
struct Names {
  ByForm<std::size_t> phases;  // as words without fillers
  ByForm<std::size_t> whole;   // folded as they are
  std::size_t longest = 1;
};

Names namesOf(const locale::PhaseModel& model, Language language) {
  Names out;
  for (std::size_t p = 0; p < model.phases.size(); ++p)
    for (std::string_view name : model.phases[p].in(language)) {
      std::string folded = text::fold(name);
      std::string key = wordsOf(folded, lexicon(language).fillers).text;
      out.longest = std::max(out.longest, wordCount(key));
      if (!key.empty()) out.phases.emplace(std::move(key), p);
      out.whole.emplace(std::move(folded), p);
    }
  return out;
}

/// Made once for the built-in models; a project's own come and go.
const Names& builtInNames(const locale::PhaseModel& model, Language language) {
  static std::mutex lock;
  static std::map<std::pair<const void*, Language>, Names> all;
  std::scoped_lock guard(lock);
  auto key = std::pair<const void*, Language>(model.phases.data(), language);
  auto found = all.find(key);
  if (found == all.end()) found = all.emplace(key, namesOf(model, language)).first;
  return found->second;
}

bool isBuiltIn(const locale::PhaseModel& model) {
  return std::ranges::any_of(locale::phaseModels(), [&](const locale::PhaseModel& known) {
    return known.phases.data() == model.phases.data();
  });
}

/// What a form denotes in one model. None: it is no such form; no place: it is one, but stands for
/// nothing that the model has.
using Found = std::optional<PhasePlace>;

class Reader {
 public:
  Reader(const locale::PhaseModel& model, const Names& names, const Lexicon& lexicon,
         const Words& words)
      : model_(model), names_(names), lexicon_(lexicon), words_(words) {}

  PhasePlace read() const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (lexicon_.other.contains(words_.at(i))) return {};
    PhasePlace first;
    bool beside = false;
    for (std::size_t at = 0; at < words_.size();) {
      std::size_t count = 1;
      Found found = longestAt(at, count);
      beside |= words_.words[at].afterBreak || lexicon_.joints.contains(words_.at(at));
      if (found && found->place >= 0) {
        if (first.place < 0)
          first = *found;
        else if (found->place == first.place)
          first.byName |= found->byName;
        else if (beside && std::abs(found->place - first.place) > 1)
          return {};  // «From awareness to purchase»
        else if (!beside && lexicon_.verbsLast) {
          // «Kauf abwägen»: the first is what the second is done to.
          if (at + count < words_.size() || !words_.at(words_.size() - 1).ends_with("en"))
            return {};
          first = *found;
        }
        if (first.place >= 0 && first.place == found->place) beside = startsSpan();
      }
      at += count;
    }
    return first;
  }

 private:
  /// «From …»: what follows is joined, however far away.
  bool startsSpan() const { return lexicon_.joints.contains(words_.at(0)); }

  Found longestAt(std::size_t at, std::size_t& count) const {
    std::size_t most =
        std::min(std::max(names_.longest, lexicon_.forms.longest), words_.size() - at);
    for (std::size_t i = 1; i < most; ++i)
      if (words_.words[at + i].afterBreak) most = i;
    // The longest form counts, else a shorter one that the model has: «bli kjent» in «bli kjent med
    // produktet». One that stands for something else hides the words in it: «after the purchase».
    std::size_t hidden = 0;
    for (count = most; count > 0; --count) {
      Found found = wordsAt(at, count);
      if (found && found->place >= 0) return found;
      if (found && hidden == 0) hidden = count;
      if (found && denotesNothing(at, count)) break;
    }
    if (hidden > 0) {
      count = hidden;
      return PhasePlace{};
    }
    count = 1;
    auto found = compound(words_.at(at));
    if (found && !fits(at, 1, false)) return std::nullopt;
    return found;
  }

  bool denotesNothing(std::size_t at, std::size_t count) const {
    const locale::TitleForm* form = lexicon_.forms.find(words_.at(at, count));
    return form && form->meanings == 0;
  }

  Found wordsAt(std::size_t at, std::size_t count) const {
    std::string_view key = words_.at(at, count);
    const locale::TitleForm* c = lexicon_.forms.find(key);
    if (c && ((c->first && at > 0) ||
              (c->last && at + count < words_.size() && !words_.words[at + count].afterBreak)))
      return std::nullopt;
    Found found = denoted(key, isStage(at + count));
    if (!found || !fits(at, count, c && c->verb)) return std::nullopt;
    bool turned = at > 0 && !words_.words[at].afterBreak &&
                  lexicon_.outside.contains(words_.at(at - 1)) && !(c && c->first);
    return turned ? PhasePlace{} : found;
  }

  Found denoted(std::string_view key, bool beforeStage) const {
    if (auto name = names_.phases.find(key); name != names_.phases.end())
      return PhasePlace{static_cast<std::int16_t>(name->second), true};
    const locale::TitleForm* form = lexicon_.forms.find(key);
    if (!form || (form->stem && !beforeStage)) return std::nullopt;
    for (std::size_t p = 0; p < model_.phases.size(); ++p)
      if (model_.phases[p].meanings & form->meanings)
        return PhasePlace{static_cast<std::int16_t>(p), false};
    return PhasePlace{};
  }

  /// «Bewustwordings·fase», «Kunden·bindung».
  Found compound(std::string_view word) const {
    for (const std::string& stage : lexicon_.stages) {
      if (!word.ends_with(stage)) continue;
      std::string_view stem = word.substr(0, word.size() - stage.size());
      for (std::string_view link : {"", "s", "e", "n", "es", "en"}) {
        if (!stem.ends_with(link) || stem.size() < link.size() + 3) continue;
        std::string_view bare = stem.substr(0, stem.size() - link.size());
        if (auto found = single(bare, true)) return found;
        if (auto found = secondHalf(bare, true)) return found;
      }
    }
    return secondHalf(word, false);
  }

  Found secondHalf(std::string_view word, bool beforeStage) const {
    for (const std::string& part : lexicon_.parts) {
      if (!word.starts_with(part)) continue;
      std::string_view rest = word.substr(part.size());
      for (std::string_view link : {"", "s", "e", "n", "en"})
        if (rest.starts_with(link) && rest.size() >= link.size() + 3)
          if (auto found = single(rest.substr(link.size()), beforeStage)) return found;
    }
    return std::nullopt;
  }

  Found single(std::string_view word, bool beforeStage) const {
    const locale::TitleForm* form = lexicon_.forms.find(word);
    if (form && (form->first || form->last)) return std::nullopt;
    return denoted(word, beforeStage);
  }

  bool isStage(std::size_t at) const {
    return at < words_.size() && !words_.words[at].afterBreak &&
           lexicon_.stages.contains(words_.at(at));
  }

  /// Where a language writes compounds as several words, a noun beside another is part of one:
  /// «Interest rates», «Sick leave». A verb may have any object.
  bool fits(std::size_t at, std::size_t count, bool verb) const {
    if (lexicon_.beside.empty() || count > 1) return true;
    auto apart = [&](std::size_t i) {
      return words_.words[i].afterBreak || words_.words[i].afterGap;
    };
    auto harmless = [&](std::size_t i) {
      return lexicon_.beside.contains(words_.at(i)) || lexicon_.stages.contains(words_.at(i));
    };
    if (verb && (at == 0 || apart(at) || harmless(at - 1))) return true;
    return at + count == words_.size() || apart(at + count) || harmless(at + count);
  }

  const locale::PhaseModel& model_;
  const Names& names_;
  const Lexicon& lexicon_;
  const Words& words_;
};

bool isNumber(std::string_view word) {
  return word.find_first_not_of("0123456789") == word.npos ||
         word.find_first_not_of("ivx") == word.npos || word.size() == 1;
}

/// Without «2», «III», «Phase 2», «b» before a break.
Words withoutNumbering(Words words, const FormSet& stages) {
  std::size_t count = 0;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    std::string_view word = words.at(i);
    if (!stages.contains(word) && !isNumber(word)) break;
    if (words.words[i + 1].afterBreak || (word[0] >= '0' && word[0] <= '9')) count = i + 1;
  }
  words.words.erase(words.words.begin(), words.words.begin() + static_cast<std::ptrdiff_t>(count));
  return words;
}

/// A title, ready to be read in any model.
struct Title {
  std::string bare;
  Words words;
};

Title titleOf(std::string_view title, Language language) {
  const Lexicon& known = lexicon(language);
  return {bareTitle(title),
          withoutNumbering(wordsOf(text::fold(title), known.fillers), known.stages)};
}

/// «Awareness (search, ads)» without what explains it; as it is, if nothing else would be left.
std::string withoutParentheses(std::string_view title) {
  std::size_t open = title.find('(');
  std::size_t close = title.rfind(')');
  if (open == title.npos || close == title.npos || close < open) return std::string(title);
  std::string rest(title.substr(0, open));
  rest += title.substr(close + 1);
  return text::wordsOf(text::fold(rest)).size() > 0 ? rest : std::string(title);
}

PhasePlace placeIn(const Title& title, const locale::PhaseModel& model, Language language) {
  std::optional<Names> own;
  if (!isBuiltIn(model)) own = namesOf(model, language);
  const Names& names = own ? *own : builtInNames(model, language);
  if (auto whole = names.whole.find(title.bare); whole != names.whole.end())
    return {static_cast<std::int16_t>(whole->second), true};
  return Reader(model, names, lexicon(language), title.words).read();
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
                                        Language language) {
  PhasePlace place = phaseInModels(title, {&model, 1}, language).front();
  return place.place < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(place.place));
}

std::vector<PhasePlace> phaseInModels(std::string_view title,
                                      std::span<const locale::PhaseModel> models,
                                      Language language) {
  // What stands in parentheses explains: it is read where the rest says nothing. English titles are
  // jargon everywhere, and read where the document's own language says nothing.
  std::vector<std::pair<Title, Language>> readings;
  auto add = [&](std::string_view text) {
    readings.emplace_back(titleOf(text, language), language);
    if (language != Language::En) readings.emplace_back(titleOf(text, Language::En), Language::En);
  };
  if (std::string bare = withoutParentheses(title); bare != title) add(bare);
  add(title);
  std::vector<PhasePlace> places;
  for (const locale::PhaseModel& model : models) {
    PhasePlace place;
    for (const auto& [read, spoken] : readings)
      if (place.place < 0) place = placeIn(read, model, spoken);
    places.push_back(place);
  }
  return places;
}

}  // namespace journey::model
