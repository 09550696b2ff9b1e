#include "features/format.hpp"

#include <catch2/catch_test_macros.hpp>
#include <random>

#include "features/place.hpp"
#include "support/files.hpp"
#include "support/fixture.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"

using namespace journey;

namespace {

std::string formatted(std::string_view text) {
  auto snapshot = test::snapshotOf(text);
  return features::applied(snapshot->text, features::format(*snapshot));
}

/// All that is not white space.
std::string words(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    text::CodePoint c = text::decode(text);
    if (!text::isSpace(c.value) && c.value != '\n' && c.value != '\r')
      out += text.substr(0, c.length);
    text.remove_prefix(c.length);
  }
  return out;
}

/// What the model makes of a text, where its lines stand left out.
std::string meaning(const workspace::Snapshot& snapshot) {
  std::string out(locale::codeOf(snapshot.map.language));
  for (const model::PlacedBlock& block : snapshot.map.blocks) {
    out += "\nblock " + std::to_string(static_cast<int>(block->kind));
    for (const model::Entry& entry : block->entries)
      out += "\n  " + entry.word + " [" + entry.qualifierText + "] " + entry.text + " @" +
             std::to_string(static_cast<int>(entry.place)) + ' ' +
             std::to_string(entry.opportunity);
    for (const model::OtherLine& other : block->others) out += "\n  # " + other.text;
    for (const model::Directive& directive : block->directives)
      for (const auto& name : directive.names) out += "\n  ! " + name.text;
  }
  return out;
}

/// What holds for any text. Plain comparisons: thousands of texts go through here.
void checkInvariants(std::string_view text) {
  auto before = test::snapshotOf(text);
  auto edits = features::format(*before);
  std::uint32_t at = 0;
  bool inOrder = true;
  for (const lint::TextEdit& edit : edits) {
    inOrder &= at <= edit.span.start && edit.span.start <= edit.span.end &&
               edit.span.end <= before->text.size();
    at = edit.span.end;
  }
  std::string once = features::applied(before->text, edits);
  auto after = test::snapshotOf(once);
  bool stable = features::format(*after).empty();
  bool sameWords = words(text) == words(once);
  bool sameMeaning = meaning(*before) == meaning(*after);
  if (inOrder && stable && sameWords && sameMeaning) return;
  CAPTURE(text, once, inOrder, stable, sameWords, sameMeaning);
  if (!sameMeaning) CHECK(meaning(*before) == meaning(*after));
  if (!stable) CHECK(formatted(once) == once);
  FAIL("formatting broke a text");
}

}  // namespace

TEST_CASE("the examples are well formatted", "[features][format]") {
  for (const auto& path : test::examples()) {
    INFO(path);
    std::string text = test::readFile(path);
    CHECK(formatted(text) == text);
    checkInvariants(text);
  }
}

TEST_CASE("indentation shows the structure", "[features][format]") {
  CHECK(formatted("   Journey: Lunch\nGoal: Home\n"
                  "\tPersona: Emma\nNeed: Food\n"
                  "  Phase: Choose\n"
                  "Touchpoint: Menu\nChannel: App\n| the old one\nOpportunity: Home screen\nOwner: "
                  "App team\n"
                  "Emotion: glad\n") ==
        "Journey: Lunch\n  Goal: Home\n\n"
        "Persona: Emma\n  Need: Food\n\n"
        "Phase: Choose\n"
        "  Touchpoint: Menu\n    Channel: App\n      | the old one\n    Opportunity: Home screen\n "
        "     Owner: App team\n"
        "    Emotion: glad\n");
}

TEST_CASE("what ended a block stands where it belongs", "[features][format]") {
  CHECK(formatted("Journey: J\n\nPhase: P\n  Touchpoint: T\n    Goal: Home\n    Channel: App\n") ==
        "Journey: J\n\nPhase: P\n  Touchpoint: T\n  Goal: Home\n  Channel: App\n");
}

TEST_CASE("colons and brackets have their spaces", "[features][format]") {
  CHECK(formatted("Touchpoint : T\n    Emotion[Emma] :glad\n    Emotion  [ Emma ]  :  \t glad : so "
                  " so  \n    Next []:x\n"
                  "    Pain   point:a\n    Thought:\n    Action: \t\n") ==
        "  Touchpoint: T\n    Emotion [Emma]: glad\n    Emotion [Emma]: glad : so  so\n    Next "
        "[]: x\n"
        "    Pain   point: a\n    Thought:\n    Action:\n");
}

TEST_CASE("continuation lines stand under what they continue", "[features][format]") {
  CHECK(formatted(
            "Phase: P\n  Touchpoint: T\n    Thought: a\n|b\n  |   c  \n|\n\n   | d\n# e\n| f\n") ==
        "Phase: P\n  Touchpoint: T\n    Thought: a\n      | b\n      | c\n      |\n\n      | d\n   "
        " # e\n      | f\n");
}

TEST_CASE("blank lines: one is enough, and one stands before each larger block",
          "[features][format]") {
  CHECK(formatted("\n \n\nJourney: J\n\n\n \t\n  Goal: g\nPersona: A\nPersona: B\nPhase: P\n  "
                  "Touchpoint: T\n  Touchpoint: U\n\n\n") ==
        "Journey: J\n\n  Goal: g\n\nPersona: A\n\nPersona: B\n\nPhase: P\n  Touchpoint: T\n  "
        "Touchpoint: U\n");
  CHECK(formatted("\n\n  \n").empty());
  CHECK(formatted("").empty());
}

TEST_CASE("comments stay with what they speak of", "[features][format]") {
  CHECK(formatted("  # The whole map\n\n# and its journey\nJourney: J\n# a goal\nGoal: g\n"
                  "# About P\n  # at length\nPhase: P\nTouchpoint: T\nChannel: c\n# more of "
                  "c\n\nPhase: Q\n") ==
        "# The whole map\n\n# and its journey\nJourney: J\n  # a goal\n  Goal: g\n\n"
        "# About P\n# at length\nPhase: P\n  Touchpoint: T\n    Channel: c\n    # more of "
        "c\n\nPhase: Q\n");
  // Apart from all else, at the end: it speaks of the file.
  CHECK(formatted("Phase: P\n  Touchpoint: T\n    Note: n\n# of n\n\n  # of all\n") ==
        "Phase: P\n  Touchpoint: T\n    Note: n\n    # of n\n\n# of all\n");
  // Set as deep as what stands above: somebody meant that.
  CHECK(formatted("Phase: P\n  Touchpoint: T\n    Note: n\n\n    # Emotion: glad\n\nPhase: Q\n\n  "
                  "# of Q\n") ==
        "Phase: P\n  Touchpoint: T\n    Note: n\n\n    # Emotion: glad\n\nPhase: Q\n\n# of Q\n");
  // Several comments apart from each other.
  CHECK(formatted("Phase: P\n  Touchpoint: T\n\n# a\n\n# b\n\n# c\n    Note: n\n") ==
        "Phase: P\n  Touchpoint: T\n\n    # a\n\n    # b\n\n    # c\n    Note: n\n");
  // A directive speaks of the very next line: nothing comes between.
  CHECK(formatted("Phase: P\n# journey-ignore: phase-without-touchpoint\nPhase: Q") ==
        "Phase: P\n\n# journey-ignore: phase-without-touchpoint\nPhase: Q\n");
}

TEST_CASE("stray lines stay as they are", "[features][format]") {
  CHECK(formatted("Journey: J\n   ask the porter \t\n\tand  the [cook\n") ==
        "Journey: J\n   ask the porter\n\tand  the [cook\n");
  CHECK(formatted("  | nothing to continue \n") == "  | nothing to continue\n");
}

TEST_CASE("line endings, the byte order mark and odd white space", "[features][format]") {
  CHECK(formatted("Journey: J\r\nGoal:g\r\nPhase: P") ==
        "Journey: J\r\n  Goal: g\r\n\r\nPhase: P\r\n");
  CHECK(formatted("Journey: J\rGoal: g\r\r\rPhase: P\r") == "Journey: J\r  Goal: g\r\rPhase: P\r");
  CHECK(formatted("\xEF\xBB\xBFJourney: J") == "\xEF\xBB\xBFJourney: J\n");
  CHECK(formatted("\xEF\xBB\xBF\n\nJourney: J\n") == "\xEF\xBB\xBFJourney: J\n");
  CHECK(formatted("\xEF\xBB\xBF") == "\xEF\xBB\xBF");
  CHECK(formatted("\xEF\xBB\xBF  \n\n") == "\xEF\xBB\xBF");
  CHECK(formatted("Journey: J\n\xC2\xA0\xC2\xA0Goal\xC2\xA0:\xC2\xA0"
                  "10\xC2\xA0"
                  "000 kr\xC2\xA0\n") ==
        "Journey: J\n  Goal: 10\xC2\xA0"
        "000 kr\n");
  // What most lines have wins over what one pasted line brought.
  CHECK(formatted("Journey: J\r\n  Goal: g\n  Goal: h\n") == "Journey: J\n  Goal: g\n  Goal: h\n");
  CHECK(formatted("Goal: a\r \nGoal: b\n\nPhase: P\n") == "Goal: a\n\nGoal: b\n\nPhase: P\n");
}

TEST_CASE("a file of personas, and one of journeys alone", "[features][format]") {
  CHECK(formatted("Persona: A\nNeed: n\nQuote: q\n") == "Persona: A\n  Need: n\n  Quote: q\n");
  CHECK(formatted("Goal: g\nPhase: P\n") == "Goal: g\n\nPhase: P\n");
}

TEST_CASE("edits are small", "[features][format]") {
  auto snapshot = test::snapshotOf("Journey: J\n Goal: g\n  Model : aida\n");
  auto edits = features::format(*snapshot);
  REQUIRE(edits.size() == 2);
  CHECK(snapshot->text.slice(edits[0].span) == " ");
  CHECK(edits[0].text == "  ");
  CHECK(snapshot->text.slice(edits[1].span) == " ");
  CHECK(edits[1].text.empty());
}

TEST_CASE("any text: formatting twice is formatting once, no word changes, no meaning changes",
          "[features][format]") {
  static constexpr std::string_view pieces[] = {"Journey",
                                                "Persona",
                                                "Phase",
                                                "Touchpoint",
                                                "Opportunity",
                                                "Goal",
                                                "Owner",
                                                "Emotion",
                                                "Channel",
                                                "Note",
                                                "Fase",
                                                "Kipupiste",
                                                "Problem",
                                                "Quote",
                                                "Whatever",
                                                "Pain  point",
                                                "glad",
                                                "😖",
                                                "text",
                                                "Backstage",
                                                "Lane",
                                                ":",
                                                ":",
                                                ":",
                                                ": ",
                                                ": ",
                                                " : ",
                                                "[Emma]",
                                                "[",
                                                "]",
                                                "[ x ]",
                                                "#",
                                                "# language: nb",
                                                "# journey-ignore: x, y",
                                                "|",
                                                "| ",
                                                " ",
                                                "  ",
                                                "\t",
                                                "\xC2\xA0",
                                                "\xE2\x80\x8B",
                                                "\xEF\xBB\xBF",
                                                "\n",
                                                "\n",
                                                "\n",
                                                "\n",
                                                "\n\n",
                                                "\n\n\n",
                                                "\r\n",
                                                "\r",
                                                "\xFF",
                                                "\xC3",
                                                std::string_view("\0", 1),
                                                "(+2)",
                                                "ö",
                                                "ö",
                                                "日本"};
  std::mt19937 random(20261122);
  auto below = [&](std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
  };
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (std::size_t n = below(60); n > 0; --n) text += pieces[below(std::size(pieces))];
    checkInvariants(text);
  }
  // Lines that are mostly well formed, in disorder.
  static constexpr std::string_view heads[] = {"Journey: J",
                                               "Persona: A",
                                               "Phase: P",
                                               "Touchpoint: T",
                                               "Opportunity: O",
                                               "Goal: g",
                                               "Owner: w",
                                               "Emotion[A] :glad",
                                               "Note:n",
                                               "Lane: Backstage",
                                               "Backstage: b",
                                               "# comment",
                                               "| more",
                                               "stray",
                                               "",
                                               ""};
  static constexpr std::string_view endings[] = {"\n", "\n", "\n", "\n", "\r\n", "\r"};
  for (int round = 0; round < 4000; ++round) {
    std::string text = below(20) == 0 ? "\xEF\xBB\xBF" : "";
    std::string_view ending = endings[below(std::size(endings))];
    for (std::size_t n = below(14); n > 0; --n) {
      text += std::string(below(3) * below(4), below(8) == 0 ? '\t' : ' ');
      text += heads[below(std::size(heads))];
      text += below(6) == 0 ? " " : "";
      text += below(30) == 0 ? endings[below(std::size(endings))] : ending;
    }
    checkInvariants(text);
  }
}

// --- what editors want otherwise, and ranges
// ------------------------------------------------------

namespace {

std::string formattedWith(std::string_view text, const features::FormatOptions& options) {
  auto snapshot = test::snapshotOf(text);
  std::string once = features::applied(snapshot->text, features::format(*snapshot, options));
  auto again = test::snapshotOf(once);
  CHECK(features::format(*again, options).empty());
  return once;
}

/// Formats the lines that the part between two `$0` touches.
std::string formattedIn(std::string_view marked) {
  test::Fixture f = test::fixture(marked);
  auto snapshot = test::snapshotOf(f.text);
  return features::applied(snapshot->text,
                           features::formatRanges(*snapshot, {{f.marks.front(), f.marks.back()}}));
}

}  // namespace

TEST_CASE("white space at ends is left to the editor that wants it", "[features][format]") {
  std::string_view text = "Journey: J  \nGoal: g \n  \n \nPhase:\t\n\n  \n\n";
  CHECK(formattedWith(text, {}) == "Journey: J\n  Goal: g\n\nPhase:\n");
  CHECK(formattedWith(text, {false, true, true}) == "Journey: J  \n  Goal: g \n  \nPhase:\t\n");
  CHECK(formattedWith(text, {true, true, false}) == "Journey: J\n  Goal: g\n\nPhase:\n\n  \n\n");
  CHECK(formattedWith("Journey: J", {true, false, true}) == "Journey: J");
  CHECK(formattedWith("Journey: J\n\n", {true, false, true}) == "Journey: J\n");
  CHECK(formattedWith("Journey: J\n", {true, false, true}) == "Journey: J\n");
  CHECK(formattedWith("\xEF\xBB\xBF \n\n", {true, true, false}) == "\xEF\xBB\xBF \n\n");
}

TEST_CASE("a range is formatted as it would be within the whole", "[features][format]") {
  std::string t = "Journey: J\nGoal :g\nPhase: P\nTouchpoint:T\n";
  CHECK(formattedIn("Journey: J\n$0Goal :g$0\nPhase: P\nTouchpoint:T\n") ==
        "Journey: J\n  Goal: g\nPhase: P\nTouchpoint:T\n");
  // A cursor alone, anywhere in the line.
  CHECK(formattedIn("Journey: J\nGo$0al :g\nPhase: P\nTouchpoint:T\n") ==
        "Journey: J\n  Goal: g\nPhase: P\nTouchpoint:T\n");
  // A range up to where the next line begins is that line's neighbour, not more.
  CHECK(formattedIn("Journey: J\n$0Goal :g\n$0Phase: P\nTouchpoint:T\n") ==
        "Journey: J\n  Goal: g\nPhase: P\nTouchpoint:T\n");
  // The blank line before a head belongs to the head.
  CHECK(formattedIn("Journey: J\nGoal :g\n$0Phase: P\nTouchpoint:T$0\n") ==
        "Journey: J\nGoal :g\n\nPhase: P\n  Touchpoint: T\n");
  CHECK(formattedIn("$0" + t + "$0") == formatted(t));
  CHECK(formattedIn("$0Journey: J") == "Journey: J\n");
  CHECK(formattedIn("$0Journey: J$0\nGoal:g") == "Journey: J\nGoal:g");
  // Blank lines at the end are one thing: taken away together or not at all.
  CHECK(formattedIn("Journey: J\n$0\n$0\n\n") == "Journey: J\n\n\n\n");
  CHECK(formattedIn("Journey: J\n$0\n\n\n$0") == "Journey: J\n");
  CHECK(formattedIn("Journey: J\r\n$0Goal :g$0\r\n Phase: P\r\n") ==
        "Journey: J\r\n  Goal: g\r\n Phase: P\r\n");
}

TEST_CASE("several ranges at once", "[features][format]") {
  auto snapshot = test::snapshotOf("Journey: J\nGoal :g\nModel :aida\nState :current\n");
  CHECK(features::applied(snapshot->text,
                          features::formatRanges(*snapshot, {{33, 33}, {11, 12}, {11, 15}})) ==
        "Journey: J\n  Goal: g\nModel :aida\n  State: current\n");
  CHECK(features::formatRanges(*snapshot, {}).empty());
  CHECK(features::formatRanges(*snapshot, {{0, 5}}).empty());
}

TEST_CASE("any range: no line outside it changes, all ranges together are the whole",
          "[features][format]") {
  for (const auto& path : test::examples()) {
    // Bent out of shape.
    std::string text;
    for (char c : test::readFile(path)) text += c == ':' ? std::string(" :") : std::string(1, c);
    auto snapshot = test::snapshotOf(text);
    std::size_t all = features::format(*snapshot).size();
    std::size_t together = 0;
    for (std::uint32_t line = 0; line < snapshot->text.lineCount(); line += 1) {
      text::Span span{snapshot->text.lineStart(line), snapshot->text.lineStart(line + 1)};
      for (const lint::TextEdit& edit : features::formatRanges(*snapshot, {span})) {
        ++together;
        CHECK(span.start <= edit.span.start);
        CHECK(edit.span.end <= span.end);
      }
    }
    INFO(path);
    CHECK(together == all);
  }
}
