#include "features/inlay_hints.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/fixture.hpp"

using namespace journey;
using locale::Language;

namespace {

/// The text with its hints in it, as «…».
std::string shown(std::string_view text, Language language = Language::En,
                  std::optional<text::Span> span = {}) {
  auto snapshot = test::snapshotOf(text);
  std::string out(text);
  auto hints = features::inlayHints(*snapshot, span.value_or(text::Span{0, snapshot->text.size()}),
                                    language);
  for (auto hint = hints.rbegin(); hint != hints.rend(); ++hint)
    out.insert(hint->offset, "«" + hint->label + "»");
  return out;
}

}  // namespace

TEST_CASE("what a map says without writing it", "[features][inlay_hints]") {
  CHECK(shown("Journey: J\nPhase: Pay \n  | in cash\n  Touchpoint: Queue\n    Emotion: 😖  \n"
              "  Touchpoint: Till\n    Emotion: very relieved\n      | at last\n"
              "    Emotion: torn (-1)\n    Emotion: wibble\n") ==
        "Journey: J\nPhase: Pay«average −0.8» \n  | in cash\n  Touchpoint: Queue«1/2»\n"
        "    Emotion: 😖«−2»  \n  Touchpoint: Till«2/2»\n    Emotion: very relieved«+2»\n"
        "      | at last\n    Emotion: torn (-1)\n    Emotion: wibble\n");
}

TEST_CASE("in the reader's language", "[features][inlay_hints]") {
  CHECK(shown("Fase: A\nKontaktpunkt: T\nFølelse: (+1)\nKontaktpunkt: U\nFølelse: (0)\n",
              Language::Nb) ==
        "Fase: A«snitt +0,5»\nKontaktpunkt: T«1/2»\nFølelse: (+1)\nKontaktpunkt: U«2/2»\n"
        "Følelse: (0)\n");
}

TEST_CASE("numbers are of one journey, and a lone touchpoint has none", "[features][inlay_hints]") {
  CHECK(shown("Journey: A\nTouchpoint: T\nPhase: P\nTouchpoint: U\nJourney: B\nTouchpoint: V\n") ==
        "Journey: A\nTouchpoint: T«1/2»\nPhase: P\nTouchpoint: U«2/2»\nJourney: B\nTouchpoint: "
        "V\n");
}

TEST_CASE("heads without a title get no hint while they are typed", "[features][inlay_hints]") {
  CHECK(shown("Phase:\nTouchpoint:\nEmotion: 😖\nTouchpoint: U\n") ==
        "Phase:\nTouchpoint:\nEmotion: 😖«−2»\nTouchpoint: U«2/2»\n");
}

TEST_CASE("a hint taken over is a score that reads the same", "[features][inlay_hints]") {
  for (std::string_view feeling : {"😖", "very relieved", "a bit sad", "not satisfied", "😐"}) {
    std::string text = "Phase: P\nTouchpoint: T\nEmotion: " + std::string(feeling) + "\n";
    auto before = test::snapshotOf(text);
    auto hints = features::inlayHints(*before, {0, before->text.size()}, Language::En);
    REQUIRE(hints.size() == 2);
    REQUIRE(hints[1].insert);
    auto after = test::snapshotOf(text.insert(hints[1].offset, *hints[1].insert));
    const model::Emotion& now = after->map.blocks.back()->emotions.at(0);
    CHECK(now.source == model::ValenceSource::Score);
    CHECK(now.valence == before->map.blocks.back()->emotions.at(0).valence);
  }
  // A number that is no score stands there already.
  auto snapshot = test::snapshotOf("Touchpoint: T\nEmotion: 😖 (+7)\n");
  auto hints = features::inlayHints(*snapshot, {0, snapshot->text.size()}, Language::En);
  REQUIRE(hints.size() == 1);
  CHECK_FALSE(hints[0].insert);
}

TEST_CASE("only what was asked for", "[features][inlay_hints]") {
  std::string text = "Journey: J\nPhase: P\nTouchpoint: A\nEmotion: 😖\nTouchpoint: B\nEmotion: 😖\n";
  auto from = static_cast<std::uint32_t>(text.find("Touchpoint: B"));
  auto to = static_cast<std::uint32_t>(text.size());
  CHECK(shown(text, Language::En, text::Span{from, to - 1}) ==
        "Journey: J\nPhase: P\nTouchpoint: A\nEmotion: 😖\nTouchpoint: B«2/2»\nEmotion: 😖«−2»\n");
  CHECK(shown(text, Language::En, text::Span{from, from + 12}) == text);
  CHECK(shown("", Language::En).empty());
}
