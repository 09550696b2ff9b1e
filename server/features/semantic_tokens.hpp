// Colours that need more than the grammar: titles, references, values that are known, rows of the
// user's own.
// LSP 3.17: textDocument/semanticTokens
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/encoding.hpp"
#include "workspace/snapshot.hpp"

namespace journey::features {

/// The protocol's standard types, as far as maps have use for them.
enum class TokenType : std::uint8_t {
  Namespace,   // a journey, a phase
  Interface,   // a persona, where it is described and in brackets
  Class,       // a touchpoint, where it stands and behind `Next`
  Event,       // an opportunity
  EnumMember,  // one of a set of values: a state, a model, a priority, an emoji, a rule's name
  Property,    // a keyword that opens no block; a row of the user's own
  Variable,    // a word in a keyword's place that nobody knows
  Parameter,   // a condition in brackets
  Keyword,     // a keyword that opens a block
  Macro,       // a directive in a comment
  Comment,
  String,  // prose
  Number,  // a date, votes, a score, a priority
};
inline constexpr std::array<std::string_view, 13> tokenTypeNames = {
    "namespace", "interface", "class", "event",   "enumMember", "property", "variable",
    "parameter", "keyword",   "macro", "comment", "string",     "number"};

/// Bits.
inline constexpr std::uint8_t declares = 1;     // a title, not a mention
inline constexpr std::uint8_t fromLibrary = 2;  // a word that the language itself has
inline constexpr std::array<std::string_view, 2> tokenModifierNames = {"declaration",
                                                                       "defaultLibrary"};

/// On one line, never empty.
struct Token {
  std::uint32_t line = 0;
  text::Span span;  // bytes of the text
  TokenType type{};
  std::uint8_t modifiers = 0;

  bool operator==(const Token&) const = default;
};

/// Which tokens are wanted. Clients that colour with a grammar besides need no prose, no comments
/// and no unknown words from us: a word that then keeps its colour is one that we do not know
/// either.
enum class TokenScope : std::uint8_t { All, BeyondGrammar };

/// The tokens on the lines that `span` (bytes) touches, in order, apart from each other.
std::vector<Token> semanticTokens(const workspace::Snapshot& snapshot, text::Span span,
                                  TokenScope scope = TokenScope::All);
std::vector<Token> semanticTokens(const workspace::Snapshot& snapshot,
                                  TokenScope scope = TokenScope::All);

/// As the protocol has them: five numbers a token, each place relative to the token before.
std::vector<std::uint32_t> encodeTokens(const text::Text& text, const std::vector<Token>& tokens,
                                        text::PositionEncoding encoding);

/// What turns one such list into another: `deleteCount` numbers from `start` become `data`, which
/// points into the newer list. Whole tokens; nothing at all if the lists are alike.
struct TokensEdit {
  std::uint32_t start = 0;
  std::uint32_t deleteCount = 0;
  std::span<const std::uint32_t> data;

  bool empty() const { return deleteCount == 0 && data.empty(); }
};
TokensEdit tokensEdit(const std::vector<std::uint32_t>& before,
                      const std::vector<std::uint32_t>& after);

}  // namespace journey::features
