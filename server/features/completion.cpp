#include "features/completion.hpp"

#include <algorithm>

#include "features/offers.hpp"
#include "features/place.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace journey::features {

namespace {

using model::Construct;

/// A line with a cursor in it. Columns are bytes of the line.
class Completer {
 public:
  explicit Completer(const OfferRequest& request)
      : r_(request),
        line_(request.place.line),
        column_(request.place.column),
        before_(line_.substr(0, column_)),
        first_(std::min(leadingSpace(line_), before_.size())) {}

  Completions run() {
    replace(column_, column_);
    std::string_view typed = before_.substr(first_);
    std::string_view start = line_.substr(first_);
    if (typed.starts_with('#'))
      comment();
    else if (start.starts_with('#') || start.starts_with('|'))
      return std::move(out_);
    else if (auto colon = colonIn(typed))
      value(first_ + *colon + 1);
    else if (std::size_t open = typed.find('['); open != typed.npos)
      qualifier(first_ + open);
    else
      keyword();
    preselect();
    return std::move(out_);
  }

 private:
  enum class Tail : std::uint8_t { Kept, Replaced };

  /// `tail` says what becomes of the words between the cursor and `to` when an item is inserted
  /// without replacing what is behind; white space alone is not worth keeping.
  void replace(std::size_t from, std::size_t to, Tail tail = Tail::Kept) {
    auto at = [&](std::size_t column) {
      return r_.place.lineStart + static_cast<std::uint32_t>(column);
    };
    bool words = !text::trimmed(line_.substr(column_, to - column_)).empty();
    out_.replace = {at(from), at(to)};
    out_.insertEnd = at(words && tail == Tail::Kept ? column_ : to);
  }

  /// What stands there already is where the list begins.
  void preselect() {
    std::uint32_t from = out_.replace.start - r_.place.lineStart;
    std::string_view standing = text::trimmed(line_.substr(from, out_.replace.size()));
    if (standing.empty()) return;
    auto same = std::ranges::find_if(out_.items, [&](const Completion& item) {
      return item.label == standing || item.filter == standing || item.insert == standing;
    });
    if (same != out_.items.end()) same->preselect = true;
  }

  /// From a column over white space, not beyond the cursor.
  std::size_t skipSpaces(std::size_t at) const { return at + leadingSpace(before_.substr(at)); }
  bool isBlankFrom(std::size_t at) const { return text::trimmed(line_.substr(at)).empty(); }
  /// `at`, or less, so that no white space stands right before it; not before the cursor.
  std::size_t backOverSpaces(std::size_t at) const {
    std::string_view tail = line_.substr(column_, at - column_);
    std::string_view words = text::trimmed(tail);
    return words.empty() ? column_
                         : static_cast<std::size_t>(words.data() + words.size() - line_.data());
  }
  /// Where the word that the cursor stands in, or in front of, ends.
  std::size_t wordEnd() const {
    std::size_t at = column_;
    while (at < line_.size()) {
      text::CodePoint c = text::decode(line_.substr(at));
      if (!text::isWordCharacter(c.value)) break;
      at += c.length;
    }
    return at;
  }
  bool insideWord() const {
    std::size_t last = column_;
    while (last > 0 && (static_cast<unsigned char>(line_[--last]) & 0xC0) == 0x80) {
    }
    return last < column_ && text::isWordCharacter(text::decode(line_.substr(last)).value) &&
           wordEnd() > column_;
  }

  /// The colon that ends a keyword and its qualifier.
  static std::optional<std::size_t> colonIn(std::string_view typed) {
    std::size_t open = typed.find('[');
    std::size_t colon = typed.find(':');
    if (open < colon) {
      std::size_t close = typed.find(']', open);
      colon = close == typed.npos ? close : typed.find(':', close);
    }
    return colon == typed.npos ? std::nullopt : std::optional(colon);
  }

  /// «# language: nb», «# journey-ignore: no-persona, …»
  void comment() {
    std::size_t behind = first_ + 1;
    std::size_t from = skipSpaces(behind);
    std::string_view typed = before_.substr(from);
    std::size_t colon = typed.find(':');
    if (colon != typed.npos) {
      std::string_view name = text::trimmed(typed.substr(0, colon));
      behind = from + colon + 1;
      std::size_t comma = before_.rfind(',');
      std::size_t item = skipSpaces(comma == before_.npos || comma < behind ? behind : comma + 1);
      std::string_view listed = before_.substr(behind, item - behind);
      replace(item, std::max<std::size_t>(
                        std::min(line_.find_first_of(", \t", column_), line_.size()), column_));
      out_.items = directiveValueOffers(r_, name);
      std::erase_if(out_.items, [&](const Completion& c) { return holds(listed, c.label); });
      // Names of rules are a closed list, and no name has a comma.
      if (name != "language") out_.commit = ",";
      if (item == behind && item == column_) spaceInFront();
      return;
    }
    out_.items = directiveOffers(r_);
    // Most comments are words to people: only what can still become a directive is one.
    std::erase_if(out_.items, [&](const Completion& c) { return !c.label.starts_with(typed); });
    std::size_t end = std::max<std::size_t>(
        std::min(line_.find_first_of(": \t", column_), line_.size()), column_);
    if (line_.substr(end).starts_with(':'))
      for (Completion& item : out_.items) item.insert.erase(item.insert.find(':'));
    replace(from, end);
    if (from == behind && from == column_) spaceInFront();
  }

  static bool holds(std::string_view list, std::string_view name) {
    for (std::size_t at = 0; at <= list.size();) {
      std::size_t end = std::min(list.find(',', at), list.size());
      if (text::trimmed(list.substr(at, end - at)) == name) return true;
      at = end + 1;
    }
    return false;
  }

  void spaceInFront() {
    for (Completion& item : out_.items) item.insert.insert(0, " ");
  }

  void value(std::size_t behind) {
    std::size_t from = skipSpaces(behind);
    if (!r_.place.construct) return;
    if (*r_.place.construct == Construct::Emotion) return emotion(from, from == behind);
    if (*r_.place.construct == Construct::Channel || *r_.place.construct == Construct::Owner)
      return listed(behind);
    // A value is one thing: all of it is replaced.
    replace(from, backOverSpaces(line_.size()));
    out_.items = valueOffers(r_, *r_.place.construct);
    if (from == behind && from == column_) spaceInFront();
  }

  /// «Channel: School app, T|»: names one by one, those that stand there already left out.
  void listed(std::size_t behind) {
    std::size_t separator = before_.find_last_of(",;");
    std::size_t start = separator == before_.npos || separator < behind ? behind : separator + 1;
    std::size_t from = skipSpaces(start);
    std::size_t end = std::min(line_.find_first_of(",;", column_), line_.size());
    replace(from, backOverSpaces(end));
    out_.items = valueOffers(r_, *r_.place.construct);
    std::string others =
        std::string(line_.substr(behind, start - behind)) + ',' + std::string(line_.substr(end));
    std::erase_if(out_.items, [&](const Completion& c) { return holdsName(others, c.insert); });
    if (from == start && from == column_) spaceInFront();
  }

  static bool holdsName(std::string_view list, std::string_view name) {
    for (std::size_t at = 0; at <= list.size();) {
      std::size_t end = std::min(list.find_first_of(",;", at), list.size());
      if (text::fold(text::trimmed(list.substr(at, end - at))) == text::fold(name)) return true;
      at = end + 1;
    }
    return false;
  }

  /// Emotion words are chosen one by one, the rest of the line stays: «very sat| with (+1)».
  void emotion(std::size_t start, bool glued) {
    std::string_view typed = before_.substr(start);
    if (typed.find('(') != typed.npos) return;  // behind the score nothing more is read
    std::vector<Completion> offers = emotionOffers(r_);
    std::size_t word = emotionStart(typed, offers);
    if (word == typed.npos) return;

    bool atWord = word < typed.size();
    std::size_t to = wordEnd();
    if (!atWord) to = backOverSpaces(std::min(line_.find_first_of(",;/(", column_), line_.size()));
    replace(start + word, to);
    // An emoji is the first thing to be read: one is enough, and behind «not» it would be wrong.
    std::string_view behind = line_.substr(to);
    bool emoji = text::trimmed(typed.substr(0, word)).empty() && !hasEmoji(behind);
    // An editor that compares what was typed with what it inserts would find no word behind an
    // emoji.
    bool bare = atWord && !r_.options.filters;
    if (!emoji || bare)
      for (Completion& item : offers) item.insert = item.filter;
    if (bare)
      for (Completion& item : offers) item.label = item.filter;
    bool needsSpace =
        !atWord && (typed.empty() ? glued : text::trimmed(typed).size() == typed.size());
    // A word typed whole may stay as it is: Enter then takes nothing and goes on to the next line.
    std::string whole = text::fold(typed.substr(word));
    auto same = std::ranges::find_if(
        offers, [&](const Completion& item) { return text::fold(item.filter) == whole; });
    if (same != offers.end() && same->insert != same->filter) {
      Completion plain = *same;
      plain.label = plain.insert = std::string(typed.substr(word));
      offers.insert(offers.begin(), std::move(plain));
    }
    out_.items = std::move(offers);
    if (needsSpace) spaceInFront();
  }

  static bool isEmotionEmoji(std::string_view grapheme) {
    return static_cast<unsigned char>(grapheme[0]) >= 0x80 &&
           locale::emojiValence(grapheme).has_value();
  }
  static bool hasEmoji(std::string_view text) {
    return std::ranges::any_of(text::graphemes(text), isEmotionEmoji);
  }

  /// Where in `typed` the emotion word begins that is being typed: the longest end of it that one
  /// could begin with, else its last word. npos where no emotion is to be expected.
  std::size_t emotionStart(std::string_view typed, const std::vector<Completion>& offers) const {
    std::size_t separator = typed.find_last_of(",;/");
    std::size_t piece = separator == typed.npos ? 0 : separator + 1;
    std::vector<std::size_t> words;
    bool between = true;
    std::size_t at = piece;
    std::size_t lastBreak = piece;  // behind the last separator, or emoji
    for (std::string_view g : text::graphemes(typed.substr(piece))) {
      bool emoji = isEmotionEmoji(g);
      bool space = text::isSpace(text::decode(g).value);
      if (!emoji && !space && between) words.push_back(at);
      between = emoji || space;
      at += g.size();
      if (emoji) lastBreak = at;
    }
    bool open = !between;  // the cursor touches a word
    std::vector<std::string> known;
    if (!words.empty())
      for (const Completion& item : offers) known.push_back(text::fold(item.filter));
    for (std::size_t word : words) {
      std::string folded = text::fold(typed.substr(word)) + (open ? "" : " ");
      if (std::ranges::any_of(known, [&](const std::string& k) { return k.starts_with(folded); }))
        return word;
    }
    if (open) return words.back();
    std::string_view rest = typed.substr(lastBreak);
    return text::trimmed(rest).empty() || endsInModifier(rest) ? typed.size() : typed.npos;
  }

  /// «very », «ikke », «a bit ».
  bool endsInModifier(std::string_view text) const {
    std::string folded = ' ' + text::fold(text);
    const locale::Modifiers& modifiers = locale::modifiers(r_.snapshot.map.language);
    for (locale::Words words : {modifiers.negators, modifiers.intensifiers, modifiers.downtoners})
      for (std::string_view word : words)
        if (folded.ends_with(' ' + text::fold(word))) return true;
    return false;
  }

  /// «Emotion [Em|»
  void qualifier(std::size_t open) {
    if (!takesPersona(before_.substr(0, open))) return;
    std::size_t from = skipSpaces(open + 1);
    std::size_t close = line_.find(']', column_);
    std::size_t end = close == line_.npos ? wordEnd() : backOverSpaces(close);
    std::string_view rest = text::trimmed(line_.substr(close == line_.npos ? end : close + 1));
    std::string_view ending;  // what is still missing up to the text
    if (close == line_.npos)
      ending = rest.starts_with(':') ? "]" : "]: ";
    else if (rest.empty())
      ending = "]: ";
    if (rest.empty()) end = line_.size();
    // What closes the bracket comes right behind the name: no other words may stay between them.
    replace(from, end, ending.empty() ? Tail::Kept : Tail::Replaced);
    out_.items = personaOffers(r_);
    for (Completion& item : out_.items) item.insert += ending;
  }

  static bool takesPersona(std::string_view word) {
    std::string folded = text::fold(word);
    for (std::size_t c = 0; c < syntax::constructCount; ++c)
      if (auto construct = static_cast<Construct>(c);
          syntax::mayNamePersona(construct) && locale::keywordLanguages(construct, folded) != 0)
        return true;
    return false;
  }

  /// What stands behind the keyword is kept: «Emo|: glad» becomes «Emotion: glad».
  void keyword() {
    std::string_view typed = before_.substr(first_);
    // A space that only indents asks for nothing.
    if (r_.options.trigger == ' ' && typed.empty()) return;

    std::size_t end = insideWord() ? wordEnd() : column_;
    std::size_t behind = end + leadingSpace(line_.substr(end));
    std::size_t head = std::min(line_.find_first_of(":[", column_), line_.size());
    // A known keyword is replaced as a whole, in several words too; an unknown one may be text.
    bool known = r_.place.construct && *r_.place.construct != Construct::Unknown;
    bool kept = head < line_.size() && (known || head == behind);
    if (kept)
      end = backOverSpaces(head);
    else
      end = behind;
    replace(first_, end);

    out_.items = keywordOffers(r_);
    bool alone = isBlankFrom(end);
    if (!alone)
      std::erase_if(out_.items,
                    [](const Completion& c) { return c.insert.find('\n') != std::string::npos; });
    if (kept)
      for (Completion& item : out_.items) {
        item.insert = item.label;
        item.snippet = false;
      }
    // Several words are a sentence, unless a keyword begins like them.
    if (!known && typed.find(' ') != typed.npos) {
      std::string folded = text::fold(typed);
      if (typed.ends_with(' ')) folded += ' ';  // «I » is no beginning of «Image»
      std::erase_if(out_.items, [&](const Completion& c) {
        return (' ' + text::fold(c.filter)).find(' ' + folded) == std::string::npos;
      });
    }
    // Two edits must not begin at the same place: on an empty line the words bring their own
    // indentation.
    for (Completion& item : out_.items) {
      if (!item.indentation || !item.indentation->span.empty() || !out_.replace.empty()) continue;
      for (std::size_t at = item.insert.find('\n'); at != std::string::npos;
           at = item.insert.find('\n', at + 1))
        item.insert.insert(at + 1, item.indentation->text);
      item.insert.insert(0, item.indentation->text);
      item.indentation.reset();
    }
  }

  const OfferRequest& r_;
  std::string_view line_;
  std::size_t column_;
  std::string_view before_;  // the line up to the cursor
  std::size_t first_;        // where its words begin
  Completions out_;
};

}  // namespace

Completions complete(const workspace::Snapshot& snapshot, std::uint32_t offset,
                     const CompletionOptions& options) {
  Place place = placeAt(snapshot, offset);
  return Completer(OfferRequest{snapshot, place, options}).run();
}

}  // namespace journey::features
