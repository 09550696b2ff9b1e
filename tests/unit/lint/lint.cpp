// Rules together: the examples, what an edit leaves as it was, and comments that silence.
#include "lint/lint.hpp"

#include <catch2/catch_test_macros.hpp>

#include <random>

#include "support/files.hpp"
#include "support/findings.hpp"

namespace journey::test {

namespace {

/// All that a person can see of the findings.
std::vector<std::string> seen(const workspace::Snapshot& snapshot) {
  std::vector<std::string> out;
  for (const lint::PlacedFinding& placed : snapshot.findings()) {
    const lint::Finding& f = *placed.finding;
    text::Span span = snapshot.map.absolute(placed.block, f.span);
    std::string line = std::to_string(span.start) + "-" + std::to_string(span.end) + " " +
                       std::string(f.rule->id) + " " +
                       std::to_string(static_cast<int>(f.severity)) + " " + said(f) + " " +
                       f.detail;
    for (const lint::Related& related : f.related)
      line += " / " + std::to_string(snapshot.map.absolute(related.block, related.span).start);
    out.push_back(std::move(line));
  }
  return out;
}

/// Pieces that open, close and break blocks.
const std::vector<std::string> breakers = {"\n",
                                           "\r\n",
                                           "\r",
                                           " ",
                                           ":",
                                           "|",
                                           "#",
                                           "[",
                                           "]",
                                           "(-2)",
                                           "(+7)",
                                           "…",
                                           "TODO",
                                           "\xFF",
                                           "😖",
                                           "ä",
                                           "x",
                                           "\nJourney: B\n",
                                           "\nPersona: Ida\n",
                                           "\nPhase: Pay\n",
                                           "\nFase: Betale\n",
                                           "\nTouchpoint: Queue\n",
                                           "\nKontaktpunkt: Kø\n",
                                           "\n  Emotion [Ida]: meh\n",
                                           "\n  Følelse: glad\n",
                                           "\n  Goal: out\n",
                                           "\n  Owner: me\n",
                                           "\n  Opportunity: more\n",
                                           "\n  Pain point: slow\n",
                                           "\n  Next: Queue\n",
                                           "\nLane: Backstage\n",
                                           "\n  Backstage: x\n",
                                           "\n# language: nb\n",
                                           "\n# journey-ignore: broken-reference, stray-line\n",
                                           "\n# journey-ignore-file: empty-entry\n",
                                           "\nModel: purchase\n",
                                           "\nstray\n",
                                           "\n  Votes: many\n",
                                           "\nReviewed: 2030-01-01\n"};

}  // namespace

TEST_CASE("the examples have no findings, but for the draft that is there to show them") {
  for (const auto& path : examples()) {
    INFO(path.filename().string());
    std::vector<std::string> found = seen(*snapshotOf(readFile(path)));
    // The one that time alone brings.
    std::erase_if(found, [](const std::string& f) { return f.find(" stale-review ") != f.npos; });
    if (path.filename() == "workshop.en.journey")
      CHECK(found.size() > 5);
    else
      CHECK(found == std::vector<std::string>{});
  }
}

TEST_CASE("the draft has warnings but no errors") {
  auto snapshot = snapshotOf(readFile(source("grammar/examples/workshop.en.journey")));
  for (const lint::PlacedFinding& placed : snapshot->findings()) {
    INFO(said(*placed.finding));
    CHECK(placed.finding->severity != lint::Severity::Error);
  }
}

TEST_CASE("after any edit the findings are those of the whole text") {
  std::mt19937 random(20261122);
  auto below = [&](std::size_t limit) {
    return static_cast<std::uint32_t>(random() % std::max<std::size_t>(limit, 1));
  };
  for (const auto& path : examples()) {
    auto snapshot = snapshotOf(readFile(path));
    for (int i = 0; i < 50; ++i) {
      workspace::EditedText edited(snapshot->text);
      // Mostly one edit at a time, at times some at once, as a client may send them.
      for (std::uint32_t n = 0; n <= below(4) / 3; ++n) {
        std::uint32_t size = edited.text().size();
        std::uint32_t start = below(size + 1);
        std::uint32_t taken = below(3) == 0 ? std::min(below(40), size - start) : 0;
        edited.replace({start, start + taken},
                       below(4) == 0 ? "" : breakers[below(breakers.size())]);
      }
      snapshot = workspace::update(snapshot, edited, i, {});
      auto whole = snapshotOf(snapshot->text.str());
      INFO(path.filename().string() << ", edit " << i);
      REQUIRE(seen(*snapshot) == seen(*whole));
    }
  }
}

TEST_CASE("a comment silences a rule on the next line") {
  expectFindings(R"(
    Journey: Lunch
    Persona: Emma
    Phase: Pay
      # journey-ignore: touchpoint-without-emotion
      Touchpoint: Queue
      Touchpoint: Till                       ⟵ touchpoint-without-emotion
      Touchpoint: Door
        # journey-ignore: broken-reference
        Emotion [Jonas]: happy
        # journey-ignore: empty-entry
        Action:
  )");
}

TEST_CASE("the next line may begin another block, and comments between do not count") {
  expectFindings(R"(
    Journey: Lunch
    Persona: Emma
    Phase: Pay
      Touchpoint: Queue
        Emotion: happy

    # journey-ignore: phase-without-touchpoint
    # Nobody had time for this one.
    # journey-ignore: duplicate-phase
    Phase: Pay
  )");
}

TEST_CASE("a blank line is a next line, too") {
  expectFindings(R"(
    Persona: Emma
    # journey-ignore: ⟦empty-entry⟧             ⟵ useless-suppression "reports nothing here"

      Need:                                   ⟵ empty-entry
  )");
}

TEST_CASE("a comment silences the line of its entry and not a stray line inside it") {
  expectFindings(R"(
    Persona: Emma
      # journey-ignore: placeholder-text
      Need: food
      # journey-ignore: stray-line
      left over
      | TODO
      more left over                         ⟵ stray-line
  )",
                 "stray-line");
}

TEST_CASE("a comment silences a rule in the whole file, wherever it stands") {
  expectFindings(R"(
    Journey: Lunch
    Phase: Pay
      Touchpoint: Queue
      Touchpoint: Till
    # journey-ignore-file: touchpoint-without-emotion, no-persona
  )");
}

TEST_CASE("silencing what does not exist, or does not fire, is reported") {
  expectFindings(R"(
    # journey-ignore-file: ⟦no-person⟧             ⟵ useless-suppression "There is no rule “no-person”"
    Journey: Lunch
    Persona: Emma
      # journey-ignore: ⟦empty-entry⟧, ⟦stray-line⟧   ⟵ useless-suppression "“empty-entry”" ⟵ useless-suppression "“stray-line”"
      Need: food
    Phase: Pay
      # journey-ignore: touchpoint-without-emotion, ⟦no-persona⟧   ⟵ useless-suppression
      Touchpoint: Queue
  )");
}

TEST_CASE("of two comments that silence one finding neither is useless") {
  expectFindings(R"(
    # journey-ignore-file: empty-entry
    Persona: Emma
      # journey-ignore: empty-entry
      Need:
  )");
}

TEST_CASE("reports on useless comments can be silenced, and that comment can be useless") {
  expectFindings(R"(
    # journey-ignore-file: useless-suppression, empty-entry
    Persona: Emma
  )");
  expectFindings(R"(
    # journey-ignore-file: ⟦useless-suppression⟧     ⟵ useless-suppression
    Persona: Emma
  )");
}

TEST_CASE("findings come in the order of the text") {
  auto snapshot = snapshotOf(readFile(source("grammar/examples/workshop.en.journey")));
  std::vector<std::uint32_t> starts;
  for (const lint::PlacedFinding& placed : snapshot->findings())
    starts.push_back(snapshot->map.absolute(placed.block, placed.finding->span).start);
  CHECK(std::ranges::is_sorted(starts));
}

TEST_CASE("every rule has a name of its own that its file carries") {
  for (const lint::Rule* rule : lint::allRules()) {
    std::string file(rule->id);
    std::ranges::replace(file, '-', '_');
    CHECK(std::filesystem::exists(source("server/lint/rules/" + file + ".cpp")));
    CHECK(std::filesystem::exists(source("tests/unit/lint/rules/" + file + ".cpp")));
    CHECK(lint::ruleNamed(rule->id) == rule);
  }
}

}  // namespace journey::test
