#include "lint/minimal_edits.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/random_edits.hpp"

namespace journey::test {

namespace {

/// `start-end “text”` for each edit.
std::vector<std::string> listed(std::string_view before, std::string_view after) {
  std::vector<std::string> out;
  for (const lint::TextEdit& e : lint::minimalEdits(text::Text(before), after))
    out.push_back(std::to_string(e.span.start) + "-" + std::to_string(e.span.end) + " “" + e.text +
                  "”");
  return out;
}
using Edits = std::vector<std::string>;

}  // namespace

TEST_CASE("minimal edits: only what differs", "[edits]") {
  CHECK(listed("a\nb\nc\n", "a\nb\nc\n").empty());
  CHECK(listed("a\nsome words\nc\n", "a\nsome more words\nc\n") == Edits{"7-7 “more ”"});
  CHECK(listed("a\nb\nc\n", "a\nc\n") == Edits{"2-4 “”"});
  CHECK(listed("a\nc", "a\nb\nc") == Edits{"2-2 “b\n”"});
  CHECK(listed("a", "a\nb") == Edits{"1-1 “\nb”"});
  CHECK(listed("one\ntwo\nthree\n", "One\ntwo\nThree\n") == Edits{"0-1 “O”", "8-9 “T”"});
  CHECK(listed("", "a") == Edits{"0-0 “a”"});
  CHECK(listed("a", "") == Edits{"0-1 “”"});
}

TEST_CASE("minimal edits: a line that moved is taken away and put in, all others stay", "[edits]") {
  CHECK(listed("a\nb\nc\nd\n", "a\nc\nd\nb\n") == Edits{"2-4 “”", "8-8 “b\n”"});
}

TEST_CASE("minimal edits: characters and line ends stay whole", "[edits]") {
  CHECK(listed("å", "ä") == Edits{"0-2 “ä”"});
  CHECK(listed("a\r\nb", "a\nb") == Edits{"1-3 “\n”"});
  CHECK(listed("x😖", "x😊") == Edits{"1-5 “😊”"});
}

TEST_CASE("minimal edits: any text becomes any other", "[edits]") {
  for (unsigned seed = 0; seed < 400; ++seed) {
    Random random(seed);
    text::Text before(random.text(random.below(60)));
    std::string after = before.str();
    // A few changes, or another text altogether.
    if (seed % 4 == 0) after = random.text(60);
    for (std::uint32_t i = random.below(6); i > 0; --i) {
      text::Span span = random.span(static_cast<std::uint32_t>(after.size()));
      after.replace(span.start, span.size(), random.text(random.below(4)));
    }
    std::vector<lint::TextEdit> edits = lint::minimalEdits(before, after);
    INFO("seed " << seed);
    REQUIRE(lint::applied(before, edits) == after);
    std::uint32_t at = 0;
    for (const lint::TextEdit& edit : edits) {
      REQUIRE(edit.span.start >= at);
      REQUIRE(!(edit.span.empty() && edit.text.empty()));
      at = edit.span.end;
    }
  }
}

TEST_CASE("minimal edits: two long texts that share nothing", "[edits]") {
  std::string a, b;
  for (int i = 0; i < 5000; ++i) {
    a += "a" + std::to_string(i) + "\n";
    b += "b" + std::to_string(i) + "\n";
  }
  text::Text before(a);
  CHECK(lint::applied(before, lint::minimalEdits(before, b)) == b);
}

TEST_CASE("minimal edits: of many changes and a deleted line, each stays by itself", "[edits]") {
  std::string a = "gone\n";
  std::string b;
  for (int i = 0; i < 1200; ++i) {
    std::string title = "Phase: " + std::to_string(i) + "\n";
    a += title + "Følelse: glad\n";
    b += title + "Emotion: glad\n";
  }
  text::Text before(a);
  std::vector<lint::TextEdit> edits = lint::minimalEdits(before, b);
  CHECK(lint::applied(before, edits) == b);
  CHECK(edits.size() == 1201);
}

}  // namespace journey::test
