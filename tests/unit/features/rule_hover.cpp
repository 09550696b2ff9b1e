#include "features/rule_hover.hpp"

#include <catch2/catch_test_macros.hpp>

#include "locale/rule_text.hpp"
#include "support/fixture.hpp"

using namespace journey;
using features::Hover;
using features::Markup;
using locale::Language;

namespace {

struct Hovered {
  std::string words;  // empty: no hover
  std::string over;
};

Hovered at(std::string_view marked, std::string_view pages = "", Markup markup = Markup::Markdown,
           Language language = Language::En) {
  test::Fixture f = test::fixture(marked);
  auto snapshot = test::snapshotOf(f.text);
  auto hover = features::ruleHover(*snapshot, f.mark(), language, markup, pages);
  if (!hover) return {};
  return {hover->text, snapshot->text.slice(hover->span)};
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t n = 0;
  for (auto i = text.find(part); i != text.npos; i = text.find(part, i + 1)) ++n;
  return n;
}

}  // namespace

TEST_CASE("over a finding: what the rule checks and why", "[features][rule-hover]") {
  const locale::RuleText& text = *locale::ruleText("unknown-keyword", Language::En);
  for (std::string_view marked : {"$0Chanel: x", "Cha$0nel: x", "Chanel$0: x"}) {
    Hovered h = at(marked);
    CHECK(h.over == "Chanel");
    CHECK(h.words ==
          "**unknown-keyword** — " + std::string(text.what) + "\n\n" + std::string(text.why));
  }
  CHECK(at("Chanel: $0x").words.empty());
  CHECK(at("Note: $0x").words.empty());
}

TEST_CASE("it is said in the reader's language", "[features][rule-hover]") {
  CHECK(at("Cha$0nel: x", "", Markup::Markdown, Language::Fi)
            .words.find(locale::ruleText("unknown-keyword", Language::Fi)->what) !=
        std::string::npos);
}

TEST_CASE("a page is linked where there is one", "[features][rule-hover]") {
  std::string_view pages = "file:///c/rules/en/";
  CHECK(at("Cha$0nel: x", pages)
            .words.ends_with("\n\n[More about this rule](file:///c/rules/en/unknown-keyword.md)"));
  CHECK(at("Cha$0nel: x", pages, Markup::Plain)
            .words.ends_with("\nMore about this rule: file:///c/rules/en/unknown-keyword.md"));
}

TEST_CASE("several findings at one place: each rule once", "[features][rule-hover]") {
  // Two missing phases and no persona, all at the journey's line.
  Hovered h =
      at("Jour$0ney: J\n  Model: service3\nPhase: During\n  Touchpoint: T\n"
         "    Emotion: glad\n");
  CHECK(count(h.words, "**missing-phase**") == 1);
  CHECK(count(h.words, "**no-persona**") == 1);
  CHECK(h.over == "Journey: J");
}

TEST_CASE("two hovers become one, of what both speak of", "[features][rule-hover]") {
  Hover keyword{"k", {4, 9}};
  Hover rule{"r", {0, 20}};
  auto both = features::together(keyword, rule, Markup::Markdown);
  REQUIRE(both);
  CHECK(both->text == "k\n\n---\n\nr");
  CHECK(both->span == text::Span{4, 9});
  CHECK(features::together(keyword, rule, Markup::Plain)->text == "k\n\nr");
  CHECK(features::together(keyword, std::nullopt, Markup::Plain)->text == "k");
  CHECK(features::together(std::nullopt, rule, Markup::Plain)->text == "r");
  CHECK_FALSE(features::together(std::nullopt, std::nullopt, Markup::Plain));
  // They only touch: the first one's.
  CHECK(features::together(keyword, Hover{"r", {9, 12}}, Markup::Plain)->span == text::Span{4, 9});
}
