#include "features/organize.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/files.hpp"
#include "support/findings.hpp"
#include "support/nasty.hpp"
#include "support/random_edits.hpp"
#include "support/same.hpp"

namespace journey::test {

namespace {

std::string organized(std::string_view text) {
  auto snapshot = snapshotOf(text);
  return lint::applied(snapshot->text, features::organize(*snapshot));
}

void expectOrganized(std::string_view before, std::string_view after) {
  CHECK(organized(dedented(before)) == dedented(after));
  CHECK(organized(dedented(after)) == dedented(after));
}

void expectNothingLost(std::string_view before) {
  std::string after = organized(before);
  INFO("before:\n" << before << "\nafter:\n" << after);
  auto old = snapshotOf(before);
  auto now = snapshotOf(after);
  CHECK(sortedLines(old->text) == sortedLines(now->text));
  CHECK(entriesUnderHeads(*old) == entriesUnderHeads(*now));
  CHECK(old->map.language == now->map.language);
  CHECK(organized(after) == after);
}

}  // namespace

TEST_CASE("organize: the entries of a touchpoint in the usual order", "[organize]") {
  expectOrganized(R"(
    Phase: Pay
      Touchpoint: Queue
        Next: Till
        Opportunity: Order ahead
          Owner: App team
          Votes: 5
        Pain point: Twelve minutes
        Emotion [Emma]: bored
        Thought: Again?
        Emotion: happy
        Action: Waits
        Channel: Canteen
      Touchpoint: Till
  )",
                  R"(
    Phase: Pay
      Touchpoint: Queue
        Channel: Canteen
        Action: Waits
        Thought: Again?
        Emotion [Emma]: bored
        Emotion: happy
        Pain point: Twelve minutes
        Opportunity: Order ahead
          Owner: App team
          Votes: 5
        Next: Till
      Touchpoint: Till
  )");
}

TEST_CASE("organize: journeys and personas", "[organize]") {
  expectOrganized(R"(
    Asiakaspolku: Lounas
      Tarkistettu: 2026-10-01
      Lähde: Haastattelut
      Tavoite: Syödä
      Tila: nykyinen

    Persoona: Emma
      Lainaus: Nälkä.
      Tarve: Kasvisruoka
      Demografia: Oppilas
  )",
                  R"(
    Asiakaspolku: Lounas
      Tila: nykyinen
      Tavoite: Syödä
      Tarkistettu: 2026-10-01
      Lähde: Haastattelut

    Persoona: Emma
      Demografia: Oppilas
      Tarve: Kasvisruoka
      Lainaus: Nälkä.
  )");
}

TEST_CASE("organize: what belongs to an entry moves with it", "[organize]") {
  expectOrganized(R"(
    Fase: Betale
      Kontaktpunkt: Kø
        Tanke: Igjen?
          | Hver dag.
        # Gjelder bare kantina
        # og bare om vinteren
        Kanal: Kantine
        løse ord
        Handling: Venter
  )",
                  R"(
    Fase: Betale
      Kontaktpunkt: Kø
        # Gjelder bare kantina
        # og bare om vinteren
        Kanal: Kantine
        løse ord
        Handling: Venter
        Tanke: Igjen?
          | Hver dag.
  )");
}

TEST_CASE("organize: blank lines stay, and so does a comment above the next head", "[organize]") {
  expectOrganized(R"(
    Phase: Pay
      Touchpoint: Queue
        Emotion: bored

        Channel: Canteen
        # That was that.

      # The till
      Touchpoint: Till
        Action: Pays

        # Nobody knows.

        Channel: Till
  )",
                  R"(
    Phase: Pay
      Touchpoint: Queue
        Channel: Canteen

        Emotion: bored
        # That was that.

      # The till
      Touchpoint: Till
        Channel: Till
        Action: Pays

        # Nobody knows.

  )");
}

TEST_CASE("organize: rows of one's own come before opportunities", "[organize]") {
  expectOrganized(R"(
    Journey: Lunch
      Lane: Backstage
    Phase: Pay
      Touchpoint: Queue
        Opportunity: Order ahead
        Action: Waits
        Backstage: Cooks
        Channel: Canteen
        Mystery: Stays with the channel
  )",
                  R"(
    Journey: Lunch
      Lane: Backstage
    Phase: Pay
      Touchpoint: Queue
        Channel: Canteen
        Mystery: Stays with the channel
        Action: Waits
        Backstage: Cooks
        Opportunity: Order ahead
  )");
}

TEST_CASE("organize: phases as the model has them, unknown ones behind the one before",
          "[organize]") {
  expectOrganized(R"(
    Journey: Lunch
      Model: aida

    # The end
    Phase: Action
      Touchpoint: Pays

    Phase: Going home

    Phase: Attention
      Touchpoint: Sees it
        Emotion: curious
        Channel: Poster
    Phase: Desire
  )",
                  R"(
    Journey: Lunch
      Model: aida

    Phase: Attention
      Touchpoint: Sees it
        Channel: Poster
        Emotion: curious

    Phase: Desire

    # The end
    Phase: Action
      Touchpoint: Pays
    Phase: Going home
  )");
}

TEST_CASE("organize: phases stay where no model is clear", "[organize]") {
  for (std::string_view text : {"Journey: Lunch\nPhase: Pay\nPhase: Choose food\n",
                                "Phase: Decision\nPhase: Awareness\nPhase: Home\n"})
    CHECK(organized(text) == text);
  CHECK(organized("Phase: Decision\nPhase: Awareness\nPhase: Consideration\n") ==
        "Phase: Awareness\nPhase: Consideration\nPhase: Decision\n");
}

TEST_CASE("organize: what ends a block stays behind it", "[organize]") {
  std::string text =
      "Journey: A\nPhase: P\n  Touchpoint: T\n    Emotion: bored\n    Channel: c\n"
      "  Goal: g\n    Emotion: x\n    Channel: y\n";
  CHECK(organized(text) ==
        "Journey: A\nPhase: P\n  Touchpoint: T\n    Channel: c\n    Emotion: bored\n"
        "  Goal: g\n    Emotion: x\n    Channel: y\n");
}

TEST_CASE("organize: marks and line endings stay in their places", "[organize]") {
  CHECK(organized("\xEF\xBB\xBFPhase: Decision\r\nPhase: Awareness\r\nPhase: Consideration") ==
        "\xEF\xBB\xBFPhase: Awareness\r\nPhase: Consideration\r\nPhase: Decision");
  CHECK(organized("Touchpoint: T\r\nEmotion: x\nChannel: y") ==
        "Touchpoint: T\r\nChannel: y\nEmotion: x");
}

TEST_CASE("organize: the examples are in order already, but for the draft", "[organize]") {
  for (const auto& path : examples()) {
    INFO(path);
    std::string text = readFile(path);
    expectNothingLost(text);
    std::string after = organized(text);
    if (path.filename() != "workshop.en.journey") CHECK(after == text);
  }
}

TEST_CASE("organize: nothing is ever lost, and twice is once", "[organize]") {
  for (std::uint32_t seed = 0; seed < 150; ++seed) {
    INFO("seed " << seed);
    expectNothingLost(nasty(seed));
  }
  for (std::uint32_t seed = 0; seed < 150; ++seed) {
    INFO("random seed " << seed);
    expectNothingLost(Random(seed).text(60));
  }
}

}  // namespace journey::test
