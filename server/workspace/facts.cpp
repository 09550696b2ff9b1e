#include "workspace/facts.hpp"

#include <algorithm>
#include <optional>

#include "lint/journeys.hpp"
#include "model/placeholder.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace journey::workspace {

namespace {

using model::Block;
using model::BlockIndex;
using model::Construct;
using model::Entry;
using text::Span;

class Reader {
 public:
  Reader(const text::Text& text, const model::Map& map) : text_(text), map_(map) {}

  Facts run() {
    for (BlockIndex i = 0; i < map_.blocks.size(); ++i) block(i);
    std::ranges::stable_sort(facts_.links, {}, [](const Link& l) { return l.span.start; });
    // A comment between an entry and its continuation is read with both.
    auto twice = std::ranges::unique(facts_.links, {}, [](const Link& l) { return l.span; });
    facts_.links.erase(twice.begin(), twice.end());
    facts_.hasPreamble = !map_.journeys.empty() && map_.journeys.front().head == model::noBlock;
    bool journeys = std::ranges::any_of(
        map_.journeys, [](const auto& j) { return j.head != model::noBlock || !j.phases.empty(); });
    facts_.isLibrary = !journeys && !facts_.personas.empty();
    if (!facts_.isLibrary) facts_.personas.clear();
    facts_.futures = lint::futuresOf(map_);
    for (const Name& name : facts_.names)
      facts_.hashes.push_back(std::hash<std::string_view>{}(name.folded));
    std::ranges::sort(facts_.hashes);
    return std::move(facts_);
  }

 private:
  std::int32_t add(Name::Kind kind, bool declares, Span span, std::string_view text,
                   std::int32_t container) {
    Name name;
    name.kind = kind;
    name.declares = declares;
    name.journey = journey_;
    name.container = container;
    name.span = name.whole = span;
    name.text = lint::oneLine(text);
    name.folded = text::fold(text);
    facts_.names.push_back(std::move(name));
    return static_cast<std::int32_t>(facts_.names.size() - 1);
  }

  void block(BlockIndex i) {
    const Block& block = map_.block(i);
    while (journey_ + 1 < map_.journeys.size() && map_.journeys[journey_ + 1].head <= i) ++journey_;
    if (block.hasHead()) head(i);
    std::int32_t around = inner_;
    std::int32_t opportunity = around;
    for (std::uint32_t e = block.hasHead() ? 1 : 0; e < block.entries.size(); ++e) {
      const Entry& entry = block.entries[e];
      if (entry.construct == Construct::Opportunity && !entry.text.empty())
        opportunity = add(Name::Kind::Opportunity, true, titleOf(i, entry), entry.text, around);
      attribute(i, entry, entry.opportunity >= 0 ? opportunity : around);
    }
    for (const model::OtherLine& other : block.others) links(map_.absolute(i, other.span));
  }

  Span titleOf(BlockIndex i, const Entry& entry) const {
    return map_.absolute(i, {entry.body.start, entry.whole.end});
  }

  void head(BlockIndex i) {
    const Block& block = map_.block(i);
    const Entry& entry = block.head();
    Name::Kind kind{};
    std::int32_t container = -1;
    switch (block.kind) {
      case Block::Kind::Journey:
        kind = Name::Kind::Journey;
        journeyName_ = phase_ = -1;
        break;
      case Block::Kind::Persona:
        kind = Name::Kind::Persona;
        container = journeyName_;
        phase_ = -1;
        facts_.personas.emplace_back(block.foldedTitle, block.own);
        break;
      case Block::Kind::Phase:
        kind = Name::Kind::Phase;
        container = journeyName_;
        phase_ = -1;
        break;
      default:
        kind = Name::Kind::Touchpoint;
        container = phase_ >= 0 ? phase_ : journeyName_;
        break;
    }
    links(titleOf(i, entry));
    inner_ = container;
    if (entry.text.empty()) return;
    inner_ = add(kind, true, titleOf(i, entry), entry.text, container);
    Name& name = facts_.names.back();
    name.whole = map_.absolute(i, {entry.whole.start, block.entries.back().whole.end});
    name.bare = kind == Name::Kind::Persona && !lint::isDescribed(block);
    if (kind == Name::Kind::Journey) journeyName_ = inner_;
    if (kind == Name::Kind::Phase) phase_ = inner_;
  }

  void attribute(BlockIndex i, const Entry& entry, std::int32_t container) {
    if (syntax::mayNamePersona(entry.construct) && !entry.qualifierText.empty())
      add(Name::Kind::Persona, false, map_.absolute(i, entry.qualifier), entry.qualifierText,
          container);
    if (entry.text.empty()) return;
    switch (entry.construct) {
      case Construct::Next:
        if (entry.isPlaceholder) return;
        // One that no touchpoint takes leads from nowhere.
        add(Name::Kind::Touchpoint, false, titleOf(i, entry), entry.text,
            entry.place == model::Place::Block ? container : -1);
        facts_.names.back().conditional = !entry.qualifierText.empty();
        break;
      case Construct::Lane:
        add(Name::Kind::Lane, true, titleOf(i, entry), entry.text, container);
        break;
      case Construct::Channel:
        list(Name::Kind::Channel, i, entry, container);
        break;
      case Construct::Owner:
        list(Name::Kind::Owner, i, entry, container);
        break;
      case Construct::Image:
        if (!entry.body.empty()) {
          std::string target = text::validUtf8(text_.slice(map_.absolute(i, entry.body)));
          bool web = target.starts_with("https://") || target.starts_with("http://");
          facts_.links.push_back({web ? Link::Kind::Web : Link::Kind::Image,
                                  map_.absolute(i, entry.body), std::move(target)});
        }
        return;
      case Construct::Unknown:
        if (std::string lane = text::fold(entry.word); map_.isLane(lane))
          add(Name::Kind::Lane, false, map_.absolute(i, entry.keyword), entry.word, container);
        break;
      default:
        break;
    }
    links(titleOf(i, entry));
  }

  /// «App, telephone»: each is one.
  void list(Name::Kind kind, BlockIndex i, const Entry& entry, std::int32_t container) {
    Span span = map_.absolute(i, entry.body);
    std::string words = text_.slice(span);
    for (std::size_t at = 0; at <= words.size();) {
      std::size_t end = std::min(words.find_first_of(",;", at), words.size());
      std::string_view one = text::trimmed(std::string_view(words).substr(at, end - at));
      bool toFill = one.size() == words.size()
                        ? entry.isPlaceholder
                        : model::isPlaceholder(one, entry.construct, map_.language);
      if (!one.empty() && !toFill) {
        auto start = span.start + static_cast<std::uint32_t>(one.data() - words.data());
        add(kind, false, {start, start + static_cast<std::uint32_t>(one.size())},
            text::validUtf8(one), container);
      }
      at = end + 1;
    }
  }

  void links(Span span) {
    for (Link& link : linksIn(text_.slice(span))) {
      link.span = link.span.shifted(span.start);
      facts_.links.push_back(std::move(link));
    }
  }

  const text::Text& text_;
  const model::Map& map_;
  Facts facts_;
  std::uint32_t journey_ = 0;
  std::int32_t journeyName_ = -1;  // indices in names of what is open
  std::int32_t phase_ = -1;
  std::int32_t inner_ = -1;
};

bool among(char c, std::string_view set) { return set.find(c) != set.npos; }

/// Length in bytes of the double quote at a place, or 0.
std::size_t quoteAt(std::string_view text, std::size_t at) {
  for (std::string_view quote : {"\"", "“", "”", "„", "«", "»"})
    if (text.substr(at).starts_with(quote)) return quote.size();
  return 0;
}

/// From `at` to the next double quote on the line, or to the line's end.
std::size_t quotedEnd(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != '\n' && text[at] != '\r' && quoteAt(text, at) == 0) ++at;
  return at;
}

bool isMapPath(std::string_view path) {
  constexpr std::string_view ending = ".journey";
  return path.size() > ending.size() && path.ends_with(ending) && path.front() != ' ';
}

std::size_t wordEnd(std::string_view text, std::size_t at) {
  while (at < text.size() && static_cast<unsigned char>(text[at]) > ' ' &&
         !among(text[at], "<>|") && quoteAt(text, at) == 0)
    ++at;
  return at;
}

/// The link in a word, without what closes the sentence or stands in brackets around it.
std::optional<Link> linkIn(std::string_view word, std::size_t start) {
  std::size_t scheme = std::min(word.find("https://"), word.find("http://"));
  bool web = scheme != word.npos;
  std::size_t skipped = web ? scheme : std::min(word.find_first_not_of("(['"), word.size());
  word.remove_prefix(skipped);
  while (!word.empty()) {
    bool closesOther = word.back() == ')' && word.find('(') == word.npos;
    if (!closesOther && !among(word.back(), ".,;:!?]'")) break;
    word.remove_suffix(1);
  }
  if (web ? word.substr(0, word.find("://")).size() + 3 >= word.size() : !isMapPath(word))
    return std::nullopt;
  auto first = static_cast<std::uint32_t>(start + skipped);
  return Link{web ? Link::Kind::Web : Link::Kind::Map,
              {first, first + static_cast<std::uint32_t>(word.size())},
              text::validUtf8(word)};
}

}  // namespace

std::vector<Link> linksIn(std::string_view text) {
  std::vector<Link> out;
  for (std::size_t at = 0; at < text.size();) {
    if (std::size_t quote = quoteAt(text, at)) {
      at += quote;
      std::size_t end = quotedEnd(text, at);
      std::string_view inner = text.substr(at, end - at);
      if (end == text.size() || quoteAt(text, end) == 0 || !isMapPath(inner) ||
          inner.find("://") != inner.npos)
        continue;
      out.push_back({Link::Kind::Map,
                     {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)},
                     text::validUtf8(inner)});
      at = end + quoteAt(text, end);
      continue;
    }
    std::size_t end = wordEnd(text, at);
    if (end == at) {
      ++at;
      continue;
    }
    if (auto link = linkIn(text.substr(at, end - at), at)) out.push_back(std::move(*link));
    at = end;
  }
  return out;
}

bool Facts::mayName(std::string_view folded) const {
  return std::ranges::binary_search(hashes, std::hash<std::string_view>{}(folded));
}

Facts factsOf(const text::Text& text, const model::Map& map) { return Reader(text, map).run(); }

}  // namespace journey::workspace
