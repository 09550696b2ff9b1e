#include "model/map.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/files.hpp"
#include "support/fixture.hpp"
#include "support/random_edits.hpp"

using namespace journey;
using model::Construct;
using model::Place;

namespace {

/// Everything a map says, as text, to compare two maps and to show where they differ.
std::string dump(const model::Map& map) {
  std::string out = std::string(locale::codeOf(map.language)) + "\n";
  auto add = [&](auto... parts) { ((out += std::to_string(parts) + ' '), ...); };
  for (const auto& placed : map.blocks) {
    add(static_cast<int>(placed->kind), placed.offset, placed.line, placed->size, placed->lineCount,
        placed->own, placed->endsOuter);
    for (const auto& e : placed->entries) {
      add(static_cast<int>(e.construct), static_cast<int>(e.place), e.opportunity, e.line,
          e.lineCount, e.whole.start, e.whole.end, e.keyword.start, e.keyword.end,
          e.qualifier.start, e.qualifier.end, e.body.start, e.body.end);
      out += e.word + '|' + e.qualifierText + '|' + e.text + '\n';
    }
    for (const auto& o : placed->others) {
      add(static_cast<int>(o.kind), o.line, o.span.start, o.span.end);
      out += o.text + '\n';
    }
    for (const auto& e : placed->emotions) {
      add(e.entry, e.valence.value_or(9), static_cast<int>(e.source));
      out += e.emoji + '|' + e.words + '\n';
    }
    for (auto p : placed->modelPhases) add(p.place, p.byName);
    out += '\n';
  }
  for (const auto& journey : map.journeys) {
    add(journey.head);
    for (auto p : journey.personas) add(p);
    for (const auto& phase : journey.phases) {
      add(phase.head);
      for (auto t : phase.touchpoints) add(t);
    }
    for (auto e : journey.entries) add(e.block, e.entry);
    out += '\n';
  }
  for (auto m : map.misplaced) add(m.block, m.entry);
  for (const auto& lane : map.lanes) out += lane;
  return out;
}

/// Place of each entry that is no head, by its text.
std::string places(std::string_view source) {
  auto snapshot = test::snapshotOf(source);
  std::string out;
  for (const auto& placed : snapshot->map.blocks)
    for (std::size_t i = placed->hasHead() ? 1 : 0; i < placed->entries.size(); ++i) {
      const auto& entry = placed->entries[i];
      constexpr std::string_view names[] = {"block", "opportunity", "journey", "nobody"};
      out += entry.text + "=" + std::string(names[static_cast<std::size_t>(entry.place)]) + " ";
    }
  return out;
}

}  // namespace

TEST_CASE("a map follows edits as if it were read anew", "[model]") {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    test::Random random(seed);
    auto snapshot = workspace::read(text::Text(random.text(120)), 0, {});
    for (int i = 0; i < 40; ++i) {
      workspace::EditedText edited(snapshot->text);
      for (std::uint32_t n = random.below(3) + 1; n > 0; --n)
        edited.replace(random.span(edited.text().size()), random.text(random.below(4)));
      snapshot = workspace::update(snapshot, edited, i, {});
      auto fresh = workspace::read(snapshot->text, i, {});
      INFO("seed " << seed << " edit " << i);
      REQUIRE(dump(snapshot->map) == dump(fresh->map));
    }
  }
}

TEST_CASE("an edit shares the blocks it does not touch", "[model]") {
  std::string source = "Journey: J\n";
  for (int i = 0; i < 50; ++i)
    source += "Phase: P" + std::to_string(i) + "\n  Touchpoint: T\n    Emotion: glad\n";
  auto before = workspace::read(text::Text(source), 0, {});
  workspace::EditedText edited(before->text);
  auto at = static_cast<std::uint32_t>(source.find("P25") + 3);
  edited.replace({at, at}, "x");
  auto after = workspace::update(before, edited, 1, {});
  std::size_t shared = 0;
  for (std::size_t i = 0; i < after->map.blocks.size(); ++i)
    shared += after->map.blocks[i].block == before->map.blocks[i].block;
  CHECK(shared >= after->map.blocks.size() - 2);
}

TEST_CASE("an entry belongs to the innermost open block that takes it", "[model]") {
  CHECK(places("Journey: j\nGoal: g\nPersona: p\nGoal: h\nNeed: n\nModel: m\nGoal: i\nNeed: o\n") ==
        "g=block h=block n=block m=journey i=journey o=nobody ");
  CHECK(places("Touchpoint: t\nChannel: c\nOpportunity: o\nOwner: w\nEvidence: e\nPain: p\nNote: "
               "n\nOwner: x\n") ==
        "c=block o=block w=opportunity e=opportunity p=block n=block x=nobody ");
  CHECK(places("Phase: p\nEmotion: e\nNote: n\nGoal: g\nNote: m\n") ==
        "e=nobody n=block g=journey m=journey ");
  CHECK(places("Emotion: e\nNote: n\n") == "e=nobody n=journey ");
  CHECK(places("Persona: p\nQuote: q\nImage: i\nEmotion: e\n") == "q=block i=block e=nobody ");
  CHECK(places("Touchpoint: t\nProblem: p\n") == "p=block ");
}

TEST_CASE("journeys, phases and touchpoints are put together", "[model]") {
  auto snapshot = test::snapshotOf(
      "Persona: Shared\nJourney: A\nPersona: Emma\nPhase: One\nTouchpoint: X\nTouchpoint: "
      "Y\nPhase: Two\n"
      "Journey: B\nTouchpoint: Lost\n");
  const model::Map& map = snapshot->map;
  REQUIRE(map.journeys.size() == 3);
  CHECK(map.journeys[0].head == model::noBlock);
  CHECK(map.journeys[0].personas.size() == 1);
  REQUIRE(map.journeys[1].phases.size() == 2);
  CHECK(map.journeys[1].phases[0].touchpoints.size() == 2);
  CHECK(map.journeys[1].phases[1].touchpoints.empty());
  // A touchpoint outside any phase is kept and named.
  REQUIRE(map.journeys[2].phases.size() == 1);
  CHECK(map.journeys[2].phases[0].head == model::noBlock);
  REQUIRE(map.misplaced.size() == 1);
  CHECK(map.entry(map.misplaced[0]).text == "Lost");
}

TEST_CASE("the language is declared, shown by a keyword, or the fallback", "[model]") {
  auto language = [](std::string_view source, locale::Language fallback = locale::Language::En) {
    return test::snapshotOf(source, fallback)->map.language;
  };
  using enum locale::Language;
  CHECK(language("# language: sv\nJourney: x\n") == Sv);
  CHECK(language("# language: no\n") == Nb);
  CHECK(language("Journey: x\n# language: sv\n") == En);
  CHECK(language("Kunderejse: x\n") == Da);
  CHECK(language("Persona: x\nKosketuspiste: y\n") == Fi);
  CHECK(language("Persona: x\n", De) == De);
  CHECK(language("") == En);
  // Shared words only: a language that has them all.
  CHECK(language("Persona: x\nFase: y\nKontaktpunkt: z\n") == Nb);
  CHECK(language("Persona: x\nFase: y\n", Da) == Da);
}

TEST_CASE("continuation lines are lines of the entry above", "[model]") {
  auto snapshot = test::snapshotOf("Thought: one\n  | two\n\n# c\n|\n| three\nNote: x\n");
  const auto& entry = snapshot->map.block(0).entries[0];
  CHECK(entry.text == "one\ntwo\n\nthree");
  CHECK(entry.lineCount == 6);
}

TEST_CASE("what the tree nests, the model places", "[model]") {
  // Structure is written twice: in the grammar for editors, in the model for the rest.
  for (const auto& path : test::examples()) {
    INFO(path.string());
    auto snapshot = test::snapshotOf(test::readFile(path));
    std::string tree = snapshot->tree.toString();
    auto count = [&](std::string_view node) {
      std::size_t n = 0;
      for (std::size_t at = tree.find(node); at != tree.npos; at = tree.find(node, at + 1)) ++n;
      return n;
    };
    std::size_t phases = 0, touchpoints = 0, personas = 0, opportunities = 0;
    for (const auto& placed : snapshot->map.blocks) {
      phases += placed->kind == model::Block::Kind::Phase;
      touchpoints += placed->kind == model::Block::Kind::Touchpoint;
      personas += placed->kind == model::Block::Kind::Persona;
      opportunities += placed->opportunities.size();
    }
    CHECK(count("(phase head:") == phases);
    CHECK(count("(touchpoint head:") == touchpoints);
    CHECK(count("(persona head:") == personas);
    CHECK(count("(opportunity head:") == opportunities);
  }
}
