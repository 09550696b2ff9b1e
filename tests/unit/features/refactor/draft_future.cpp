#include "support/files.hpp"
#include "support/refactor.hpp"

namespace journey::test {

static const auto& draft = features::refactorings::draftFuture;

namespace {

constexpr std::string_view lunch = R"(
    # Seen in October
    Journey: Lunch
      State: as-is
      Goal: A good lunch
      Reviewed: 2026-10-01
      Lane: Backstage
      Evidence: Interviews

    Persona: Emma
      Need: Vegetarian food

    # It hurts here
    Phase: Pay$0
      Touchpoint: Queue
        Channel: Canteen
        Action [Emma]: Waits
          | and waits
        Thought: Again?
        Emotion: bored (-2)
        Backstage: Cooks
        Pain point: Twelve minutes
        Opportunity: Order ahead
          | from class
          Solution: An app
          Owner: App team
        Opportunity: …
        Next [tired]: Till

      Touchpoint: Till
        Moment of truth: Pays
        Evidence: Video
)";

constexpr std::string_view header =
    "# A draft of how it should be. Phases, touchpoints, channels and actions are those of today; "
    "opportunities have become notes. What people feel and think is for you to write.\n";

const std::string lunchFuture = std::string(header) + dedented(R"(
    Journey: Lunch
      State: future
      Goal: A good lunch
      Lane: Backstage

    Persona: Emma
      Need: Vegetarian food

    Phase: Pay
      Touchpoint: Queue
        Channel: Canteen
        Action [Emma]: Waits
          | and waits
        Backstage: Cooks
        Note: Order ahead
          | from class
          | An app
        Next [tired]: Till

      Touchpoint: Till
        Moment of truth: Pays
)");

}  // namespace

TEST_CASE("draft the future: in a file beside the map", "[refactor]") {
  RefactorFixture map(lunch);
  CHECK(map.offers(draft) == Titles{"Draft the future of this map in lunch-future.journey"});
  Refactored done = map.take(draft, "file");
  CHECK(done.text == map.snapshot->text.str());
  REQUIRE(done.created.size() == 1);
  CHECK(done.created[0].uri == "file:///maps/lunch-future.journey");
  CHECK(done.created[0].content == lunchFuture);
}

TEST_CASE("draft the future: below the map where the client makes no files", "[refactor]") {
  RefactorFixture map(lunch);
  map.createsFiles = false;
  CHECK(map.offers(draft) == Titles{"Draft the future of this map below it"});
  CHECK(map.take(draft, "below").text ==
        dedented(lunch).replace(dedented(lunch).find("$0"), 2, "") + "\n" + lunchFuture);
  RefactorFixture unnamed(lunch);
  unnamed.uri = "untitled:Untitled-1";
  CHECK(unnamed.offers(draft) == Titles{"Draft the future of this map below it"});
}

TEST_CASE("draft the future: a map in a language of its own says so where it must", "[refactor]") {
  RefactorFixture map("# language: da\r\nFase: A\r\nKunderejse: B$0\r\nFase: C");
  map.uri = "file:///kort%20og%20godt/b.da.journey";
  Refactored done = map.take(draft, "file");
  CHECK(done.created[0].uri == "file:///kort%20og%20godt/b-future.da.journey");
  std::string content = done.created[0].content;
  CHECK(content.ends_with("Kunderejse: B\r\n  Tilstand: fremtidig\r\n\r\nFase: C\r\n"));
  CHECK(snapshotOf(content)->map.language == locale::Language::Da);

  RefactorFixture shared("# language: da\nKunderejse: B$0\nFase: C\n");
  shared.snapshot = snapshotOf("# language: sv\nCustomer journey: B\nKontaktpunkt: C\n");
  REQUIRE(shared.snapshot->map.language == locale::Language::Sv);
  shared.selection = {40, 40};
  std::string swedish = shared.take(draft, "file").created[0].content;
  CHECK(snapshotOf(swedish)->map.language == locale::Language::Sv);
}

TEST_CASE("draft the future: not of what is no map of today", "[refactor]") {
  CHECK(RefactorFixture("Journey: A$0\n  State: planned\nPhase: P\n").offers(draft) ==
        Titles{"Draft the future of this map in lunch-future.journey ✗ "
               "This map does not show how things are today."});
  CHECK(RefactorFixture(lunch).beside("file:///maps/lunch-future.journey", "").offers(draft) ==
        Titles{"Draft the future of this map in lunch-future.journey ✗ "
               "lunch-future.journey already exists."});
  CHECK(RefactorFixture("Journey: A$0\n").offers(draft).empty());
  CHECK(RefactorFixture("Persona: A$0\n").offers(draft).empty());
}

TEST_CASE("draft the future: of every example, with the same phases and touchpoints",
          "[refactor]") {
  int drafts = 0;
  for (const auto& path : examples()) {
    INFO(path);
    RefactorFixture map("$0" + readFile(path));
    map.snapshot = snapshotOf(readFile(path));
    map.uri = "file://" + path.string();
    const model::Map& before = map.snapshot->map;
    if (before.journeys.front().head == model::noBlock) continue;
    map.selection = {before.blocks[before.journeys.front().head].offset,
                     before.blocks[before.journeys.front().head].offset};
    std::vector<features::RefactorOffer> offered = draft.offers(map.request());
    if (offered.empty() || offered.front().disabled) continue;
    ++drafts;
    auto future = snapshotOf(map.take(draft, "file").created[0].content);
    CHECK(future->map.language == before.language);
    REQUIRE(future->map.journeys.size() == 1);
    CHECK(future->map.misplaced.empty());
    auto titles = [](const model::Map& m) {
      std::vector<std::string> out;
      for (const model::Phase& phase : m.journeys.front().phases) {
        out.emplace_back(m.block(phase.head).title());
        for (model::BlockIndex i : phase.touchpoints) out.emplace_back(m.block(i).title());
      }
      return out;
    };
    CHECK(titles(future->map) == titles(before));
    if (path.filename() == "workshop.en.journey") continue;  // its mistakes are copied
    auto found = findingsOf(*future);
    std::erase_if(found, [](const Expectation& e) {
      return e.rule == "touchpoint-without-emotion" || asksForMore(e.rule);
    });
    CHECK(listed(future->text, found).empty());
  }
  CHECK(drafts >= 5);
}

TEST_CASE("draft the future: a row is kept wherever it stands, and no file is made twice",
          "[refactor]") {
  RefactorFixture map(R"(
    Journey: L$0unch
      Lane: Backstage

    Phase: Pay
      Touchpoint: Queue
        Opportunity: A till
          Backstage: Opens the till
  )");
  CHECK(map.take(draft, "file").created[0].content.find("Backstage: Opens the till") !=
        std::string::npos);
  map.unread("file:///maps/lunch-future.journey", "Journey: Lunch\n");
  map.uri = "file:///maps/lunch.journey";
  CHECK(map.offers(draft) == Titles{"Draft the future of this map in lunch-future.journey ✗ "
                                    "lunch-future.journey already exists."});
}

}  // namespace journey::test
