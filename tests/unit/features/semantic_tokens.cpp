#include "features/semantic_tokens.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/fixture.hpp"

using namespace journey;
using features::TokenScope;
using text::PositionEncoding;

namespace {

/// A line a token: «type.modifier text».
std::string listed(const workspace::Snapshot& snapshot,
                   const std::vector<features::Token>& tokens) {
  std::string out;
  for (const features::Token& token : tokens) {
    out += features::tokenTypeNames[static_cast<std::size_t>(token.type)];
    for (std::size_t m = 0; m < features::tokenModifierNames.size(); ++m)
      if (token.modifiers >> m & 1) out += "." + std::string(features::tokenModifierNames[m]);
    out += " " + snapshot.text.slice(token.span) + "\n";
  }
  return out;
}

std::string tokens(std::string_view text, TokenScope scope = TokenScope::All) {
  auto snapshot = test::snapshotOf(text);
  return listed(*snapshot, features::semanticTokens(*snapshot, scope));
}

using Numbers = std::vector<std::uint32_t>;

Numbers encoded(std::string_view text, PositionEncoding encoding = PositionEncoding::Utf8) {
  auto snapshot = test::snapshotOf(text);
  return features::encodeTokens(snapshot->text, features::semanticTokens(*snapshot), encoding);
}

}  // namespace

TEST_CASE("titles, keywords, mentions", "[features][semantic_tokens]") {
  CHECK(tokens("Journey: J\nPersona: Emma\n  Need: Food\nPhase: P\n  Touchpoint: T\n"
               "    Thought [ Emma ]: Hm\n    Next [if full]: T\n    Opportunity: O\n") ==
        "keyword Journey\nnamespace.declaration J\n"
        "keyword Persona\ninterface.declaration Emma\nproperty Need\nstring Food\n"
        "keyword Phase\nnamespace.declaration P\nkeyword Touchpoint\nclass.declaration T\n"
        "property Thought\ninterface Emma\nstring Hm\n"
        "property Next\nparameter if full\nclass T\n"
        "keyword Opportunity\nevent.declaration O\n");
}

TEST_CASE("values that are known, and those that are not", "[features][semantic_tokens]") {
  CHECK(tokens("Journey: J\nState: current\nState: lost\nModel: aida\nModel: mine\n"
               "Reviewed: 2026-10-01\nReviewed: soon\n") ==
        "keyword Journey\nnamespace.declaration J\n"
        "property State\nenumMember.defaultLibrary current\nproperty State\nstring lost\n"
        "property Model\nenumMember.defaultLibrary aida\nproperty Model\nstring mine\n"
        "property Reviewed\nnumber 2026-10-01\nproperty Reviewed\nstring soon\n");
  CHECK(tokens(
            "Touchpoint: T\nOpportunity: O\nVotes: 5\nPriority: high\nPriority: 2\nVotes: all\n") ==
        "keyword Touchpoint\nclass.declaration T\nkeyword Opportunity\nevent.declaration O\n"
        "property Votes\nnumber 5\nproperty Priority\nenumMember.defaultLibrary high\n"
        "property Priority\nnumber 2\nproperty Votes\nstring all\n");
}

TEST_CASE("a feeling is words, faces and a score", "[features][semantic_tokens]") {
  CHECK(tokens("Emotion [Emma]: 😖😡 quite sad 😐 (-2) now\n") ==
        "property Emotion\ninterface Emma\nenumMember 😖😡\nstring quite sad\nenumMember 😐\n"
        "number (-2)\nstring now\n");
  CHECK(tokens("Emotion: (+7) \n") == "property Emotion\nstring (+7)\n");
  CHECK(tokens("Emotion: fine (so far)\n") == "property Emotion\nstring fine (so far)\n");
  CHECK(tokens("Emotion:\n") == "property Emotion\n");
}

TEST_CASE("rows of one's own, unknown words, strays", "[features][semantic_tokens]") {
  CHECK(
      tokens("Journey: J\nLane: Backstage\nTouchpoint: T\nbackstage: x\nOnstage: y\nask them\n") ==
      "keyword Journey\nnamespace.declaration J\nproperty Lane\nproperty.declaration Backstage\n"
      "keyword Touchpoint\nclass.declaration T\nproperty backstage\nstring x\n"
      "variable Onstage\nstring y\n");
}

TEST_CASE("comments and what they order", "[features][semantic_tokens]") {
  CHECK(tokens("# language: nb\n# only: words\nReise: J\n  # journey-ignore: stray-line , x\n") ==
        "comment #\nmacro language\nenumMember nb\ncomment # only: words\n"
        "keyword Reise\nnamespace.declaration J\n"
        "comment #\nmacro journey-ignore\nenumMember stray-line\nenumMember x\n");
}

TEST_CASE("no token goes over a line", "[features][semantic_tokens]") {
  CHECK(tokens("Journey: J\n  | more \n\n# in between\n  |\n  |last\nGoal: g\n | h\n") ==
        "keyword Journey\nnamespace.declaration J\nnamespace.declaration more\n"
        "comment # in between\nnamespace.declaration last\n"
        "property Goal\nstring g\nstring h\n");
}

TEST_CASE("beside a grammar, prose and comments are left to it", "[features][semantic_tokens]") {
  CHECK(tokens("# c\n# language: en\nJourney: J\n  Goal: g\n  State: current\nGaol: h\n",
               TokenScope::BeyondGrammar) ==
        "macro language\nenumMember en\nkeyword Journey\nnamespace.declaration J\nproperty Goal\n"
        "property State\nenumMember.defaultLibrary current\n");
}

TEST_CASE("only the lines asked for", "[features][semantic_tokens]") {
  auto snapshot = test::snapshotOf("Journey: J\nGoal: g\nPhase: P\nNote: n\nPhase: Q\n");
  auto at = [&](std::uint32_t from, std::uint32_t to) {
    return listed(*snapshot, features::semanticTokens(*snapshot, text::Span{from, to}));
  };
  CHECK(at(13, 20) == "property Goal\nstring g\nkeyword Phase\nnamespace.declaration P\n");
  CHECK(at(30, 30) == "property Note\nstring n\n");
  CHECK(at(0, snapshot->text.size()) == listed(*snapshot, features::semanticTokens(*snapshot)));
}

TEST_CASE("five numbers a token, in the client's columns", "[features][semantic_tokens]") {
  // Keyword: 8, property: 5, namespace: 0, string: 11, number: 12, enumMember: 4.
  CHECK(encoded("Journey: 😀å\n\n  Emotion: 😖 (+1)\n") ==
        Numbers{0, 0, 7, 8, 0, 0, 9, 6, 0, 1, 2, 2, 7, 5, 0, 0, 9, 4, 4, 0, 0, 5, 4, 12, 0});
  CHECK(encoded("Journey: 😀å\n\n  Emotion: 😖 (+1)\n", PositionEncoding::Utf16) ==
        Numbers{0, 0, 7, 8, 0, 0, 9, 3, 0, 1, 2, 2, 7, 5, 0, 0, 9, 2, 4, 0, 0, 3, 4, 12, 0});
  CHECK(encoded("Journey: 😀å\n\n  Emotion: 😖 (+1)\n", PositionEncoding::Utf32) ==
        Numbers{0, 0, 7, 8, 0, 0, 9, 2, 0, 1, 2, 2, 7, 5, 0, 0, 9, 1, 4, 0, 0, 2, 4, 12, 0});
}

TEST_CASE("an edit is what lies between the common ends", "[features][semantic_tokens]") {
  Numbers a{0, 0, 1, 1, 1, 1, 0, 2, 2, 2, 1, 0, 3, 3, 3};
  auto applied = [](Numbers before, const features::TokensEdit& edit) {
    auto at = before.begin() + edit.start;
    at = before.erase(at, at + edit.deleteCount);
    before.insert(at, edit.data.begin(), edit.data.end());
    return before;
  };
  for (const Numbers& b : {a, Numbers{}, Numbers{0, 0, 1, 1, 1}, Numbers{1, 0, 3, 3, 3},
                           Numbers{0, 0, 1, 1, 1, 1, 0, 9, 2, 2, 1, 0, 3, 3, 3},
                           Numbers{0, 0, 1, 1, 1, 1, 0, 2, 2, 2, 1, 0, 2, 2, 2, 1, 0, 3, 3, 3}}) {
    for (auto [from, to] : {std::pair(a, b), std::pair(b, a)}) {
      features::TokensEdit edit = features::tokensEdit(from, to);
      CHECK(applied(from, edit) == to);
      CHECK(edit.start % 5 == 0);
      CHECK(edit.deleteCount % 5 == 0);
    }
  }
  CHECK(features::tokensEdit(a, a).empty());
  Numbers changed = a;
  changed[7] = 9;
  features::TokensEdit edit = features::tokensEdit(a, changed);
  CHECK(edit.start == 5);
  CHECK(edit.deleteCount == 5);
  CHECK(edit.data.size() == 5);
}
