// Reports: what is gathered, and how it reads.
#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <deque>
#include <fstream>

#include "report/document.hpp"
#include "support/files.hpp"
#include "support/findings.hpp"
#include "syntax/tree.hpp"
#include "workspace/project.hpp"

using namespace journey;
using locale::Language;

namespace {

constexpr auto today = std::chrono::year(2026) / 11 / 22;

/// Maps by their file names.
class Maps {
 public:
  Maps& add(const std::string& path, std::string_view raw, std::string_view settings = "{}") {
    Read& read = read_.emplace_back();
    auto project = workspace::makeProject(*workspace::readProject(settings).settings);
    read.text = text::Text(test::dedented(raw));
    read.map = model::readMap(read.text, syntax::parse(read.text), project->conventions);
    read.facts = workspace::factsOf(read.text, read.map);
    sources_.push_back({path, path, &read.map, &read.facts, project->lint->reviewDays});
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

/// «count» or «count:mean» for each phase.
std::vector<std::string> usesOf(const report::ChannelRow& row) {
  std::vector<std::string> out;
  for (const report::Uses& uses : row.uses) {
    auto mean = uses.mean();
    out.push_back(std::to_string(uses.count) +
                  (mean ? ':' + features::shownValence(*mean, Language::En) : ""));
  }
  return out;
}

/// The rows of a section's first table as text, a cell by its first run.
std::vector<std::string> rowsOf(const report::Document& document, std::string_view section) {
  std::vector<std::string> out;
  for (const report::Section& one : document.sections) {
    if (one.id != section || one.tables.empty()) continue;
    for (const report::Row& row : one.tables.front().rows) {
      std::string& line = out.emplace_back();
      for (const report::Cell& cell : row.cells)
        line += (line.empty() ? "" : " | ") + (cell.runs.empty() ? "" : cell.runs.front().text);
    }
  }
  return out;
}

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
  CHECK(usesOf(model.rows[0]) == std::vector<std::string>{"3", "0", "0", "0", "0", "0"});
  CHECK(model.rows[0].total.count == 3);
  CHECK(model.rows[2].channel == "Bar");
  CHECK(usesOf(model.rows[2]).back() == "1");
  CHECK_FALSE(model.outside);
  const report::ChannelTable& own = report.channels[1];
  CHECK(own.model.empty());
  CHECK(own.phases == std::vector<std::string>{"Morning"});
  REQUIRE(own.rows.size() == 1);
  CHECK(own.outside);
  CHECK(usesOf(own.rows[0]) == std::vector<std::string>{"2", "1"});
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
  REQUIRE(report.lowest.size() == 3);  // a map without a bad moment has no lowest point
  CHECK(report.lowest[0].touchpoint == "Open");
  CHECK(report.lowest[0].opportunities.empty());
  CHECK(report.lowest[0].place.path == "b");
  CHECK(report.lowest[0].place.line == 6);
  CHECK(report.lowest[1].touchpoint == "Answered");  // as low, but somebody thinks about it
  CHECK(report.lowest[1].opportunities == std::vector<std::string>{"Do it"});
  CHECK(report.lowest[2].value == -1);
  CHECK(report.lowest[2].map.title == "Mild");
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

TEST_CASE("report: channels of projects that each have a model of one name", "[report]") {
  Maps maps;
  auto small = R"({"models": {"canteen": ["Choose", "Pay"]}, "model": "canteen"})";
  auto large =
      R"({"models": {"Canteen": ["Choose", "Queue", "Order", "Pay"]}, "model": "canteen"})";
  maps.add("1", "Journey: A\nPhase: Pay\n  Touchpoint: T\n    Channel: Till\n", small)
      .add("2",
           "Journey: B\nPhase: Queue\n  Touchpoint: T\n    Channel: Queue\n"
           "Phase: Pay\n  Touchpoint: U\n    Channel: Pay\n",
           large)
      .add("3", "Journey: C\nPhase: Coffee\n  Touchpoint: T\n    Channel: Bar\n", small);
  auto tables = maps.report().channels;
  REQUIRE(tables.size() == 2);
  CHECK(tables[0].maps == 2);
  CHECK(tables[0].phases == std::vector<std::string>{"Choose", "Pay", "Coffee"});
  CHECK(usesOf(tables[0].rows[0]) == std::vector<std::string>{"0", "1", "0"});
  CHECK(usesOf(tables[0].rows[1]) == std::vector<std::string>{"0", "0", "1"});
  CHECK(tables[1].phases == std::vector<std::string>{"Choose", "Queue", "Order", "Pay"});
  CHECK(usesOf(tables[1].rows[0]) == std::vector<std::string>{"0", "1", "0", "0"});
  CHECK(usesOf(tables[1].rows[1]) == std::vector<std::string>{"0", "0", "0", "1"});
}

TEST_CASE("report: without a model, titles that maps share are columns", "[report]") {
  Maps maps;
  for (int i = 0; i < 12; ++i) {
    std::string n = std::to_string(i);
    maps.add(
        n,
        "Journey: J" + n + "\nPhase: " + n + ". Morning!\n  Touchpoint: T\n    Channel: App\n" +
            "Phase: Only " + std::string(1, static_cast<char>('a' + i)) +
            "\n  Touchpoint: T\n    Channel: App\nPhase: …\n  Touchpoint: T\n    Channel: App\n");
  }
  auto tables = maps.report().channels;
  REQUIRE(tables.size() == 1);
  CHECK(tables[0].phases == std::vector<std::string>{"0. Morning!"});
  CHECK(tables[0].others);
  REQUIRE(tables[0].rows.size() == 1);
  CHECK(usesOf(tables[0].rows[0]) == std::vector<std::string>{"12", "24"});
  CHECK(tables[0].rows[0].total.count == 36);
}

TEST_CASE("report: a table has no more columns than a page is wide", "[report]") {
  Maps maps;
  std::string map = "Journey: J\n";
  for (int i = 0; i < 30; ++i)
    map += "Phase: Part " + std::string(1, static_cast<char>('a' + i)) +
           "\n  Touchpoint: T\n    Channel: App\n";
  auto tables = maps.add("a", map).add("b", map).report().channels;
  REQUIRE(tables.size() == 1);
  CHECK(tables[0].phases.size() == 8);
  CHECK(tables[0].phases[0] == "Part a");
  CHECK(usesOf(tables[0].rows[0]).back() == "44");
}

TEST_CASE("report: a channel by its commonest spelling, that of the language first", "[report]") {
  Maps maps;
  maps.add("a",
           "Asiakaspolku: A\nVaihe: P\n  Kosketuspiste: T\n    Kanava: Sähköposti\n"
           "  Kosketuspiste: U\n    Kanava: Sähköposti\n")
      .add("b",
           "Journey: B\nPhase: P\n  Touchpoint: T\n    Channel: e-mail\n"
           "  Touchpoint: U\n    Channel: Email\n  Touchpoint: V\n    Channel: Email\n");
  CHECK(maps.report().channels[0].rows[0].channel == "Email");
  CHECK(maps.report(Language::Fi).channels[0].rows[0].channel == "Sähköposti");
  CHECK(maps.report(Language::De).channels[0].rows[0].channel == "Sähköposti");
}

TEST_CASE("report: how channels feel, of the touchpoints that say so", "[report]") {
  Maps maps;
  maps.add("a", R"(
    Journey: A
    Phase: P
      Touchpoint: T
        Channel: App
        Emotion: (-2)
      Touchpoint: U
        Channel: App
        Emotion: (+1)
      Touchpoint: V
        Channel: App
    Phase: Q
      Touchpoint: W
        Channel: Shop
    )");
  report::Report report = maps.report();
  CHECK(usesOf(report.channels[0].rows[0]) == std::vector<std::string>{"3:−0.5", "0"});
  CHECK(rowsOf(report::documentOf(report), "channels") ==
        std::vector<std::string>{"App | 3 · −0.5 | – | 3 · −0.5", "Shop | – | 1 | 1"});
}

TEST_CASE("report: what is wished for is no channel, low point or pain of today", "[report]") {
  Maps maps;
  std::string_view body = R"(
    Phase: P
      Touchpoint: T
        Channel: App
        Emotion: (-2)
        Pain point: Slow
    Phase: Q
      Touchpoint: U
        Opportunity: Do it
    )";
  maps.add("now", "Journey: Lunch\n" + test::dedented(body))
      .add("then", "Journey: Lunch\n  State: to-be\n" + test::dedented(body));
  report::Report report = maps.report(Language::De);
  CHECK(report.maps == 2);
  CHECK(report.futures == 1);
  REQUIRE(report.channels.size() == 1);
  CHECK(report.channels[0].rows[0].total.count == 1);
  CHECK(report.lowest.size() == 1);
  CHECK(report.pains.size() == 1);
  REQUIRE(report.opportunities.size() == 2);
  CHECK(report.opportunities[0].state.empty());
  CHECK(report.opportunities[1].state ==
        locale::states(locale::State::Future, Language::De).front());
  // One title, told apart by the state.
  CHECK(report.opportunities[0].map.title == "Lunch");
  CHECK(report.opportunities[1].map.title == "Lunch (" + report.opportunities[1].state + ')');
  report::Document document = report::documentOf(maps.report());
  for (const report::Section& section : document.sections) {
    bool said = std::ranges::find(section.paragraphs,
                                  locale::say(locale::Message::report_future_left_out,
                                              Language::En)) != section.paragraphs.end();
    INFO(section.id);
    CHECK(said == (section.id == "channels" || section.id == "lowest" || section.id == "pains"));
  }
}

TEST_CASE("report: all of the lowest points, and what one persona alone feels", "[report]") {
  Maps maps;
  maps.add("ties", R"(
    Journey: Ties
    Phase: P
      Touchpoint: A
        Emotion: (-1)
      Touchpoint: B
        Emotion: (-1)
        Opportunity: …
      Touchpoint:
        Emotion: (-1)
      Touchpoint: C
        Emotion: (-0)
    )")
      .add("two", R"(
    Journey: Two
    Touchpoint: Alone
      Emotion [Tom]: (-2)
      Emotion [Emma]: (+2)
    Touchpoint: Both
      Emotion [Tom]: (-1)
      Emotion [Emma]: (-1)
    )");
  report::Report report = maps.report();
  std::vector<std::string> rows;
  for (const report::LowPoint& point : report.lowest)
    rows.push_back(point.touchpoint + ' ' + point.persona);
  CHECK(rows == std::vector<std::string>{"Alone Tom", "A ", "B ", "Both "});
  CHECK(report.lowest[2].opportunities.empty());
  CHECK(report.lowest[1].phase == "P");
  CHECK(rowsOf(report::documentOf(report), "lowest")[0] == "Alone | −2 (Tom) | – | none | Two");
}

TEST_CASE("report: what is still to be filled in is none; what is misplaced is not lost",
          "[report]") {
  Maps maps;
  maps.add("a", R"(
    Journey: A
    Phase: Use
      Opportunity: Under the phase
        Votes: 99
        Owner: Kari; Ola, …
      Touchpoint: T
        Pain point: …
        Opportunity:
        Opportunity: …
        Opportunity: Real
          Votes: 5 votes
          Priority: high
          Solution: A sign
          Metric: Calls
          Owner: kari
    Phase: Other
      Touchpoint: U
        Pain point: …
    )");
  report::Report report = maps.report(Language::Nb);
  CHECK(report.pains.empty());
  REQUIRE(report.opportunities.size() == 2);
  const report::Opportunity& misplaced = report.opportunities[0];
  CHECK(misplaced.text == "Under the phase");
  CHECK(misplaced.votes == 99U);
  CHECK(misplaced.phase == "Use");
  CHECK(misplaced.touchpoint.empty());
  CHECK(misplaced.owner == "Kari, Ola");
  const report::Opportunity& real = report.opportunities[1];
  CHECK_FALSE(real.votes);
  CHECK(real.votesAsWritten == "5 votes");
  CHECK(real.priority == locale::priority(locale::Priority::High, Language::Nb));
  CHECK(real.touchpoint == "T");
  CHECK(real.solutions == std::vector<std::string>{"A sign"});
  REQUIRE(report.owners.size() == 2);
  CHECK(report.owners[0].name == "Kari");
  CHECK(report.owners[0].titles == std::vector<std::string>{"Under the phase", "Real"});
  CHECK(report.owners[0].votes == 99);
  CHECK(report.owners[1].name == "Ola");
}

TEST_CASE("report: maps by age of review", "[report]") {
  Maps maps;
  maps.add("new", "Journey: New\n  Reviewed: 2026-11-21\n")
      .add("old", "Journey: Old\n  Reviewed: 2025-11-22\n")
      .add("patient", "Journey: Patient\n  Reviewed: 2025-11-23\n", R"({"reviewDays": 400})")
      .add("never", "Journey: Never\n  Reviewed: …\nPhase: P\n")
      .add("wrong", "Journey: Wrong\n  Reviewed: 01.10.2026\n")
      .add("later", "Journey: Later\n  Reviewed: soon\n  Reviewed: 2027-01-01\n")
      .add("both",
           "Journey: Both\n  Reviewed: i går\n  Reviewed: 2026-11-20\n  Reviewed: 2027-01-01\n");
  report::Report report = maps.report();
  CHECK(report.leastReviewDays == 180);
  CHECK(report.mostReviewDays == 400);
  report::Document document = report::documentOf(report);
  CHECK(rowsOf(document, "reviews") ==
        std::vector<std::string>{
            "Never | – | – | never | –", "Wrong | – | – | “01.10.2026” is not a date | –",
            "Later | – | – | 2027-01-01 (still to come) | –",
            "Old | – | – | 2025-11-22 | 365 days · overdue",
            "Patient | – | – | 2025-11-23 | 364 days", "Both | – | – | 2026-11-20 | 2 days",
            "New | – | – | 2026-11-21 | 1 day"});
  const report::Figure& overdue = document.sections[0].figures[1];
  CHECK(overdue.label == "Never reviewed, or not for 180–400 days");
  CHECK(overdue.value.runs[0].text == "4");
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
  CHECK(emma.described[0].title == "lib/personas.journey");
  CHECK(emma.maps.size() == 3);
  const report::Persona& tom = report.personas[1];
  CHECK(tom.described.size() == 1);
  CHECK(tom.maps.size() == 2);
}

TEST_CASE("report: a journey counts once for a persona; brackets are enough", "[report]") {
  Maps maps;
  maps.add("a", R"(
    Persona: Shared
      Need: Food
    Journey: A
    Persona: Emma
    Persona: Emma
      Need: Rest
    Persona: …
    Phase: P
      Touchpoint: T
        Emotion [Tom]: (-1)
        Thought [shared]: Hm
    Journey: B
    )");
  report::Report report = maps.report();
  std::vector<std::string> found;
  for (const report::Persona& persona : report.personas) {
    std::string& line = found.emplace_back(persona.name);
    for (const report::MapName& map : persona.maps) line += ' ' + map.title;
  }
  CHECK(found == std::vector<std::string>{"Shared A B", "Emma A", "Tom A"});
  CHECK(report.personas[0].described[0].title == "a");
  CHECK(report.personas[2].described.empty());
}

TEST_CASE("report: maps of one name are told apart", "[report]") {
  Maps maps;
  maps.add("a/m.journey", "Journey:\nPhase: P\nJourney: …\n")
      .add("b/m.journey", "Journey: Same\nJourney: Own\n")
      .add("c/m.journey", "Journey: same\n");
  std::vector<std::string> titles;
  for (const report::Review& review : maps.report().reviews) titles.push_back(review.map.title);
  CHECK(titles == std::vector<std::string>{"a/m.journey:1", "a/m.journey:3", "Same (b/m.journey)",
                                           "Own", "same (c/m.journey)"});
}

TEST_CASE("report: its language is that of most maps", "[report]") {
  Maps maps;
  maps.add("a", "Journey: A\n").add("b", "Kundereise: B\nKundereise: C\n");
  CHECK(report::commonestLanguage(maps.sources()) == Language::Nb);
  maps.add("lib1", "Persona: P\n  Need: x\n").add("lib2", "Persona: Q\n  Need: x\n");
  CHECK(report::commonestLanguage(maps.sources()) == Language::Nb);
}

TEST_CASE("report: nothing is said to be nothing, in every language", "[report]") {
  Maps maps;
  maps.add("a", "Journey: A\n");
  for (Language language : locale::allLanguages) {
    report::Document document = report::documentOf(maps.report(language));
    INFO(locale::codeOf(language));
    CHECK(document.sections.size() == 8);
    CHECK(document.sections[1].tables.empty());
    CHECK(document.sections[1].paragraphs.size() == 1);
    std::string page = report::html(document);
    CHECK(page.find("lang=\"" + std::string(locale::codeOf(language)) + '"') != page.npos);
    CHECK(page.find('{', page.find("</style>")) == page.npos);  // no placeholder is left
    CHECK(report::markdown(document).find('{') == std::string::npos);
  }
}

TEST_CASE("report: addresses in texts stay what they are", "[report]") {
  Maps maps;
  maps.add("a",
           "Journey: A\nPhase: P\n  Touchpoint: T\n"
           "    Opportunity: As https://x.y/a_b?c=d&e=f, *soon*\n"
           "    Pain point: (https://x.y/*)\nPhase: Q\n  Touchpoint: U\n"
           "    Pain point: See https://x.y/p_q.\n");
  report::Document document = report::documentOf(maps.report());
  std::string text = report::markdown(document);
  CHECK(text.find("| As <https://x.y/a_b?c=d&e=f>, \\*soon\\* |") != text.npos);
  CHECK(text.find("| See <https://x.y/p_q>. |") != text.npos);
  std::string page = report::html(document);
  CHECK(page.find("<a href=\"a#L4\">As </a><a href=\"https://x.y/a_b?c=d&amp;e=f\">"
                  "https://x.y/a_b?c=d&amp;e=f</a><a href=\"a#L4\">, *soon*</a>") != page.npos);
}

TEST_CASE("report: the first opportunities are seen at once, all of them are there", "[report]") {
  Maps maps;
  std::string map = "Journey: A\nPhase: P\n  Touchpoint: T\n";
  for (int i = 0; i < 12; ++i) map += "    Opportunity: Idea " + std::to_string(100 + i) + "\n";
  report::Document document = report::documentOf(maps.add("a", map).report());
  std::string page = report::html(document);
  auto fold = page.find("<details>\n<summary>2 more</summary>");
  REQUIRE(fold != page.npos);
  CHECK(page.find("Idea 109</a>") < fold);
  CHECK(page.find("Idea 110</a>") > fold);
  CHECK(page.find("Idea 111</a>") != page.npos);
  CHECK(report::markdown(document).find("| Idea 111 |") != std::string::npos);
}

TEST_CASE("report: what could not be read stands on the first page", "[report]") {
  Maps maps;
  report::Report report = maps.add("a", "Journey: A\n").report();
  report.unread = {{"b_c.journey", "No such file"}};
  report::Document document = report::documentOf(report);
  CHECK(document.sections[0].paragraphs ==
        std::vector<std::string>{"1 file or folder could not be read or written.",
                                 "b_c.journey: No such file"});
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
