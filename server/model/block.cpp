#include "model/block.hpp"

#include <algorithm>
#include <bit>

#include "model/emotion.hpp"
#include "model/phase_names.hpp"
#include "model/placeholder.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace journey::model {

namespace {

using syntax::Level;

/// Who takes the lines of one block, as they come.
class Placement {
 public:
  explicit Placement(Block& block) : block_(block), open_(block.kind) {}

  void place(Entry& entry, std::size_t index) {
    if (index == 0 && block_.hasHead()) return;
    Construct c = entry.construct;
    Level level = syntax::levelOf(c);
    bool inTouchpoint = open_ == Block::Kind::Touchpoint;
    bool inPersona = open_ == Block::Kind::Persona;

    if (c == Construct::Opportunity) {
      entry.place = inTouchpoint ? Place::Block : Place::Nobody;
      opportunity_ = static_cast<std::int16_t>(block_.opportunities.size());
      block_.opportunities.push_back({{index}});
      entry.opportunity = opportunity_;
    } else if (level == Level::Opportunity || level == Level::Any) {
      if (opportunity_ >= 0) {
        entry.place = Place::Opportunity;
        entry.opportunity = opportunity_;
        block_.opportunities[static_cast<std::size_t>(opportunity_)].entries.push_back(index);
      } else {
        entry.place = level == Level::Opportunity ? Place::Nobody : innermost();
      }
    } else if (level == Level::Persona) {
      entry.place = inPersona ? Place::Block : Place::Nobody;
    } else if (level == Level::Touchpoint || (c == Construct::Problem && inTouchpoint)) {
      opportunity_ = -1;
      bool portrait = inPersona && (c == Construct::Quote || c == Construct::Image);
      entry.place = inTouchpoint || portrait ? Place::Block : Place::Nobody;
    } else if (c == Construct::Goal && inPersona) {
      opportunity_ = -1;
      entry.place = Place::Block;
    } else {
      opportunity_ = -1;
      if (open_ != Block::Kind::Journey && open_ != Block::Kind::Preamble) {
        open_ = Block::Kind::Preamble;
        block_.endsOuter = true;
      }
      entry.place = innermost();
    }
  }

 private:
  Place innermost() const { return open_ == Block::Kind::Preamble ? Place::Journey : Place::Block; }

  Block& block_;
  Block::Kind open_;  // Preamble stands for «only the journey around, if any»
  std::int16_t opportunity_ = -1;
};

/// `# name: a, b`, or nothing.
std::optional<Directive> readDirective(std::string_view comment, std::uint32_t offset,
                                       std::uint32_t line) {
  std::size_t colon = comment.find(':');
  if (colon == comment.npos) return std::nullopt;
  std::string_view name = text::trimmed(comment.substr(1, colon - 1));
  Directive directive;
  if (name == "language")
    directive.kind = Directive::Kind::Language;
  else if (name == "journey-ignore")
    directive.kind = Directive::Kind::IgnoreNextLine;
  else if (name == "journey-ignore-file")
    directive.kind = Directive::Kind::IgnoreFile;
  else
    return std::nullopt;
  directive.line = line;
  directive.span = {offset, offset + static_cast<std::uint32_t>(comment.size())};
  for (std::size_t at = colon + 1; at <= comment.size();) {
    std::size_t end = std::min(comment.find(',', at), comment.size());
    std::string_view item = text::trimmed(comment.substr(at, end - at));
    if (!item.empty()) {
      auto start = offset + static_cast<std::uint32_t>(item.data() - comment.data());
      directive.names.push_back(
          {std::string(item), {start, start + static_cast<std::uint32_t>(item.size())}});
    }
    at = end + 1;
  }
  return directive;
}

/// Texts that are somebody's own words: what people say, do and think. A source or an owner may
/// well stand in many places.
bool isProse(Construct c) {
  switch (c) {
    case Construct::Action:
    case Construct::Thought:
    case Construct::Quote:
    case Construct::Pain:
    case Construct::Problem:
    case Construct::Opportunity:
    case Construct::Solution:
    case Construct::Scene:
    case Construct::Note:
    case Construct::Goal:
    case Construct::Need:
    case Construct::Preference:
    case Construct::Behaviour:
      return true;
    default:
      return false;
  }
}

void readChannels(std::string_view bytes, const Entry& entry, locale::Language language,
                  std::vector<Channel>& out) {
  std::string_view words = bytes.substr(entry.body.start, entry.body.size());
  for (std::size_t at = 0; at <= words.size();) {
    std::size_t end = std::min(words.find_first_of(",;", at), words.size());
    std::string_view one = text::trimmed(words.substr(at, end - at));
    if (!one.empty()) {
      auto start = static_cast<std::uint32_t>(one.data() - bytes.data());
      std::string text = text::validUtf8(one);
      std::string key = channelKey(text, language);
      std::size_t hash = std::hash<std::string>{}(key);
      out.push_back({std::move(text),
                     std::move(key),
                     hash,
                     {start, start + static_cast<std::uint32_t>(one.size())}});
    }
    at = end + 1;
  }
}

/// Columns between the line's start and a byte of it.
std::uint32_t indentOf(std::string_view bytes, std::uint32_t at) {
  std::uint32_t start = at;
  while (start > 0 && (bytes[start - 1] == ' ' || bytes[start - 1] == '\t')) --start;
  std::uint32_t columns = 0;
  for (; start < at; ++start) columns = bytes[start] == '\t' ? columns / 4 * 4 + 4 : columns + 1;
  return columns;
}

Block::Kind kindOf(const std::vector<syntax::Line>& lines) {
  return lines.empty() ? Block::Kind::Preamble
                       : headKind(lines.front()).value_or(Block::Kind::Preamble);
}

}  // namespace

std::optional<Block::Kind> headKind(const syntax::Line& line) {
  if (line.kind != syntax::Line::Kind::Entry) return std::nullopt;
  switch (line.construct) {
    case Construct::Journey:
      return Block::Kind::Journey;
    case Construct::Persona:
      return Block::Kind::Persona;
    case Construct::Phase:
      return Block::Kind::Phase;
    case Construct::Touchpoint:
      return Block::Kind::Touchpoint;
    default:
      return std::nullopt;
  }
}

std::vector<const Entry*> Block::all(Construct c) const {
  std::vector<const Entry*> out;
  if (!has(c)) return out;
  for (const Entry& entry : entries)
    if (entry.construct == c && entry.place == Place::Block) out.push_back(&entry);
  return out;
}

std::vector<const Entry*> Block::pains() const {
  std::vector<const Entry*> out;
  if (kind != Kind::Touchpoint) return out;
  for (const Entry& entry : entries)
    if ((entry.construct == Construct::Pain || entry.construct == Construct::Problem) &&
        entry.place == Place::Block)
      out.push_back(&entry);
  return out;
}

std::string_view Block::first(Construct c) const {
  if (has(c))
    for (const Entry& entry : entries)
      if (entry.construct == c && entry.place == Place::Block) return entry.text;
  return {};
}

Block readBlock(const text::Text& text, Span span, const std::vector<syntax::Line>& lines,
                locale::Language language, const Conventions& conventions) {
  Block block;
  block.kind = kindOf(lines);
  block.size = span.size();
  std::uint32_t firstLine = text.lineOf(span.start);
  // The last block has no line ending behind it.
  block.lineCount =
      (span.end >= text.size() ? text.lineCount() - 1 : text.lineOf(span.end)) - firstLine;

  // A block is a few hundred bytes: one copy serves all its lines.
  std::string bytes = text.slice(span);
  auto relative = [&](Span s) { return Span{s.start - span.start, s.end - span.start}; };
  auto at = [&](Span s) { return std::string_view(bytes).substr(s.start, s.size()); };
  auto trimmedSpan = [&](Span s) {
    std::string_view inner = text::trimmed(at(s));
    if (inner.empty()) return Span{s.start, s.start};
    auto start = static_cast<std::uint32_t>(inner.data() - bytes.data());
    return Span{start, start + static_cast<std::uint32_t>(inner.size())};
  };

  Placement placement(block);
  block.entries.reserve(lines.size());
  std::uint32_t lineAt = 0;
  std::uint32_t scanned = 0;
  for (const syntax::Line& line : lines) {
    Span whole = relative(line.whole);
    for (; scanned < whole.start; ++scanned) {
      char c = bytes[scanned];
      if (c == '\n' || (c == '\r' && bytes[scanned + 1] != '\n')) ++lineAt;
    }
    switch (line.kind) {
      case syntax::Line::Kind::Entry: {
        Entry entry;
        entry.construct = line.construct;
        entry.indent = indentOf(bytes, whole.start);
        entry.line = lineAt;
        entry.keyword = relative(line.keyword);
        entry.word = text::validUtf8(at(entry.keyword));
        entry.languages = locale::keywordLanguages(line.construct, text::fold(entry.word));
        if (!line.qualifier.empty()) {
          Span inner = relative(line.qualifier);
          entry.qualifier = trimmedSpan({inner.start + 1, inner.end - 1});
          entry.qualifierText = text::validUtf8(at(entry.qualifier));
        }
        entry.body =
            line.body.empty() ? Span{whole.end, whole.end} : trimmedSpan(relative(line.body));
        entry.whole = {whole.start, entry.body.end};
        entry.text = text::validUtf8(at(entry.body));
        if (!block.shows && std::has_single_bit(entry.languages))
          block.shows = static_cast<locale::Language>(std::countr_zero(entry.languages));
        if (entry.languages != 0) block.common &= entry.languages;
        placement.place(entry, block.entries.size());
        block.leavesBlock |= entry.place == Place::Journey || entry.place == Place::Nobody;
        if (entry.place == Place::Block || entry.place == Place::Opportunity)
          block.own |= std::uint64_t{1} << static_cast<unsigned>(entry.construct);
        block.entries.push_back(std::move(entry));
        break;
      }
      case syntax::Line::Kind::Continuation: {
        if (block.entries.empty()) {
          block.others.push_back({OtherLine::Kind::Stray, lineAt, trimmedSpan(whole),
                                  text::validUtf8(text::trimmed(at(whole)))});
          break;
        }
        Entry& entry = block.entries.back();
        entry.text += '\n';
        if (!line.body.empty())
          entry.text += text::validUtf8(text::trimmed(at(relative(line.body))));
        entry.whole.end = trimmedSpan(whole).end;
        entry.lineCount = lineAt - entry.line + 1;
        break;
      }
      case syntax::Line::Kind::Comment: {
        Span trimmed = trimmedSpan(whole);
        block.others.push_back({OtherLine::Kind::Comment, lineAt, trimmed,
                                text::validUtf8(text::trimmed(at(trimmed).substr(1)))});
        if (auto directive = readDirective(at(trimmed), trimmed.start, lineAt))
          block.directives.push_back(std::move(*directive));
        break;
      }
      case syntax::Line::Kind::Stray: {
        Span trimmed = trimmedSpan(whole);
        block.others.push_back(
            {OtherLine::Kind::Stray, lineAt, trimmed, text::validUtf8(at(trimmed))});
        break;
      }
    }
  }

  for (std::size_t i = 0; i < block.entries.size(); ++i) {
    Entry& entry = block.entries[i];
    entry.isPlaceholder = isPlaceholder(entry.text, entry.construct, language);
    if (entry.construct == Construct::Channel && entry.place == Place::Block)
      readChannels(bytes, entry, language, block.channels);
    if (isProse(entry.construct) &&
        text::length(entry.text, text::PositionEncoding::Utf32) >= longText)
      block.longTexts.push_back({i, std::hash<std::string>{}(entry.text)});
    if (entry.construct == Construct::Next && entry.place == Place::Block)
      block.ways.push_back({i, text::fold(entry.text), 0, !entry.qualifierText.empty()});
    if (syntax::mayNamePersona(entry.construct) && !entry.qualifierText.empty())
      block.mentions.push_back({i, text::fold(entry.qualifierText)});
    if (entry.construct != Construct::Emotion || entry.text.empty()) continue;
    Emotion emotion = readEmotion(entry.text, language);
    emotion.entry = i;
    if (emotion.invalidScore)
      emotion.invalidScore = emotion.invalidScore->shifted(entry.body.start);
    block.emotions.push_back(std::move(emotion));
  }
  block.foldedTitle = text::fold(block.title());
  block.titleHash = std::hash<std::string>{}(block.foldedTitle);
  for (Way& way : block.ways) way.hash = std::hash<std::string>{}(way.target);
  if (block.kind == Block::Kind::Phase)
    block.modelPhases = phaseInModels(block.title(), conventions.models(), language);
  return block;
}

}  // namespace journey::model
