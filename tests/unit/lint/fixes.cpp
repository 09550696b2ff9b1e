// Every fix of every finding over whole documents: an editor can do it, and it helps.
#include <catch2/catch_test_macros.hpp>

#include "support/files.hpp"
#include "support/findings.hpp"
#include "support/nasty.hpp"

namespace journey::test {

namespace {

std::string withLineEndings(std::string text, std::string_view ending) {
  std::string out;
  for (char c : text)
    if (c == '\n')
      out += ending;
    else
      out += c;
  return out;
}

/// How often a rule says the very same thing.
std::size_t count(const workspace::Snapshot& snapshot, const lint::Finding& finding) {
  std::size_t n = 0;
  for (const lint::PlacedFinding& placed : snapshot.findings())
    n += placed.finding->rule == finding.rule && said(*placed.finding) == said(finding);
  return n;
}

std::size_t misplaced(const workspace::Snapshot& snapshot) { return snapshot.map.misplaced.size(); }

std::size_t countOf(std::string_view text, char c) {
  return static_cast<std::size_t>(std::ranges::count(text, c));
}

/// Takes each fix of each finding and returns how many there were.
int takeAllFixes(std::string_view text, std::string_view ending) {
  auto snapshot = snapshotOf(withLineEndings(std::string(text), ending));
  int taken = 0;
  for (const lint::PlacedFinding& placed : snapshot->findings()) {
    int preferred = 0;
    for (const lint::Fix& fix : snapshot->fixes(placed)) {
      ++taken;
      std::string result = applied(*snapshot, fix);
      INFO(placed.finding->rule->id
           << " in line "
           << snapshot->text.lineOf(
                  snapshot->map.absolute(placed.block, placed.finding->span).start) +
                  1
           << ": " << said(*placed.finding) << "\n"
           << titleOf(fix) << "\nbefore:\n"
           << snapshot->text.str() << "\nafter:\n"
           << result);
      CHECK(result != snapshot->text.str());
      // Only the document's own line endings.
      if (ending == "\r\n") CHECK(countOf(result, '\n') == countOf(result, '\r'));
      if (ending == "\r\n") CHECK(result.find("\r\r") == std::string::npos);
      if (ending == "\n") CHECK(countOf(result, '\r') == 0);
      auto after = snapshotOf(result);
      CHECK_FALSE(after->tree.hasError());
      if (!fix.preferred) continue;
      ++preferred;
      CHECK(count(*after, *placed.finding) < count(*snapshot, *placed.finding));
      // A line that gets its keyword may turn out to be misplaced; nothing else may become so.
      std::string_view rule = placed.finding->rule->id;
      if (rule != "unknown-keyword" && rule != "stray-line")
        CHECK(misplaced(*after) <= misplaced(*snapshot));
    }
    CHECK(preferred <= 1);
  }
  return taken;
}

/// Takes preferred fixes one after the other until none is left.
void takePreferredFixes(std::string_view text) {
  auto snapshot = snapshotOf(text);
  for (int step = 0; step < 200; ++step) {
    const lint::Fix* found = nullptr;
    std::vector<lint::Fix> fixes;
    for (const lint::PlacedFinding& placed : snapshot->findings()) {
      fixes = snapshot->fixes(placed);
      auto preferred = std::ranges::find_if(fixes, &lint::Fix::preferred);
      if (preferred == fixes.end()) continue;
      found = &*preferred;
      break;
    }
    if (!found) return;
    snapshot = snapshotOf(applied(*snapshot, *found));
  }
  FAIL_CHECK("the fixes go round in circles:\n" << snapshot->text.str());
}

}  // namespace

TEST_CASE("every fix for the draft can be done and helps") {
  std::string text = readFile(source("grammar/examples/workshop.en.journey"));
  CHECK(takeAllFixes(text, "\n") > 10);
  CHECK(takeAllFixes(text, "\r\n") > 10);
  takePreferredFixes(text);
}

TEST_CASE("every fix for nasty maps can be done and helps") {
  int taken = 0;
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    INFO("seed " << seed);
    taken += takeAllFixes(nasty(seed), seed % 4 < 2 ? "\n" : "\r\n");
    takePreferredFixes(nasty(seed));
  }
  CHECK(taken > 5000);
}

TEST_CASE("every fix for a text of one line without an ending can be done") {
  for (std::string_view line :
       {"Journey: Lunch", "Journey:", "Persona:", "Phase: Pay", "Touchpoint: Queue", "Emotion: meh",
        "Votes: 5", "Owner: me", "left over", "Fase", "Pase: Pay",
        "\xEF\xBB\xBF"
        "Emotion: glad",
        "# journey-ignore: empty-entry", "Reviewed: 1.2.2026", "Next: Home"}) {
    INFO(line);
    takeAllFixes(line, "\n");
    takePreferredFixes(line);
  }
}

}  // namespace journey::test
