#include "features/semantic_tokens.hpp"

#include <algorithm>

#include "features/place.hpp"
#include "model/emotion.hpp"
#include "model/values.hpp"
#include "text/unicode.hpp"

namespace journey::features {

namespace {

using model::Construct;
using text::Span;

/// The tokens of one block after the other.
class Collector {
 public:
  Collector(const workspace::Snapshot& snapshot, TokenScope scope) : s_(snapshot), scope_(scope) {}

  void block(model::BlockIndex i) {
    const model::PlacedBlock& placed = s_.map.blocks[i];
    offset_ = placed.offset;
    std::size_t first = tokens.size();
    for (const model::Entry& e : placed->entries) {
      line_ = placed.line + e.line;
      entry(e);
    }
    for (const model::Emotion& emotion : placed->emotions) {
      const model::Entry& e = placed->entries[emotion.entry];
      line_ = placed.line + e.line;
      feeling(e, emotion);
    }
    if (!placed->others.empty()) comments(placed);
    // Comments may stand among an entry's lines, and feelings were read last.
    if (!placed->others.empty() || !placed->emotions.empty())
      std::ranges::sort(tokens.begin() + static_cast<std::ptrdiff_t>(first), tokens.end(), {},
                        [](const Token& t) { return t.span.start; });
  }

  std::vector<Token> tokens;

 private:
  /// `span` in bytes of the block.
  void add(Span span, TokenType type, std::uint8_t modifiers = 0) {
    if (span.empty()) return;
    if (scope_ == TokenScope::BeyondGrammar &&
        (type == TokenType::String || type == TokenType::Comment || type == TokenType::Variable))
      return;
    tokens.push_back({line_, span.shifted(offset_), type, modifiers});
  }

  void entry(const model::Entry& e) {
    add(e.keyword, keywordType(e));
    add(e.qualifier,
        syntax::mayNamePersona(e.construct) ? TokenType::Interface : TokenType::Parameter);
    auto [type, modifiers] = valueType(e);
    // A feeling's own line is read closer: emoji, words, score.
    if (e.construct != Construct::Emotion) add(e.body, type, modifiers);
    if (e.lineCount > 1) continuations(e, type, modifiers);
  }

  TokenType keywordType(const model::Entry& e) const {
    if (e.construct == Construct::Unknown) {
      bool lane = !s_.map.lanes.empty() && s_.map.isLane(text::fold(e.word));
      return lane ? TokenType::Property : TokenType::Variable;
    }
    bool opens = syntax::opensBlock(e.construct) || e.construct == Construct::Opportunity;
    return opens ? TokenType::Keyword : TokenType::Property;
  }

  std::pair<TokenType, std::uint8_t> valueType(const model::Entry& e) const {
    auto known = [](bool is, TokenType type) -> std::pair<TokenType, std::uint8_t> {
      if (!is) return {TokenType::String, 0};
      return {type, type == TokenType::EnumMember ? fromLibrary : std::uint8_t{0}};
    };
    locale::Language language = s_.map.language;
    switch (e.construct) {
      case Construct::Journey:
      case Construct::Phase:
        return {TokenType::Namespace, declares};
      case Construct::Persona:
        return {TokenType::Interface, declares};
      case Construct::Touchpoint:
        return {TokenType::Class, declares};
      case Construct::Opportunity:
        return {TokenType::Event, declares};
      case Construct::Lane:
        return {TokenType::Property, declares};
      case Construct::Next:
        return {TokenType::Class, 0};
      case Construct::Model:
        return known(s_.map.conventions->modelNamed(e.text) != nullptr, TokenType::EnumMember);
      case Construct::State:
        return known(model::readState(e.text, language).has_value(), TokenType::EnumMember);
      case Construct::Reviewed:
        return known(model::readDate(e.text).has_value(), TokenType::Number);
      case Construct::Votes:
        return known(model::readWholeNumber(e.text).has_value(), TokenType::Number);
      case Construct::Priority: {
        auto priority = model::readPriority(e.text, language);
        bool number = priority && std::holds_alternative<std::uint32_t>(*priority);
        return known(priority.has_value(), number ? TokenType::Number : TokenType::EnumMember);
      }
      default:
        return {TokenType::String, 0};
    }
  }

  void continuations(const model::Entry& e, TokenType type, std::uint8_t modifiers) {
    std::uint32_t first = line_;
    for (std::uint32_t n = 1; n < e.lineCount; ++n) {
      line_ = first + n;
      std::string_view line = s_.text.line(line_);
      std::size_t bar = leadingSpace(line);
      // Blank lines and comments may stand between.
      if (bar == line.size() || line[bar] != '|') continue;
      std::string_view said = text::trimmed(line.substr(bar + 1));
      std::uint32_t start = s_.text.lineStart(line_) - offset_ +
                            static_cast<std::uint32_t>(said.data() - line.data());
      add({start, start + static_cast<std::uint32_t>(said.size())}, type, modifiers);
    }
    line_ = first;
  }

  void feeling(const model::Entry& e, const model::Emotion& emotion) {
    std::string_view body = std::string_view(e.text).substr(0, e.text.find('\n'));
    // Bytes that are not UTF-8 were replaced in the text: its places are no longer the line's.
    if (body.size() != e.body.size()) return add(e.body, TokenType::String);
    std::optional<Span> score;
    if (body.find('(') != body.npos) score = model::scoreSpan(body);
    auto part = [&](std::uint32_t from, std::uint32_t to) { words(e, body, {from, to}); };
    auto end = static_cast<std::uint32_t>(body.size());
    part(0, score ? score->start : end);
    if (!score) return;
    // A number that is no score is prose.
    add(score->shifted(e.body.start), emotion.invalidScore ? TokenType::String : TokenType::Number);
    part(score->end, end);
  }

  /// Words as prose, runs of emoji as values. `part` is in bytes of `body`.
  void words(const model::Entry& e, std::string_view body, Span part) {
    std::uint32_t at = part.start;
    std::uint32_t from = at;
    bool emoji = false;
    auto finish = [&] {
      std::string_view said = text::trimmed(body.substr(from, at - from));
      auto start = e.body.start + static_cast<std::uint32_t>(said.data() - body.data());
      add({start, start + static_cast<std::uint32_t>(said.size())},
          emoji ? TokenType::EnumMember : TokenType::String);
    };
    std::string_view rest = body.substr(part.start, part.size());
    bool ascii = std::ranges::all_of(rest, [](char c) { return static_cast<signed char>(c) >= 0; });
    if (!ascii)
      for (std::string_view grapheme : text::graphemes(rest)) {
        bool isEmoji = text::isEmoji(text::decode(grapheme).value);
        if (isEmoji != emoji) {
          finish();
          from = at;
          emoji = isEmoji;
        }
        at += static_cast<std::uint32_t>(grapheme.size());
      }
    at = part.end;
    finish();
  }

  void comments(const model::PlacedBlock& placed) {
    auto directive = placed->directives.begin();
    for (const model::OtherLine& other : placed->others) {
      if (other.kind != model::OtherLine::Kind::Comment) continue;
      line_ = placed.line + other.line;
      while (directive != placed->directives.end() && directive->line < other.line) ++directive;
      if (directive == placed->directives.end() || directive->line != other.line) {
        add(other.span, TokenType::Comment);
        continue;
      }
      // `# name: a, b`
      std::string comment = s_.text.slice(other.span.shifted(offset_));
      std::string_view name =
          text::trimmed(std::string_view(comment).substr(1, comment.find(':') - 1));
      auto start = other.span.start + static_cast<std::uint32_t>(name.data() - comment.data());
      add({other.span.start, other.span.start + 1}, TokenType::Comment);
      add({start, start + static_cast<std::uint32_t>(name.size())}, TokenType::Macro);
      for (const model::Directive::Name& value : directive->names)
        add(value.span, TokenType::EnumMember);
    }
  }

  const workspace::Snapshot& s_;
  TokenScope scope_;
  std::uint32_t offset_ = 0;  // of the block
  std::uint32_t line_ = 0;
};

}  // namespace

std::vector<Token> semanticTokens(const workspace::Snapshot& snapshot, TokenScope scope) {
  Collector collector(snapshot, scope);
  for (model::BlockIndex i = 0; i < snapshot.map.blocks.size(); ++i) collector.block(i);
  return std::move(collector.tokens);
}

std::vector<Token> semanticTokens(const workspace::Snapshot& snapshot, Span span,
                                  TokenScope scope) {
  Collector collector(snapshot, scope);
  const model::Map& map = snapshot.map;
  for (model::BlockIndex i = map.blockAt(span.start);
       i < map.blocks.size() && map.blocks[i].offset <= span.end; ++i)
    collector.block(i);
  std::uint32_t first = snapshot.text.lineOf(span.start);
  std::uint32_t last = snapshot.text.lineOf(span.end);
  std::erase_if(collector.tokens,
                [&](const Token& token) { return token.line < first || token.line > last; });
  return std::move(collector.tokens);
}

std::vector<std::uint32_t> encodeTokens(const text::Text& text, const std::vector<Token>& tokens,
                                        text::PositionEncoding encoding) {
  std::vector<std::uint32_t> out;
  out.reserve(tokens.size() * 5);
  std::uint32_t line = 0;  // of the token before
  std::uint32_t at = 0;    // its start, in bytes; the line's start for the first on a line
  std::string_view bytes;  // of the line
  std::uint32_t lineStart = 0;
  bool first = true;
  for (const Token& token : tokens) {
    std::uint32_t down = token.line - line;
    if (down > 0 || first) {
      line = token.line;
      lineStart = text.lineStart(line);
      bytes = text.line(line);
      at = lineStart;
      first = false;
    }
    auto units = [&](std::uint32_t from, std::uint32_t to) {
      return text::length(bytes.substr(from - lineStart, to - from), encoding);
    };
    std::uint32_t right = units(at, token.span.start);
    out.insert(out.end(), {down, right, units(token.span.start, token.span.end),
                           static_cast<std::uint32_t>(token.type), token.modifiers});
    at = token.span.start;
  }
  return out;
}

TokensEdit tokensEdit(const std::vector<std::uint32_t>& before,
                      const std::vector<std::uint32_t>& after) {
  std::size_t shorter = std::min(before.size(), after.size());
  auto same = static_cast<std::size_t>(
      std::mismatch(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(shorter),
                    after.begin())
          .first -
      before.begin());
  same -= same % 5;
  auto sameAtEnd = static_cast<std::size_t>(
      std::mismatch(before.rbegin(), before.rbegin() + static_cast<std::ptrdiff_t>(shorter - same),
                    after.rbegin())
          .first -
      before.rbegin());
  sameAtEnd -= sameAtEnd % 5;
  return {static_cast<std::uint32_t>(same),
          static_cast<std::uint32_t>(before.size() - same - sameAtEnd),
          std::span(after).subspan(same, after.size() - same - sameAtEnd)};
}

}  // namespace journey::features
