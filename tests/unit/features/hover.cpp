#include "features/hover.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/fixture.hpp"

using namespace journey;
using locale::Language;
using locale::Message;

namespace {

struct Hovered {
  std::string markdown;  // empty: no hover
  std::string over;      // the text it speaks of
};

Hovered at(std::string_view marked, Language language = Language::En,
           features::Markup markup = features::Markup::Markdown) {
  test::Fixture f = test::fixture(marked);
  auto snapshot = test::snapshotOf(f.text);
  auto hover = features::hover(*snapshot, f.mark(), language, markup);
  if (!hover) return {};
  return {hover->text, snapshot->text.slice(hover->span)};
}

bool has(const Hovered& hovered, std::string_view part) {
  return hovered.markdown.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a keyword says what it means, in the reader's language", "[features][hover]") {
  for (std::string_view marked : {"$0Phase: P", "Pha$0se: P", "Phase$0: P"}) {
    Hovered h = at(marked);
    CHECK(h.over == "Phase");
    CHECK(h.markdown == "**Phase** — " + locale::say(Message::about_phase, Language::En));
  }
  CHECK(has(at("Kundereise: J\n  Fa$0se: P", Language::Fi),
            locale::say(Message::about_phase, Language::Fi)));
  // Another word for it, or one of another language: the keyword of the document is named.
  CHECK(has(at("Journey: J\nSta$0ge: P"), "**Phase**"));
  CHECK(has(at("# language: nb\nKipu$0piste: x"), "**Smertepunkt**"));
}

TEST_CASE("a row of one's own is a row", "[features][hover]") {
  Hovered h = at("Journey: J\n  Lane: Backstage\nPhase: P\nTouchpoint: T\n  back$0stage: x");
  CHECK(h.over == "backstage");
  CHECK(has(h, locale::say(Message::about_lane, Language::En)));
  CHECK(at("Back$0stage: x").markdown.empty());
}

TEST_CASE("an emotion tells how it was read", "[features][hover]") {
  std::string t = "Phase: P\nTouchpoint: T\nEmotion: ";
  CHECK(has(at(t + "torn $0(-1)"), "−1"));
  CHECK(has(at(t + "torn $0(-1)"), locale::say(Message::hover_source_score, Language::En)));
  CHECK(has(at(t + "$0😖"), "😖"));
  CHECK(has(at(t + "$0😖"), locale::say(Message::hover_source_emoji, Language::En)));
  Hovered word = at(t + "very reli$0eved\n");
  CHECK(word.over == "very relieved");
  CHECK(has(word, "+2"));
  CHECK(has(word, "“very relieved”"));
  CHECK(at(t + "wibble$0").markdown == locale::say(Message::hover_valence_none, Language::En));
}

TEST_CASE("a phase knows its place in the model", "[features][hover]") {
  Hovered h = at("Journey: J\n  Model: service3\nPhase: Dur$0ing\n");
  CHECK(h.over == "During");
  CHECK(h.markdown ==
        "**During**  \nPhase 2 of 3 in the model “service3”.  \nBefore it: Before.  \nAfter it: "
        "After.");
  h = at("# language: nb\nKundereise: J\n  Modell: service3\nFase: Et$0ter\n", Language::De);
  CHECK(has(h, "Davor: Underveis."));
  CHECK_FALSE(has(h, "Danach"));
  CHECK(at("Journey: J\nPhase: Some$0thing\n").markdown.empty());
}

TEST_CASE("a persona shows its card, where it stands and in brackets", "[features][hover]") {
  std::string p =
      "Journey: J\nPersona: Emma\n  Need: Food *now*\n    | - and fast\n  Quote:\nPhase: P\n";
  for (const Hovered& h :
       {at(p + "Touchpoint: T\nEmotion [em$0ma]: glad"),
        at("Journey: J\nPersona: Em$0ma\n  Need: Food *now*\n    | - and fast\n")}) {
    CHECK(h.markdown == "**Emma**\n\n- Need: Food \\*now\\*  \n  \\- and fast");
  }
  CHECK(at(p + "Touchpoint: T\nEmotion [em$0ma]: glad").over == "emma");
  CHECK(at(p + "Touchpoint: T\nEmotion [no$0body]: glad").markdown.empty());
}

TEST_CASE("a touchpoint and what leads to it", "[features][hover]") {
  std::string t =
      "Journey: J\nPhase: P\nTouchpoint: Queue\n  Channel: Till\n  Emotion: torn (-1)\n  Emotion: "
      "glad (+2)\n";
  Hovered h = at(t + "Touchpoint: Table\n  Next: que$0ue\n");
  CHECK(h.over == "queue");
  CHECK(has(h, "**Queue** · Till"));
  CHECK(has(h, "+0.5"));
  CHECK(at(t + "  Next: no$0where\n").markdown.empty());
  CHECK(has(at("Phase: P\nTouchpoint: Qu$0eue"), "**Queue**"));
}

TEST_CASE("a phase and a journey tell how they feel", "[features][hover]") {
  std::string t =
      "Journey: Lun$0ch\nPhase: Pay\nTouchpoint: A\nEmotion: (-2)\nTouchpoint: B\nEmotion: (+1)\n";
  CHECK(at("Journey: J\nPhase: P$0ay\nTouchpoint: A\nEmotion: (-2)\nTouchpoint: B\nEmotion: (+1)\n",
           Language::Nb)
            .markdown == "**Pay**  \nKontaktpunkter: 2  \nSnitt av følelsene: −0,5");
  CHECK(at(t).markdown ==
        "**Lunch**  \nTouchpoints: 2  \nAverage of the emotions: −0.5\n\nEmotion curve: ▁▆");
  CHECK(at("Journey: J$0\n").markdown.empty());
}

TEST_CASE("a touchpoint has its place in the curve", "[features][hover]") {
  std::string before = "Journey: J\nTouchpoint: A\nEmotion: (+1)\nTouchpoint: ";
  std::string after = "\nEmotion: (-2)\nTouchpoint: C\nTouchpoint: D\nEmotion: (0)\n";
  CHECK(at(before + "B$0" + after).markdown ==
        "**B**  \nTouchpoint 2 of 4  \nValue on the emotion curve: −2  \nThe lowest point of the "
        "journey.\n\nEmotion curve: ▆‹▁›·▅");
  CHECK(has(at("Journey: J\nTouchpoint: $0A\nEmotion: (+1)\nTouchpoint: B\nEmotion: (-2)\n"),
            locale::say(Message::hover_place_highest, Language::En)));
  Hovered last = at(before + "B\nTouchpoint: C$0\n");
  CHECK(has(last, locale::say(Message::hover_place_end, Language::En)));
  CHECK_FALSE(has(last, "curve"));  // one feeling makes no curve
  // Where all are alike, none is the lowest.
  Hovered flat = at("Touchpoint: $0A\nEmotion: (-1)\nTouchpoint: B\nEmotion: (-1)\n");
  CHECK_FALSE(has(flat, locale::say(Message::hover_place_lowest, Language::En)));
}

TEST_CASE("each client gets what it can show", "[features][hover]") {
  std::string t =
      "Touchpoint: A *b*$0\nChannel: c_d\nEmotion: (+1)\nTouchpoint: B\nEmotion: (-2)\n";
  Hovered pictures = at(t, Language::En, features::Markup::MarkdownWithPictures);
  CHECK(has(pictures, "**A \\*b\\*** · c\\_d"));
  CHECK(has(pictures, "![Emotion curve](data:image/svg+xml,%3Csvg%20"));
  CHECK(pictures.markdown.size() < 2500);
  Hovered plain = at(t, Language::En, features::Markup::Plain);
  CHECK(plain.markdown ==
        "A *b* · c_d\nTouchpoint 1 of 2\nValue on the emotion curve: +1\nThe highest point of the "
        "journey.\nEmotion curve: ‹▆›▁");
  CHECK(at("Persona: E$0 *x*\nNeed: n\n  | m\nQuote: q\n", Language::En, features::Markup::Plain)
            .markdown == "E *x*\n\n• Need: n\n  m\n• Quote: q");
  CHECK(at("Pha$0se: P", Language::En, features::Markup::Plain).markdown.starts_with("Phase — "));
}

TEST_CASE("elsewhere there is nothing to say", "[features][hover]") {
  for (std::string_view marked : {"$0", "Journey: J\n$0\n", "# com$0ment", "ask the por$0ter",
                                  "Goal: o$0ne", "Goal:$0", "Phase: $0  P"}) {
    INFO(marked);
    bool keyword = marked == "Goal:$0";
    CHECK((at(marked).markdown.empty() || keyword));
  }
}

TEST_CASE("text stays text in Markdown", "[features][hover]") {
  CHECK(features::escapeMarkdown("a *b* _c_ [d](e) <f> `g` # | ~ & \\") ==
        "a \\*b\\* \\_c\\_ \\[d\\]\\(e\\) \\<f\\> \\`g\\` \\# \\| \\~ \\& \\\\");
  CHECK(features::escapeMarkdown("- no list") == "\\- no list");
  CHECK(features::escapeMarkdown("1. no list\n2) either") == "1\\. no list  \n  2\\) either");
  CHECK(features::escapeMarkdown("well-known. 3.5 km") == "well-known. 3.5 km");
  CHECK(features::escapeMarkdown("a\n===") == "a  \n  \\===");
}
