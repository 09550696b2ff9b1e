#include "features/folding.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/fixture.hpp"

using namespace journey;
using features::Fold;

namespace {

using enum Fold::Kind;

/// Without what stands for the folded lines.
std::vector<Fold> folds(std::string_view text) {
  auto found = features::folds(*test::snapshotOf(text));
  for (Fold& fold : found) fold.instead.clear();
  return found;
}

using Folds = std::vector<Fold>;

}  // namespace

TEST_CASE("blocks fold, without the blank lines and comments behind them", "[features][folding]") {
  CHECK(folds("Journey: J\n  Goal: g\n\nPersona: A\n  Need: n\n\n\nPhase: P\n  Touchpoint: T\n    "
              "Note: n\n    Opportunity: o\n"
              "      Owner: w\n\n# of Q\nPhase: Q\n") ==
        Folds{{0, 14}, {3, 4}, {7, 11, Region}, {8, 11}, {10, 11}});
}

TEST_CASE("what stands on one line does not fold", "[features][folding]") {
  CHECK(folds("").empty());
  CHECK(folds("Persona: A\n\nPersona: B\n# c\n").empty());
}

TEST_CASE("continuation lines fold into their entry", "[features][folding]") {
  CHECK(folds("Goal: g\n  | a\n\n  | b\n\nNote: n\n") == Folds{{0, 3}});
  // A head's continuation lines fold with its block: one fold a line.
  CHECK(folds("Persona: A\n  | a\n  Need: n\n") == Folds{{0, 2}});
  CHECK(folds("Phase: P\n  Touchpoint: T\n    Opportunity: o\n      | a\n") ==
        Folds{{0, 3, Region}, {1, 3}, {2, 3}});
}

TEST_CASE("runs of comments fold as comments", "[features][folding]") {
  CHECK(folds("# a\n# b\n\n# c\nPersona: A\n  # d\n  # e\n  # f\n  Need: n\n# g\n# h") ==
        Folds{{0, 1, Comment}, {4, 8}, {5, 7, Comment}, {9, 10, Comment}});
}

TEST_CASE("folds end before what ended a block", "[features][folding]") {
  CHECK(folds("Journey: J\nPhase: P\n  Touchpoint: T\n    Note: n\n  Goal: g\n") ==
        Folds{{0, 4}, {1, 3, Region}, {2, 3}});
}

TEST_CASE("lines count whatever they end in", "[features][folding]") {
  CHECK(folds("Persona: A\r\n  Need: n\r\n\r\nPersona: B\r\n  Need: n") == Folds{{0, 1}, {3, 4}});
  CHECK(folds("Persona: A\r  Need: n\r\rPersona: B\r  Need: n") == Folds{{0, 1}, {3, 4}});
}

TEST_CASE("what is folded says what it holds", "[features][folding]") {
  auto found = features::folds(*test::snapshotOf(
      "Kundereise: J\nPersona: A\n  Behov: b\nFase: P\n  Kontaktpunkt: T\n    Følelse: 😖\n"
      "    Mulighet: o\n    Mulighet: p\n  Kontaktpunkt: U\n    Notat: n\nFase: Q\n"));
  REQUIRE(found.size() == 5);
  CHECK(found[0].instead == "Faser: 2");
  CHECK(found[1].instead.empty());
  CHECK(found[2].instead == "Kontaktpunkter: 2");
  CHECK(found[3].instead == "😖 · Muligheter: 2");
  CHECK(found[4].instead.empty());
}

TEST_CASE("a client that takes few folds gets the largest", "[features][folding]") {
  auto snapshot = test::snapshotOf(
      "Journey: J\n# a\n# b\nPhase: P\n  Touchpoint: T\n    Note: n\nPhase: Q\n  Touchpoint: U\n  "
      "Touchpoint: V\n    Note: n\n");
  auto lines = [&](std::size_t most) {
    std::vector<std::uint32_t> out;
    for (const Fold& fold : features::folds(*snapshot, most)) out.push_back(fold.first);
    return out;
  };
  CHECK(lines(99) == std::vector<std::uint32_t>{0, 1, 3, 4, 6, 8});
  CHECK(lines(3) == std::vector<std::uint32_t>{0, 3, 6});
  CHECK(lines(1) == std::vector<std::uint32_t>{0});
  CHECK(lines(0).empty());
}
