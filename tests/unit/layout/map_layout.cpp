// Maps as pictures: nothing overlaps or is cut, keys stay, and it is quick.

#include "layout/map_layout.hpp"

#include <catch2/benchmark/catch_benchmark.hpp>
#include <catch2/catch_test_macros.hpp>

#include "layout/checks.hpp"
#include "render/svg.hpp"
#include "support/files.hpp"

using namespace journey;
using test::mapOf;

namespace {

void checkPicture(std::string_view text) {
  auto scene = layout::layoutMap(mapOf(text));
  for (const std::string& fault : test::faults(scene)) FAIL_CHECK(fault);
}

std::string bigMap(int touchpoints, int perPhase) {
  static constexpr const char* feelings[] = {"happy", "frustrated (-2)", "neutral", "curious",
                                             "worried"};
  std::string out = "Journey: A big map\n  Goal: Measure it\nPersona: Emma\n  Need: Time\n";
  for (int i = 0; i < touchpoints; ++i) {
    std::string n = std::to_string(i);
    if (i % perPhase == 0) out += "Phase: Part " + n + "\n";
    out += "  Touchpoint: Looks at step " + n +
           "\n    Channel: School app\n    Action: Opens the app in the first break\n"
           "    Thought [Emma]: Is there anything vegetarian today?\n    Emotion [Emma]: " +
           std::string(feelings[i % 5]) +
           "\n    Pain point: The menu is three taps deep\n    Opportunity: Show today's menu on "
           "the home screen\n"
           "      Owner: App team\n      Votes: " +
           n + "\n";
  }
  return out;
}

std::vector<std::string_view> kinds(const layout::Scene& scene) {
  std::vector<std::string_view> out;
  for (const auto& e : scene.elements) out.push_back(e.kind);
  return out;
}

bool has(const layout::Scene& scene, std::string_view kind) {
  return std::ranges::count(kinds(scene), kind) > 0;
}

}  // namespace

TEST_CASE("every example is drawn without overlaps") {
  REQUIRE_FALSE(test::examples().empty());
  for (const auto& file : test::examples()) {
    INFO(file.filename().string());
    checkPicture(test::readFile(file));
  }
}

TEST_CASE("the checks see what is wrong") {
  auto scene =
      layout::layoutMap(mapOf("Journey: J\nPhase: A\nTouchpoint: B\nAction: hello "
                              "there\nTouchpoint: C\nAction: so\nNext: B\n"));
  REQUIRE(test::faults(scene).empty());
  auto with = [&](auto change) {
    auto copy = scene;
    for (auto& e : copy.elements) change(e);
    return test::faults(copy).size();
  };
  CHECK(with([](auto& e) {
          if (e.key == "t:C/action:0") e.x -= 40;
        }) > 0);
  CHECK(with([](auto& e) {
          if (e.key == "t:B/action:0") e.width = 60;
        }) > 0);
  CHECK(with([](auto& e) {
          if (e.key == "j:J") e.y -= 80;
        }) > 0);
  CHECK(with([](auto& e) {
          if (e.key == "t:C/next:0") e.y += 40;
        }) > 0);
  CHECK(with([](auto& e) { e.key = "same"; }) > 0);
}

TEST_CASE("a nasty map is drawn without overlaps") {
  checkPicture(test::readFile(test::source("tests/unit/layout/nasty.journey")));
}

TEST_CASE("every part of the examples alone is drawn without overlaps") {
  // Any cut of a file is what a person may have typed so far.
  for (const auto& file : test::examples()) {
    std::string text = test::readFile(file);
    INFO(file.filename().string());
    for (std::size_t end = text.find('\n'); end != std::string::npos;
         end = text.find('\n', end + 40)) {
      checkPicture(std::string_view(text).substr(0, end));
      checkPicture(std::string_view(text).substr(end));
    }
  }
}

TEST_CASE("long words, long titles and empty ones") {
  std::string compound(300, 'k');
  std::string sentence;
  for (int i = 0; i < 30; ++i) sentence += "kolmivaihekilowattituntimittari ";
  for (const std::string& words :
       {compound, sentence, std::string(), std::string("。"),
        std::string("👩‍👩‍👧‍👦"), std::string("\xFF\x01")}) {
    std::string text;
    for (const char* head :
         {"Journey",    "State",       "Goal",     "Persona",    "Need",
          "Quote",      "Phase",       "Note",     "Touchpoint", "Channel",
          "Action",     "Thought",     "Quote",    "Emotion",    "Moment of truth",
          "Pain point", "Opportunity", "Solution", "Owner",      "Votes",
          "Priority",   "Metric",      "Evidence", "Next"})
      text += std::string(head) + ": " + words + "\n";
    text += "Touchpoint: Other\nThought [" + words + "]: hm\nEmotion [" + words +
            "]: happy\nNext [" + words + "]: " + words + "\n";
    checkPicture(text);
  }
}

TEST_CASE("few and many columns") {
  checkPicture("Phase: One\n");
  checkPicture("Phase: One\nTouchpoint: Only\n");
  checkPicture("Touchpoint: Outside any phase\nEmotion: happy\n");
  checkPicture(bigMap(40, 40));
  checkPicture(bigMap(36, 3));
  std::string phases = "Journey: Phases only\n";
  for (int i = 0; i < 12; ++i) phases += "Phase: Phase number " + std::to_string(i) + "\n";
  checkPicture(phases);
}

TEST_CASE("many personas on one curve chart") {
  std::string text = "Journey: Crowd\n";
  for (int i = 0; i < 12; ++i) text += "Persona: Person number " + std::to_string(i) + "\n";
  text += "Phase: One\n";
  for (int t = 0; t < 3; ++t) {
    text += "Touchpoint: T" + std::to_string(t) + "\nEmotion: neutral\n";
    for (int i = 0; i < 12; i += t + 1)
      text += "Emotion [Person number " + std::to_string(i) + "]: 😃 happy\n";
  }
  checkPicture(text);
}

TEST_CASE("links between all touchpoints never run through text") {
  std::string text = "Phase: One\n";
  for (int from = 0; from < 7; ++from) {
    text += "Touchpoint: T" + std::to_string(from) + "\n";
    for (int to = 0; to < 7; ++to)
      text += "Next [from " + std::to_string(from) + " to " + std::to_string(to) + "]: T" +
              std::to_string(to) + "\n";
  }
  checkPicture(text);
}

TEST_CASE("a text without a map gives an empty scene") {
  CHECK(layout::layoutMap(mapOf("")).empty());
  CHECK(layout::layoutMap(mapOf("# only a comment\n")).empty());
}

TEST_CASE("personas alone are drawn as cards") {
  auto scene = layout::layoutMap(mapOf("Persona: Emma\n  Need: Time\nPersona: Jonas\n"));
  CHECK(std::ranges::count(kinds(scene), std::string_view("persona")) == 2);
  CHECK_FALSE(has(scene, "phase"));
}

TEST_CASE("lanes that nobody fills are left out") {
  auto scene = layout::layoutMap(mapOf("Phase: A\nTouchpoint: B\nAction: C\n"));
  CHECK(scene.find("lane:action"));
  CHECK_FALSE(scene.find("lane:pain"));
  CHECK_FALSE(scene.find("lane:emotion"));
}

TEST_CASE("lane headings are in the language of the document") {
  auto heading = [](std::string_view text, std::string_view key) {
    auto scene = layout::layoutMap(mapOf(text));
    const auto* e = scene.find(key);
    return e ? e->label : std::string();
  };
  CHECK(heading("Kundereise: J\nFase: A\nKontaktpunkt: B\nFølelse: glad\n", "lane:emotion") ==
        "Følelser");
  CHECK(heading("Vaihe: A\nKosketuspiste: B\nKipupiste: C\n", "lane:pain") == "Kipupisteet");
  CHECK(heading("Phase: A\nKontaktpunkt: B\nSchmerzpunkt: C\nGedanke: D\n", "lane:thought") ==
        "Gedanken");
  CHECK(heading("Phase: A\nTouchpoint: B\nOpportunity: C\n", "lane:opportunity") ==
        "Opportunities");
}

TEST_CASE("the user's own lanes are drawn under their names") {
  auto scene = layout::layoutMap(mapOf(
      "Journey: J\nLane: Backstage\nPhase: A\nTouchpoint: B\nBackstage: Cooks\nSomething: else\n"));
  REQUIRE(scene.find("lane:own:Backstage"));
  CHECK(scene.find("t:B/Backstage:0")->y < scene.find("t:B/Something:0")->y);
}

TEST_CASE("rows of the project and of another journey in the file are rows too") {
  auto conventions = std::make_shared<model::Conventions>();
  conventions->lanes = {"Systems", "Backstage"};
  auto drawn = [&](std::string_view bytes) {
    text::Text text(bytes);
    auto scene = layout::layoutMap(model::readMap(text, syntax::parse(text), conventions));
    for (const std::string& fault : test::faults(scene)) FAIL_CHECK(fault);
    return scene;
  };
  auto count = [](const layout::Scene& scene, std::string_view part) {
    return std::ranges::count_if(
        scene.elements, [&](const auto& e) { return e.key.find(part) != std::string::npos; });
  };
  auto scene = drawn(
      "Journey: J\nLane: Backstage\nLane: Cellar\nPhase: A\nTouchpoint: B\nSystems: till\n"
      "Backstage: Cooks\nJourney: K\nPhase: A\nTouchpoint: C\nCellar: Stores\n");
  CHECK(count(scene, "B/Systems:0") == 1);
  CHECK(count(scene, "B/Backstage:0") == 1);
  CHECK(count(scene, "C/Cellar:0") == 1);
  for (std::string_view lane : {"Systems", "Backstage", "Cellar"})
    CHECK(std::ranges::count_if(scene.elements, [&](const auto& e) {
            return e.key.ends_with("lane:own:" + std::string(lane));
          }) == 1);
  // A row's title leads to the entry that names it, if there is one.
  CHECK(scene.find("lane:own:Backstage")->entry.block != model::noBlock);
  CHECK(scene.find("lane:own:Systems")->entry.block == model::noBlock);
  CHECK(count(drawn("Phase: A\nTouchpoint: B\n"), "lane:own:") == 0);
}

TEST_CASE("keys stay while other text changes") {
  std::string text = test::readFile(test::source("grammar/examples/onboarding.en.journey"));
  auto before = layout::layoutMap(mapOf(text));
  std::string changed = text;
  changed.insert(changed.find("Phase: Acquisition"),
                 "Phase: Awareness\n  Touchpoint: Sees an advert\n    Emotion: bored\n\n");
  auto after = layout::layoutMap(mapOf(changed));
  for (const auto& e : before.elements) {
    INFO(e.key);
    CHECK(after.find(e.key));
  }
}

TEST_CASE("an element leads to the entry it stands for") {
  model::Map map =
      mapOf("Journey: J\nPhase: A\nTouchpoint: B\nThought: C\nOpportunity: D\nOwner: E\n");
  auto scene = layout::layoutMap(map);
  auto text = [&](std::string_view key) { return map.entry(scene.find(key)->entry).text; };
  CHECK(text("j:J") == "J");
  CHECK(text("f:A") == "A");
  CHECK(text("t:B") == "B");
  CHECK(text("t:B/thought:0") == "C");
  CHECK(text("t:B/opportunity:0") == "D");
  CHECK(text("t:B/opportunity:0/owner:0") == "E");
}

TEST_CASE("several journeys stand under one another") {
  auto scene = layout::layoutMap(mapOf(
      "Journey: Today\nPhase: A\nTouchpoint: B\nJourney: Tomorrow\nPhase: A\nTouchpoint: B\n"));
  REQUIRE(scene.find("t:B"));
  REQUIRE(scene.find("1/t:B"));
  CHECK(scene.find("t:B")->y + scene.find("t:B")->height < scene.find("1/j:Tomorrow")->y);
}

TEST_CASE("the curve is dashed over a touchpoint without an emotion") {
  auto styles = [](std::string_view text) {
    auto scene = layout::layoutMap(mapOf(text));
    std::vector<std::string_view> out;
    for (const auto& e : scene.elements)
      if (e.kind == "curve")
        for (const auto& s : e.shapes) out.push_back(std::get<layout::Path>(s).style);
    return out;
  };
  CHECK(styles("Phase: A\nTouchpoint: B\nEmotion: happy\nTouchpoint: C\nEmotion: sad\nTouchpoint: "
               "D\nTouchpoint: E\nEmotion: happy\n") ==
        std::vector<std::string_view>{"curve-area", "curve", "curve gap"});
}

TEST_CASE("layout and SVG of 1,000 touchpoints", "[!benchmark]") {
  model::Map map = mapOf(bigMap(1000, 8));
  BENCHMARK("layout") { return layout::layoutMap(map); };
  auto scene = layout::layoutMap(map);
  BENCHMARK("svg") { return render::svg(scene, render::Theme::Light); };
}
