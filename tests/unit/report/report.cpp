// Reports: what is gathered, and how it reads.
#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <deque>
#include <fstream>

#include "report/document.hpp"
#include "support/files.hpp"
#include "support/findings.hpp"
#include "syntax/tree.hpp"

using namespace journey;
using locale::Language;

namespace {

constexpr auto today = std::chrono::year(2026) / 11 / 22;

/// Maps by their file names.
class Maps {
 public:
  Maps& add(const std::string& path, std::string_view raw) {
    Read& read = read_.emplace_back();
    read.text = text::Text(test::dedented(raw));
    read.map = model::readMap(read.text, syntax::parse(read.text));
    read.facts = workspace::factsOf(read.text, read.map);
    sources_.push_back({path, path, &read.map, &read.facts});
    return *this;
  }
  report::Report report(Language language = Language::En) const {
    return report::gather(sources_, today, language);
  }
  const std::vector<report::Source>& sources() const { return sources_; }

 private:
  struct Read {
    text::Text text;
    model::Map map;
    workspace::Facts facts;
  };
  std::deque<Read> read_;
  std::vector<report::Source> sources_;
};

std::string golden(const std::string& name, const std::string& now) {
  // JOURNEY_UPDATE_GOLDEN=1 accepts the new text: read it first.
  auto path = test::source("tests/golden/" + name);
  if (std::getenv("JOURNEY_UPDATE_GOLDEN")) std::ofstream(path, std::ios::binary) << now;
  return test::readFile(path);
}

}  // namespace

TEST_CASE("report: channels by the places of a model, else by title", "[report]") {
  Maps maps;
  maps.add("a", R"(
    Journey: A
      Model: purchase
    Phase: Awareness
      Touchpoint: T1
        Channel: App, telephone
      Touchpoint: T2
        Channel: app; A-P-P
    Phase: Coffee break
      Touchpoint: T3
        Channel: …
      Touchpoint: T4
        Channel: Bar
    )")
      .add("b", R"(
    # language: nb
    Kundereise: B
      Modell: purchase
    Fase: Bevissthet
      Kontaktpunkt: T1
        Kanal: App
    )")
      .add("c", R"(
    Journey: C
    Phase: Morning
      Touchpoint: T1
        Channel: Bus
    Phase: MORNING
      Touchpoint: T2
        Channel: Bus
    )")
      .add("d", R"(
    Journey: D
    Touchpoint: T0
      Channel: Bus
    )");
  report::Report report = maps.report();
  REQUIRE(report.channels.size() == 2);
  const report::ChannelTable& model = report.channels[0];
  CHECK(model.model == "purchase");
  REQUIRE(model.phases.size() == 6);
  CHECK(model.phases[0] == "Awareness");
  CHECK(model.phases[5] == "Coffee break");
  REQUIRE(model.rows.size() == 3);
  CHECK(model.rows[0].channel == "App");
  CHECK(model.rows[0].counts == std::vector<std::size_t>{3, 0, 0, 0, 0, 0});
  CHECK(model.rows[0].total == 3);
  CHECK(model.rows[2].channel == "Bar");
  CHECK(model.rows[2].counts.back() == 1);
  CHECK_FALSE(model.outside);
  const report::ChannelTable& own = report.channels[1];
  CHECK(own.model.empty());
  CHECK(own.phases == std::vector<std::string>{"Morning"});
  REQUIRE(own.rows.size() == 1);
  CHECK(own.outside);
  CHECK(own.rows[0].counts == std::vector<std::size_t>{2, 1});
  CHECK(maps.report(Language::Fi).channels[0].phases[0] == "Tietoisuus");
}

TEST_CASE("report: the lowest point of each map, the worst first", "[report]") {
  Maps maps;
  maps.add("a", R"(
    Journey: Mild
    Phase: P
      Touchpoint: Fine
        Emotion: (+2)
      Touchpoint: Meh
        Emotion: (-1)
    )")
      .add("b", R"(
    Journey: Bad
    Phase: P
      Touchpoint: Answered
        Emotion: (-2)
        Opportunity: Do it
      Touchpoint: Open
        Emotion: (-2)
    )")
      .add("c", R"(
    Journey: Good
    Phase: P
      Touchpoint: Lovely
        Emotion: (+1)
    )");
  report::Report report = maps.report();
  REQUIRE(report.lowest.size() == 2);  // a map without a bad moment has no lowest point
  CHECK(report.lowest[0].touchpoint == "Open");
  CHECK(report.lowest[0].opportunities.empty());
  CHECK(report.lowest[0].place.path == "b");
  CHECK(report.lowest[0].place.line == 6);
  CHECK(report.lowest[1].value == -1);
  CHECK(report.lowest[1].map.title == "Mild");
}

TEST_CASE("report: pains that nothing answers, suppressed or not", "[report]") {
  Maps maps;
  maps.add("a", R"(
    Journey: One
    Phase: P
      Touchpoint: T
        # journey-ignore: pain-without-opportunity
        Pain point: Slow
          | and loud
    Phase: Q
      Touchpoint: U
        Pain point: Answered
        Opportunity: Do it
    Journey: Two
    Phase: P
      Touchpoint: V
        Challenge: Far
    )");
  report::Report report = maps.report();
  CHECK(report.maps == 2);
  REQUIRE(report.pains.size() == 2);
  CHECK(report.pains[0].text == "Slow and loud");
  CHECK(report.pains[0].place.line == 5);
  CHECK(report.pains[1].map.title == "Two");
}

TEST_CASE("report: opportunities by votes, then by priority; who has none is counted", "[report]") {
  Maps maps;
  maps.add("a", R"(
    # language: nb
    Kundereise: A
    Fase: P
      Kontaktpunkt: T
        Mulighet: Lav
          Prioritet: lav
          Ansvarlig: …
        Mulighet: Høy
          Prioritet: høy
          Ansvarlig: Kari
        Mulighet: Fem
          Stemmer: 5
        Mulighet: Tjue
          Stemmer: 20
          Ansvarlig: Ola
        Mulighet: Ingen
    )");
  report::Report report = maps.report();
  std::vector<std::string> order;
  for (const auto& one : report.opportunities) order.push_back(one.text);
  CHECK(order == std::vector<std::string>{"Tjue", "Fem", "Høy", "Lav", "Ingen"});
  CHECK(report.opportunities[0].votes == 20U);
  CHECK(report.opportunities[2].owner == "Kari");
  CHECK(report.opportunities[3].owner.empty());
}

TEST_CASE("report: maps by age of review", "[report]") {
  Maps maps;
  maps.add("new", "Journey: New\n  Reviewed: 2026-11-21\n")
      .add("old", "Journey: Old\n  Reviewed: 2025-11-22\n")
      .add("never", "Journey: Never\nPhase: P\n")
      .add("wrong", "Journey: Wrong\n  Reviewed: last week\n")
      .add("later", "Journey: Later\n  Reviewed: 2027-01-01\n");
  report::Report report = maps.report();
  std::vector<std::string> order;
  for (const auto& one : report.reviews) order.push_back(one.map.title);
  CHECK(order == std::vector<std::string>{"Never", "Wrong", "Old", "New", "Later"});
  CHECK_FALSE(report.reviews[0].days);
  CHECK(report.reviews[2].days == 365);
  CHECK(report.reviews[3].days == 1);
  CHECK_FALSE(report.reviews[4].days);
}

TEST_CASE("report: personas across the maps, with libraries", "[report]") {
  Maps maps;
  maps.add("lib/personas.journey", "Persona: Emma\n  Need: Food\n")
      .add("a", "Journey: A\nPersona: EMMA\nPersona: Tom\n  Need: Rest\n")
      .add("b", "Journey: B1\nPersona: Emma\nJourney: B2\nPersona: Emma\nPersona: Tom\n");
  report::Report report = maps.report();
  CHECK(report.maps == 3);
  REQUIRE(report.personas.size() == 2);
  const report::Persona& emma = report.personas[0];
  CHECK(emma.name == "Emma");
  REQUIRE(emma.described.size() == 1);
  CHECK(emma.described[0].title == "personas.journey");
  CHECK(emma.maps.size() == 3);
  const report::Persona& tom = report.personas[1];
  CHECK(tom.described.size() == 1);
  CHECK(tom.maps.size() == 2);
}

TEST_CASE("report: its language is that of most maps", "[report]") {
  Maps maps;
  maps.add("a", "Journey: A\n").add("b", "Kundereise: B\n").add("c", "Kundereise: C\n");
  CHECK(report::commonestLanguage(maps.sources()) == Language::Nb);
}

TEST_CASE("report: nothing is said to be nothing, in every language", "[report]") {
  Maps maps;
  maps.add("a", "Journey: A\n");
  for (Language language : locale::allLanguages) {
    report::Document document = report::documentOf(maps.report(language));
    INFO(locale::codeOf(language));
    CHECK(document.sections.size() == 6);
    CHECK(document.sections[0].tables.empty());
    CHECK(document.sections[0].paragraphs.size() == 1);
    std::string page = report::html(document);
    CHECK(page.find("lang=\"" + std::string(locale::codeOf(language)) + '"') != page.npos);
    CHECK(page.find('{', page.find("</style>")) == page.npos);  // no placeholder is left
    CHECK(report::markdown(document).find('{') == std::string::npos);
  }
}

TEST_CASE("report: as Markdown and HTML it reads as it did", "[report]") {
  Maps maps;
  maps.add("maps/lunch & <b>.journey", R"(
    Journey: Lunch | *stars* <b> & "quotes"
      State: current
      Model: school-task
      Reviewed: 2026-10-01
    Persona: Emma
    Phase: Choose food
      Touchpoint: Looks up the [menu](x)
        Channel: App, notice_board
        Emotion: (-1)
        Pain point: 3 * 4 | `code`
    Phase: Pay
      Touchpoint: Waits
        Channel: Counter
        Emotion: frustrated (-2)
        Opportunity: A fast lane
          Votes: 23
          Owner: Council
        Opportunity: Chairs
    )")
      .add("maps/deep/home.journey", R"(
    Journey: Going home
    Phase: Evening
      Touchpoint: Takes the bus
        Channel: Bus
        Emotion: relieved
    )")
      .add("personas.journey", "Persona: Emma\n  Need: Vegetarian food\n");
  report::Document document = report::documentOf(maps.report());
  CHECK(golden("report.md", report::markdown(document)) == report::markdown(document));
  CHECK(golden("report.html", report::html(document)) == report::html(document));
}
