#include "workspace/facts.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/fixture.hpp"
#include "text/unicode.hpp"

using namespace journey;
using workspace::Facts;
using workspace::Name;
using Lines = std::vector<std::string>;

namespace {

Facts factsOf(std::string_view text) {
  auto snapshot = test::snapshotOf(text);
  return workspace::factsOf(snapshot->text, snapshot->map);
}

constexpr std::string_view kinds[] = {"journey",     "persona", "phase",   "touchpoint",
                                      "opportunity", "lane",    "channel", "owner"};

/// «kind name @ what the span holds» with + for heads and, in front, the number of the journey.
Lines names(std::string_view text) {
  Lines out;
  for (const Name& name : factsOf(text).names)
    out.push_back(std::to_string(name.journey) + " " + (name.declares ? "+" : "") +
                  std::string(kinds[static_cast<std::size_t>(name.kind)]) +
                  (name.bare ? " (bare)" : "") + (name.conditional ? " (if)" : "") + " " +
                  name.text + " @ " + std::string(text.substr(name.span.start, name.span.size())));
  return out;
}

Lines links(std::string_view text) {
  Lines out;
  for (const workspace::Link& link : factsOf(text).links) {
    CHECK(text.substr(link.span.start, link.span.size()) == link.target);
    constexpr std::string_view linkKinds[] = {"image ", "map ", "web "};
    out.push_back(std::string(linkKinds[static_cast<std::size_t>(link.kind)]) + link.target);
  }
  return out;
}

}  // namespace

TEST_CASE("all that a map names, in order", "[workspace][facts]") {
  CHECK(names("Journey: Lunch\n  Lane: Backstage\nPersona: Emma\n  Need: n\nPhase: Pay\n"
              "  Touchpoint: Queue\n    Channel: Till\n    Emotion [ Emma ]: glad\n"
              "    Opportunity: Order ahead\n      Owner: App team\n    Backstage: Cooks\n"
              "    Next [if full]: Leave\n    Next: Eat\n") ==
        Lines{"0 +journey Lunch @ Lunch", "0 +lane Backstage @ Backstage", "0 +persona Emma @ Emma",
              "0 +phase Pay @ Pay", "0 +touchpoint Queue @ Queue", "0 channel Till @ Till",
              "0 persona Emma @ Emma", "0 +opportunity Order ahead @ Order ahead",
              "0 owner App team @ App team", "0 lane Backstage @ Backstage",
              "0 touchpoint (if) Leave @ Leave", "0 touchpoint Eat @ Eat"});
}

TEST_CASE("lists of channels and owners", "[workspace][facts]") {
  CHECK(names("Touchpoint: T\nChannel: App, telephone ;,  e-mail\nChannel: …, Shop\n"
              "Opportunity: o\nOwner: IT,Sales\nOwner: ,\n") ==
        Lines{"0 +touchpoint T @ T", "0 channel App @ App", "0 channel telephone @ telephone",
              "0 channel e-mail @ e-mail", "0 channel Shop @ Shop", "0 +opportunity o @ o",
              "0 owner IT @ IT", "0 owner Sales @ Sales"});
}

TEST_CASE("what is still to be filled in names nothing", "[workspace][facts]") {
  CHECK(names("Touchpoint: T\nNext: …\nNext: ???\nChannel: ...\n") == Lines{"0 +touchpoint T @ T"});
}

TEST_CASE("several journeys, and what stands before the first", "[workspace][facts]") {
  std::string_view text =
      "Persona: Emma\n  Need: n\nJourney: A\nPersona: Noah\nTouchpoint: T\nNext: T\n"
      "Journey: B\nTouchpoint: T\n";
  CHECK(names(text) == Lines{"0 +persona Emma @ Emma", "1 +journey A @ A",
                             "1 +persona (bare) Noah @ Noah", "1 +touchpoint T @ T",
                             "1 touchpoint T @ T", "2 +journey B @ B", "2 +touchpoint T @ T"});
  CHECK(factsOf(text).hasPreamble);
  CHECK_FALSE(factsOf("# c\nJourney: A\n").hasPreamble);
  CHECK(names("Journey:\nTouchpoint: T\nJourney: B\nTouchpoint: T\n") ==
        Lines{"0 +touchpoint T @ T", "1 +journey B @ B", "1 +touchpoint T @ T"});
}

TEST_CASE("what a name stands under", "[workspace][facts]") {
  Facts facts = factsOf(
      "Journey: J\nPersona: E\nPhase: P\nTouchpoint: T\nOpportunity: o\nOwner: w\nNext: T\n"
      "Goal: ended T\nNext: T\nTouchpoint: U\nPhase:\nTouchpoint: V\n");
  Lines out;
  for (const Name& name : facts.names)
    out.push_back(
        name.text + " < " +
        (name.container < 0 ? "-" : facts.names[static_cast<std::size_t>(name.container)].text));
  CHECK(out == Lines{"J < -", "E < J", "P < J", "T < P", "o < T", "w < o", "T < T", "T < -",
                     "U < P", "V < J"});
}

TEST_CASE("byte order mark, line endings, continuations", "[workspace][facts]") {
  CHECK(names("\xEF\xBB\xBFJourney: J\r\nTouchpoint:  Looks up \r\n  | the menu \r\nNext: looks "
              "up\r| the menu\r") ==
        Lines{"0 +journey J @ J", "0 +touchpoint Looks up the menu @ Looks up \r\n  | the menu",
              "0 touchpoint looks up the menu @ looks up\r| the menu"});
  Facts facts =
      factsOf("Journey:\n| A\nPhase: P\nTouchpoint: T\n\n  Note: n\n   | m\n\n\nPhase: Q");
  CHECK(facts.names[0].text == "A");
  CHECK(facts.names[2].whole == text::Span{22, 53});
}

TEST_CASE("what is not UTF-8 can be sent all the same", "[workspace][facts]") {
  for (const Name& name : factsOf("Touchpoint: \xFF\nChannel: \xC3, b\nNext: \xFF\n").names)
    CHECK(text::validUtf8(name.text) == name.text);
}

TEST_CASE("libraries of personas", "[workspace][facts]") {
  CHECK(factsOf("# for all\nPersona: Emma\n  Need: n\n").isLibrary);
  CHECK_FALSE(factsOf("Persona: Emma\nTouchpoint: T\n").isLibrary);
  CHECK_FALSE(factsOf("Journey: J\nPersona: Emma\n").isLibrary);
  CHECK_FALSE(factsOf("# nothing\n").isLibrary);
  CHECK(factsOf("Journey: J\nPersona: Emma\n").personas.empty());
}

TEST_CASE("images and other maps", "[workspace][facts]") {
  CHECK(links("Persona: P\nImage: pictures/Emma at school.png\nImage: https://example.org/a b\n"
              "Image:\n") ==
        Lines{"image pictures/Emma at school.png", "web https://example.org/a b"});
  CHECK(links("# as in canteen.journey\nJourney: See ../old/a.journey\nNote: (b.journey)\nstray "
              "c.journey!\n") ==
        Lines{"map canteen.journey", "map ../old/a.journey", "map b.journey", "map c.journey"});
}

TEST_CASE("links in running text", "[workspace][facts]") {
  CHECK(links("Note: https://example.org/a?b=c#d, http://example.org.\n") ==
        Lines{"web https://example.org/a?b=c#d", "web http://example.org"});
  CHECK(links("Note: (see https://example.org/a_(b)) and [x](https://example.org/c) "
              "<https://example.org/d>|\n") == Lines{"web https://example.org/a_(b))",
                                                     "web https://example.org/c",
                                                     "web https://example.org/d"});
  CHECK(links("Note: https:// http:// .journey a.journeys journey\n").empty());
  CHECK(links("Note: before\n  # in between: a.journey\n  | https://example.org\n") ==
        Lines{"map a.journey", "web https://example.org"});
}

TEST_CASE("paths with spaces stand in quotes", "[workspace][facts]") {
  CHECK(links("Note: \"my map.journey\", „deine Karte.journey“ og «vårt kart.journey»\n") ==
        Lines{"map my map.journey", "map deine Karte.journey", "map vårt kart.journey"});
  CHECK(links("Note: ”vår karta.journey” \"a.journey\" «b.journey»\n") ==
        Lines{"map vår karta.journey", "map a.journey", "map b.journey"});
  CHECK(links("Note: \"never\" c.journey \"closed d.journey\n") ==
        Lines{"map c.journey", "map d.journey"});
  CHECK(links("Note: \"https://example.org/x.journey\"\n") ==
        Lines{"web https://example.org/x.journey"});
}
