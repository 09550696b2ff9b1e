#include "features/on_type.hpp"

#include <catch2/catch_test_macros.hpp>

#include "features/format.hpp"
#include "support/files.hpp"
#include "support/fixture.hpp"
#include "support/random_edits.hpp"

using namespace journey;

namespace {

/// The text after a character was typed where `$0` stands and its edit was done, with the cursor
/// marked again. Behind Enter an editor that indents repeats the white space of the line before;
/// `indents` says whether this one does.
std::string typed(std::string_view marked, char c, bool indents = true,
                  std::string_view ending = "\n") {
  test::Fixture f = test::fixture(marked);
  std::string text = f.text;
  std::uint32_t at = f.mark();
  std::string what = c == '\n' ? std::string(ending) : std::string(1, c);
  if (c == '\n' && indents) {
    std::size_t start = text.find_last_of("\r\n", at == 0 ? std::string::npos : at - 1);
    start = at == 0 || start == std::string::npos ? 0 : start + 1;
    std::size_t end = std::min(text.find_first_not_of(" \t", start), text.size());
    what += text.substr(start, std::min<std::size_t>(end, at) - start);
  }
  text.insert(at, what);
  at += static_cast<std::uint32_t>(what.size());
  auto snapshot = test::snapshotOf(text);
  std::vector<lint::TextEdit> edits = features::formatOnType(*snapshot, at, c);
  REQUIRE(edits.size() <= 2);
  std::uint32_t cursor = at;
  std::uint32_t line = snapshot->text.lineStart(snapshot->text.lineOf(at));
  for (const lint::TextEdit& edit : edits) {
    // Only white space goes, here and on the line left, and a bar there that says nothing.
    bool bar = edit.span.end <= line;
    REQUIRE((bar || edit.span.start >= line));
    REQUIRE(snapshot->text.slice(edit.span).find_first_not_of(bar ? " \t|\r\n" : " \t") ==
            std::string::npos);
    REQUIRE(snapshot->text.slice(edit.span) != edit.text);
    // No edit goes over the cursor, which would be anywhere then.
    REQUIRE((edit.span.end <= at || edit.span.start >= at));
    if (edit.span.end <= at)
      cursor = cursor - edit.span.size() + static_cast<std::uint32_t>(edit.text.size());
  }
  at = cursor;
  std::string after = features::applied(snapshot->text, edits);
  return after.insert(std::min<std::size_t>(at, after.size()), "$0");
}

std::string enter(std::string_view marked) { return typed(marked, '\n'); }

constexpr std::string_view head = "Journey: J\n  Goal: G\n\nPhase: P\n  Touchpoint: T\n";
std::string in(std::string_view tail) { return std::string(head) + std::string(tail); }

}  // namespace

TEST_CASE("Enter behind a head leads to where its entries stand", "[features][on-type]") {
  CHECK(enter("Journey: J$0") == "Journey: J\n  $0");
  CHECK(enter("Persona: P$0\n") == "Persona: P\n  $0\n");
  CHECK(enter("Phase: P$0") == "Phase: P\n  $0");
  CHECK(enter("Phase: P\n  Touchpoint: T$0\n") == "Phase: P\n  Touchpoint: T\n    $0\n");
  CHECK(enter(in("    Opportunity: O$0")) == in("    Opportunity: O\n      $0"));
  // Also when the editor does not indent at all, or too far.
  CHECK(typed("Phase: P\n  Touchpoint: T$0", '\n', false) == "Phase: P\n  Touchpoint: T\n    $0");
  CHECK(enter("Phase: P\n  Touchpoint: T\n                Channel: C$0") ==
        "Phase: P\n  Touchpoint: T\n                Channel: C\n    $0");
}

TEST_CASE("Enter behind an entry stays with its neighbours", "[features][on-type]") {
  CHECK(enter(in("    Channel: C$0\n")) == in("    Channel: C\n    $0\n"));
  CHECK(typed(in("    Channel: C$0"), '\n', false) == in("    Channel: C\n    $0"));
  CHECK(enter(in("    Opportunity: O\n      Owner: W$0")) ==
        in("    Opportunity: O\n      Owner: W\n      $0"));
  CHECK(enter("Journey: J\n  Goal: G$0\n") == "Journey: J\n  Goal: G\n  $0\n");
  // An entry that ends touchpoint and phase takes what follows along.
  CHECK(enter(in("    Goal: H$0")) == in("    Goal: H\n  $0"));
  CHECK(enter("Goal: G$0") == "Goal: G\n$0");
}

TEST_CASE("where the editor is right there is no edit", "[features][on-type]") {
  for (std::string_view text :
       {"Journey: J\n  Goal: G\n  ", "Phase: P\n  Touchpoint: T\n    Channel: C\n    ",
        "Phase: P\n  ", "Goal: G\n"}) {
    INFO(text);
    auto snapshot = test::snapshotOf(text);
    CHECK(features::formatOnType(*snapshot, snapshot->text.size(), '\n').empty());
  }
}

TEST_CASE("Enter on an empty line leads further out", "[features][on-type]") {
  CHECK(enter(in("    Channel: C\n    $0")) == in("    Channel: C\n\n  $0"));
  CHECK(enter(in("    Channel: C\n\n$0")) == in("    Channel: C\n\n\n$0"));
  CHECK(enter(in("    Channel: C\n\n\n\n$0")) == in("    Channel: C\n\n\n\n\n$0"));
  CHECK(enter(in("    Opportunity: O\n      Owner: W\n      $0")) ==
        in("    Opportunity: O\n      Owner: W\n\n    $0"));
  CHECK(enter("Persona: P\n  Need: N\n  $0") == "Persona: P\n  Need: N\n\n$0");
  CHECK(enter("Phase: P\n  $0") == "Phase: P\n\n$0");
  CHECK(enter("\n$0\n") == "\n\n$0\n");
  // What follows an empty line is not touched.
  CHECK(enter(in("\n$0      Channel: C\n")) == in("\n\n$0      Channel: C\n"));
}

TEST_CASE("Enter behind an empty keyword, a comment or a stray line changes nothing",
          "[features][on-type]") {
  for (std::string_view line : {"    Thought:", "    Thought: ", "    # a comment", "    stray",
                                "    # journey-ignore: no-persona"}) {
    INFO(line);
    std::string text = in(line);
    CHECK(typed(text + "$0", '\n') == text + "\n    $0");
    CHECK(typed(text + "$0", '\n', false) == text + "\n$0");
  }
  CHECK(typed(in("  Phase:$0"), '\n') == in("  Phase:\n  $0"));
}

TEST_CASE("a continuation goes on until its bar stands alone", "[features][on-type]") {
  std::string t = in("    Thought: a\n");
  CHECK(enter(t + "      | b$0\n") == t + "      | b\n      | $0\n");
  CHECK(typed(t + "      | b$0", '\n', false) == t + "      | b\n      | $0");
  CHECK(enter(t + "\t| b$0") == t + "\t| b\n\t| $0");
  CHECK(enter(t + "      | b\n      | $0") == t + "      | b\n    $0");
  CHECK(enter(in("    Opportunity: o\n      | b\n      |$0")) ==
        in("    Opportunity: o\n      | b\n      $0"));
  CHECK(typed(t + "      | b\r\n      | $0", '\n', true, "\r\n") == t + "      | b\r\n    $0");
  // A bar that continues nothing.
  CHECK(enter("| b$0") == "| b\n$0");
}

TEST_CASE("a line cut in two stays what it was", "[features][on-type]") {
  CHECK(enter(in("    Thought: Is there$0 anything?\n")) ==
        in("    Thought: Is there\n      | $0anything?\n"));
  CHECK(typed(in("    Thought: Is there $0anything?\n"), '\n', false) ==
        in("    Thought: Is there \n      | $0anything?\n"));
  CHECK(enter(in("    Thought: I asked$0 why: because\n")) ==
        in("    Thought: I asked\n      | $0why: because\n"));
  CHECK(enter(in("    Thought: a\n      | b $0c\n")) ==
        in("    Thought: a\n      | b \n      | $0c\n"));
  CHECK(enter(in("    Thought:$0 Is there\n")) == in("    Thought:\n      | $0Is there\n"));
  CHECK(enter("Phase: P$0 and more\n") == "Phase: P\n  | $0and more\n");
  CHECK(enter("  # a $0b\n") == "  # a \n  # $0b\n");
  CHECK(enter("stray $0line\n") == "stray \n$0line\n");
  // Two entries that stood on one line.
  CHECK(enter(in("    Channel: C $0Emotion: glad\n")) ==
        in("    Channel: C \n    $0Emotion: glad\n"));
  CHECK(enter(in("    Channel: C $0Phase: Q\n")) == in("    Channel: C \n$0Phase: Q\n"));
  CHECK(enter(in("    Channel: C $0# why\n")) == in("    Channel: C \n    $0# why\n"));
  // An editor that has put the bar or the # there already.
  auto snapshot = test::snapshotOf(in("    Thought: a\n      | b\n      | c\n"));
  CHECK(features::formatOnType(*snapshot, snapshot->text.lineStart(7) + 8, '\n').empty());
}

TEST_CASE("Enter before a line, or behind one that was typed on, changes nothing",
          "[features][on-type]") {
  CHECK(enter("$0Phase: P\n") == "\n$0Phase: P\n");
  CHECK(enter(in("$0  Channel: C\n")) == in("\n$0  Channel: C\n"));
  auto snapshot = test::snapshotOf("Phase: P\nTouch\n");
  CHECK(features::formatOnType(*snapshot, 11, '\n').empty());
  CHECK(features::formatOnType(*snapshot, 3, '\n').empty());
  CHECK(features::formatOnType(*snapshot, 9, 'x').empty());
}

TEST_CASE("a keyword's colon brings its line where it belongs", "[features][on-type]") {
  CHECK(typed(in("    Channel: C\n    Touchpoint$0"), ':') ==
        in("    Channel: C\n  Touchpoint:$0"));
  CHECK(typed(in("    Channel: C\n    phase$0\n"), ':') == in("    Channel: C\nphase:$0\n"));
  CHECK(typed(in("Channel$0"), ':') == in("    Channel:$0"));
  CHECK(typed(in("Emotion [Emma]$0"), ':') == in("    Emotion [Emma]:$0"));
  CHECK(typed(in("    Opportunity: O\n    Owner$0"), ':') ==
        in("    Opportunity: O\n      Owner:$0"));
  // Words that are no keyword, colons in a text, lines with more on them stay as they are.
  CHECK(typed(in("Whatever$0"), ':') == in("Whatever:$0"));
  CHECK(typed(in("Channel: he said$0"), ':') == in("Channel: he said:$0"));
  CHECK(typed(in("Next [a$0]: T"), ':') == in("Next [a:$0]: T"));
  CHECK(typed(in("Next [a$0"), ':') == in("Next [a:$0"));
  CHECK(typed(in("Channel$0 C"), ':') == in("Channel:$0 C"));
  CHECK(typed("# Phase$0", ':') == "# Phase:$0");
  // Rows of one's own are keywords.
  std::string t = "Journey: J\n  Lane: Backstage\nPhase: P\n  Touchpoint: T\n";
  CHECK(typed(t + "Backstage$0", ':') == t + "    Backstage:$0");
  CHECK(typed("\xEF\xBB\xBF    Phase$0", ':') == "\xEF\xBB\xBFPhase:$0");
}

TEST_CASE("a bar brings its line below what it continues", "[features][on-type]") {
  CHECK(typed(in("    Thought: a\n    $0"), '|') == in("    Thought: a\n      |$0"));
  CHECK(typed(in("    Thought: a\n\t| b\n$0"), '|') == in("    Thought: a\n\t| b\n\t|$0"));
  CHECK(typed(in("    Thought: a\n\n$0"), '|') == in("    Thought: a\n\n      |$0"));
  CHECK(typed(in("    Thought: a $0"), '|') == in("    Thought: a |$0"));
  CHECK(typed("   $0", '|') == "   |$0");
}

TEST_CASE("who indents otherwise goes on so", "[features][on-type]") {
  CHECK(enter("Journey: J\n\tGoal: G\nPhase: P\n\tTouchpoint: T$0") ==
        "Journey: J\n\tGoal: G\nPhase: P\n\tTouchpoint: T\n\t\t$0");
  CHECK(enter("Journey: J\n    Goal: G\nPhase: P\n    Touchpoint: T$0") ==
        "Journey: J\n    Goal: G\nPhase: P\n    Touchpoint: T\n        $0");
  CHECK(enter("Journey: J\nGoal: G\nPhase: P\nTouchpoint: T$0") ==
        "Journey: J\nGoal: G\nPhase: P\nTouchpoint: T\n$0");
  CHECK(enter("Journey: J\n\tGoal: G$0 more") == "Journey: J\n\tGoal: G\n\t\t| $0more");
  // Three columns are nobody's habit but theirs: nothing is said.
  CHECK(enter("Journey: J\n   Goal: G\n   Model: aida$0") ==
        "Journey: J\n   Goal: G\n   Model: aida\n   $0");
  CHECK(typed("Journey: J\n   Goal: G\n   Model: aida\n   State$0", ':') ==
        "Journey: J\n   Goal: G\n   Model: aida\n   State:$0");
}

TEST_CASE("with every line ending, and behind a byte order mark", "[features][on-type]") {
  for (std::string_view ending : {"\n", "\r\n", "\r"}) {
    std::string e(ending);
    CHECK(typed("\xEF\xBB\xBFPhase: P$0", '\n', true, ending) ==
          "\xEF\xBB\xBFPhase: P" + e + "  $0");
    CHECK(typed("Phase: P" + e + "  Touchpoint: T$0" + e + "Note: n" + e, '\n', true, ending) ==
          "Phase: P" + e + "  Touchpoint: T" + e + "    $0" + e + "Note: n" + e);
  }
}

TEST_CASE("cutting any line of any example in two keeps every word", "[features][on-type]") {
  for (const auto& path : test::examples()) {
    INFO(path);
    std::string text = test::readFile(path);
    for (std::size_t at = 0; at <= text.size(); at += 29) {
      while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
      std::string after = typed(text.substr(0, at) + "$0" + text.substr(at), '\n');
      std::string without;
      for (char c : after)
        if (c != ' ' && c != '\n' && c != '|' && c != '#') without += c;
      std::string before;
      for (char c : text.substr(0, at) + "$0" + text.substr(at))
        if (c != ' ' && c != '\n' && c != '|' && c != '#') before += c;
      if (without != before)
        FAIL("behind «" << text.substr(0, at).substr(at - std::min<std::size_t>(at, 40)) << "»");
    }
  }
}

TEST_CASE("any text: edits stay in front of the cursor's line", "[features][on-type]") {
  test::Random random(20261122);
  for (int round = 0; round < 1500; ++round) {
    std::string text = random.text(25);
    auto snapshot = test::snapshotOf(text);
    for (char c : {'\n', ':', '|'}) {
      std::uint32_t at = random.below(snapshot->text.size() + 1);
      auto edits = features::formatOnType(*snapshot, at, c);
      for (const lint::TextEdit& edit : edits) {
        CHECK(snapshot->text.lineOf(edit.span.start) == snapshot->text.lineOf(at));
        CHECK(snapshot->text.lineOf(edit.span.end) == snapshot->text.lineOf(at));
      }
    }
  }
}
