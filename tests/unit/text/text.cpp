#include "text/text.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/random_edits.hpp"

using journey::text::Span;
using journey::text::Text;

namespace {

/// Lines the plain way.
std::vector<std::string> linesOf(const std::string& s) {
  std::vector<std::string> lines(1);
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] == '\r' && i + 1 < s.size() && s[i + 1] == '\n') continue;
    if (s[i] == '\n' || s[i] == '\r')
      lines.emplace_back();
    else
      lines.back() += s[i];
  }
  return lines;
}

void checkSame(const Text& text, const std::string& plain) {
  REQUIRE(text.str() == plain);
  REQUIRE(text.size() == plain.size());
  auto lines = linesOf(plain);
  REQUIRE(text.lineCount() == lines.size());
  for (std::uint32_t l = 0; l < lines.size(); ++l) {
    REQUIRE(text.line(l) == lines[l]);
    REQUIRE(text.lineOf(text.lineStart(l)) == l);
  }
}

}  // namespace

TEST_CASE("lines end at \\n, \\r\\n and a lone \\r", "[text]") {
  checkSame(Text(""), "");
  checkSame(Text("a"), "a");
  checkSame(Text("a\nb\r\nc\rd\n"), "a\nb\r\nc\rd\n");
  checkSame(Text("\r\r\n\n"), "\r\r\n\n");
}

TEST_CASE("an edited text is the text that a plain string would be", "[text]") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    journey::test::Random random(seed);
    // Long enough for many chunks.
    std::string plain = random.text(4000);
    Text text(plain);
    for (int i = 0; i < 60; ++i) {
      Span span = random.span(text.size());
      std::string with = random.text(random.below(8) == 0 ? random.below(600) : random.below(3));
      plain.replace(span.start, span.size(), with);
      text = text.replaced(span, with);
      REQUIRE(text.str() == plain);
    }
    checkSame(text, plain);
  }
}

TEST_CASE("a \\n typed behind a \\r at the end of a chunk joins it", "[text]") {
  std::string plain;
  while (plain.size() < 9000) plain += "Phase: Choose\r";
  Text text(plain);
  REQUIRE(text.chunkCount() > 1);
  for (std::uint32_t line = text.lineCount() - 1; line > 0; --line) {
    Text edited = text.replaced({text.lineStart(line), text.lineStart(line)}, "\n");
    CHECK(edited.lineCount() == text.lineCount());
  }
}

TEST_CASE("an edit shares the chunks it does not touch", "[text]") {
  std::string plain;
  while (plain.size() < 100'000) plain += "Touchpoint: Looks up the menu\n";
  Text text(plain);
  Text edited = text.replaced({50'000, 50'000}, "x");
  CHECK(text.from(0).data() == edited.from(0).data());
  CHECK(text.from(99'000).data() == edited.from(99'001).data());
  CHECK(journey::text::sameBytes(text, Text(plain)));
  CHECK_FALSE(journey::text::sameBytes(text, edited));
}

TEST_CASE("spans outside the text are clamped", "[text]") {
  Text text("abc");
  CHECK(text.replaced({2, 99}, "X").str() == "abX");
  CHECK(text.replaced({50, 99}, "X").str() == "abcX");
  CHECK(text.slice({1, 99}) == "bc");
  CHECK(text.line(7).empty());
  CHECK(text.lineStart(7) == 3);
  CHECK(text.from(3).empty());
}
