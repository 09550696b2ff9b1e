#include "lint/fix_all.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>

#include "support/files.hpp"
#include "support/findings.hpp"
#include "support/nasty.hpp"

namespace journey::test {

namespace {

lint::FixedText fixAll(std::string_view text, std::string_view only = {}) {
  auto snapshot = snapshotOf(text);
  lint::FixedText fixed = lint::fixAll(snapshot->text, snapshot->map, snapshot->context,
                                       only.empty() ? nullptr : lint::ruleNamed(only));
  CHECK(lint::applied(snapshot->text, fixed.edits) == fixed.text);
  return fixed;
}

void expectFixed(std::string_view before, std::string_view after, std::string_view only = {}) {
  CHECK(fixAll(dedented(before), only).text == dedented(after));
}

/// Every word of a text that is no keyword and no value: what an author would miss.
std::multiset<std::string> texts(const workspace::Snapshot& snapshot) {
  std::multiset<std::string> out;
  for (const model::PlacedBlock& placed : snapshot.map.blocks) {
    for (const model::Entry& entry : placed->entries)
      if (entry.construct != model::Construct::Reviewed &&
          entry.construct != model::Construct::State &&
          entry.construct != model::Construct::Model &&
          entry.construct != model::Construct::Priority)
        out.insert(entry.qualifierText + "|" + entry.text);
    for (const model::OtherLine& other : placed->others)
      if (!other.text.starts_with("journey-ignore")) out.insert(other.text);
  }
  return out;
}

}  // namespace

TEST_CASE("fix all: what needs no decision is mended in one go", "[fixall]") {
  expectFixed(R"(
    Journey: Lunch
      State: curent
      Reviewed: 1.10.2026
    Persona: Emma
    Phse: Pay
      Touchpiont: Queue
        Følelse: bored
        Chanel: Canteen
        Opportunity: Order ahead
          Priority: mediun
  )",
              R"(
    Journey: Lunch
      State: current
      Reviewed: 2026-10-01
    Persona: Emma
    Phse: Pay
      Touchpoint: Queue
        Emotion: bored
        Channel: Canteen
        Opportunity: Order ahead
          Priority: medium
  )");
}

TEST_CASE("fix all: nothing is put in, moved, deleted or guessed", "[fixall]") {
  for (std::string_view text : {
           "Journey: Lunch\n",                                         // no persona, no phases
           "Journey: Lunch\nPersona: Emma\nPhase: Pay\n",              // no touchpoint
           "Phase: Pay\n  Touchpoint: Queue\n    Pain point: slow\n",  // no opportunity
           "Persona: Emma\n  Need:\n",                                 // says nothing
           "Emotion: bored\n",                                         // misplaced
           "Phase: Pay\n  Touchpoint: Queue\n    Emotion: frustated\n",
           "Phase: Pay\n  Touchpoint: Queue\n    Next: Qeue\n",
           "Journey: Lunch\n  Reviewed: 3/4/2026\n",
           "Journey: Lunch\n  Reviewed: 3-4-2026\n",
           "Journey: Lunch\n  Reviewed: 26-10-01\n",
           "Journey: Lunch\n  Reviewed: 1.10.2026, by Eva\n",
           "Journey: Lunch\n  State: currently\n",
           "Phase: Pay\n  Touchpoint: Queue\n    Opportunity: x\n      Votes: 5 of us\n",
           "Phase\nstray words\n",
           "Phase: Pay\nPhase: Pay\n",
           "Journey: Lunch\n  Model: aida\nPhase: Desire\nPhase: Attention\n",
           "Phase: Pay\n  Touchpoint: Queue\n    Reaction: happy\n",  // not an action
           "Phase: Pay\n  Touchpoint: Queue\n    Factor: speed\n",    // not an actor
           "Phase: Pay\n  Touchpoint: Queue\n    Paid: 5\n",          // not a pain
           "Phase: Pay\n  Touchpoint: Queue\n    Emotion 2: happy\n",
           "# journey-ignore-file: rule-of-tomorrow\nPersona: Emma\n",
       }) {
    INFO(text);
    CHECK(fixAll(text).text == text);
  }
}

TEST_CASE("fix all: a suppression goes only if nothing needs it in the end", "[fixall]") {
  // Once the touchpoint is spelt right, it lacks an emotion.
  expectFixed(R"(
    Phase: Pay
      # journey-ignore: touchpoint-without-emotion
      Touchpiont: Queue
  )",
              R"(
    Phase: Pay
      # journey-ignore: touchpoint-without-emotion
      Touchpoint: Queue
  )");
  expectFixed(R"(
    Phase: Pay
      # journey-ignore: no-persona, touchpoint-without-emotion, stray-line
      Touchpoint: Queue
        # journey-ignore: empty-entry, no-persona
        Channel: Canteen
  )",
              R"(
    Phase: Pay
      # journey-ignore: touchpoint-without-emotion
      Touchpoint: Queue
        Channel: Canteen
  )");
}

TEST_CASE("fix all of a rule: its preferred fixes, also those that need an eye", "[fixall]") {
  expectFixed(R"(
    Journey: Lunch
    Persona: Emma
      Need:
      Goal:
      Behaviour: slow
    Phase:
      Touchpiont: Queue
        Channel:
  )",
              R"(
    Journey: Lunch
    Persona: Emma
      Behaviour: slow
    Phase:
      Touchpiont: Queue
  )",
              "empty-entry");
}

TEST_CASE("fix all: line endings, marks and bytes that are no text stay", "[fixall]") {
  CHECK(fixAll("\xEF\xBB\xBFJourney: A\r\n  State: curent\r\n  Note: \xFF\r\n").text ==
        "\xEF\xBB\xBFJourney: A\r\n  State: current\r\n  Note: \xFF\r\n");
}

TEST_CASE("fix all: safe fixes are preferred ones", "[fixall]") {
  int safe = 0;
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    auto snapshot = snapshotOf(nasty(seed));
    for (const lint::PlacedFinding& placed : snapshot->findings())
      for (const lint::Fix& fix : snapshot->fixes(placed)) {
        CHECK((fix.preferred || !fix.safe));
        safe += fix.safe;
      }
  }
  CHECK(safe > 100);
}

TEST_CASE("fix all: ends, keeps all words, and a second time finds nothing", "[fixall]") {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    std::string before = nasty(seed);
    INFO("seed " << seed << "\n" << before);
    lint::FixedText fixed = fixAll(before);
    INFO(fixed.text);
    CHECK(fixAll(fixed.text).text == fixed.text);
    CHECK(texts(*snapshotOf(fixed.text)) == texts(*snapshotOf(before)));
  }
}

TEST_CASE("fix all of each rule ends for any map", "[fixall]") {
  for (const lint::Rule* rule : lint::allRules())
    for (std::uint32_t seed = 0; seed < 15; ++seed) {
      INFO(rule->id << " seed " << seed << "\n" << nasty(seed));
      lint::FixedText fixed = fixAll(nasty(seed), rule->id);
      CHECK_FALSE(snapshotOf(fixed.text)->tree.hasError());
    }
}

TEST_CASE("fix all of a rule: hundreds of lines that touch each other", "[fixall]") {
  std::string text = "Persona: A\n";
  for (int i = 0; i < 300; ++i) text += "  Need:\n";
  lint::FixedText fixed = fixAll(text, "empty-entry");
  CHECK(fixed.text == "Persona: A\n");
  CHECK(fixed.taken == 300);
}

}  // namespace journey::test
