#include "support/refactor.hpp"

namespace journey::test {

static const auto& wrap = features::refactorings::wrapStrayLines;

TEST_CASE("wrap stray lines: one note, a continuation, comments", "[refactor]") {
  constexpr std::string_view before = R"(
    Phase: Pay
      Touchpoint: Queue
        Action: Waits
    $0ask the porter
        how they call people
    and when$0
        Emotion: bored
  )";
  CHECK(RefactorFixture(before).offers(wrap) == Titles{"Turn these lines into one note",
                                                       "Add these lines to the entry above",
                                                       "Turn these lines into comments"});
  expectRefactored(wrap, "note", before, R"(
    Phase: Pay
      Touchpoint: Queue
        Action: Waits
    Note: ask the porter
        | how they call people
    | and when
        Emotion: bored
  )");
  expectRefactored(wrap, "continuation", before, R"(
    Phase: Pay
      Touchpoint: Queue
        Action: Waits
    | ask the porter
        | how they call people
    | and when
        Emotion: bored
  )");
  expectRefactored(wrap, "comment", before, R"(
    Phase: Pay
      Touchpoint: Queue
        Action: Waits
    # ask the porter
        # how they call people
    # and when
        Emotion: bored
  )");
}

TEST_CASE("wrap stray lines: a cursor means the lines around it that stand together",
          "[refactor]") {
  expectRefactored(wrap, "note", R"(
    Vaihe: Maksu
    eka
    to$0ka

    kolmas
    neljäs
  )",
                   R"(
    Vaihe: Maksu
    Muistiinpano: eka
    | toka

    kolmas
    neljäs
  )");
}

TEST_CASE("wrap stray lines: lines apart become notes apart", "[refactor]") {
  expectRefactored(wrap, "note", R"(
    Fase: Pay
    $0one
    two

    three
    Kanal: App
    four$0
  )",
                   R"(
    Fase: Pay
    Notat: one
    | two

    Notat: three
    Kanal: App
    Notat: four
  )");
}

TEST_CASE("wrap stray lines: nothing above to go on with, and one line alone", "[refactor]") {
  CHECK(RefactorFixture("$0one\ntwo$0\nPhase: Pay\n").offers(wrap) ==
        Titles{"Turn these lines into one note", "Turn these lines into comments"});
  CHECK(RefactorFixture("Phase: Pay\n$0one$0\n").offers(wrap).empty());
  CHECK(RefactorFixture("Phase: $0Pay\none\ntwo\n").offers(wrap).empty());
}

}  // namespace journey::test
