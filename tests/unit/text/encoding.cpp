#include "text/encoding.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/random_edits.hpp"

using namespace journey::text;

TEST_CASE("columns count what the encoding counts", "[encoding]") {
  // a, é decomposed, 漢, 😖
  std::string_view line = "ae\xCC\x81\xE6\xBC\xA2\xF0\x9F\x98\x96z";
  CHECK(length(line, PositionEncoding::Utf8) == line.size());
  CHECK(length(line, PositionEncoding::Utf16) == 7);
  CHECK(length(line, PositionEncoding::Utf32) == 6);
  CHECK(byteOf(line, 4, PositionEncoding::Utf16) == 7);
  CHECK(byteOf(line, 6, PositionEncoding::Utf16) == 11);
}

TEST_CASE("a column inside a character is its start, one past the end is the end", "[encoding]") {
  std::string_view line = "\xF0\x9F\x98\x96z";
  CHECK(byteOf(line, 1, PositionEncoding::Utf16) == 0);
  CHECK(byteOf(line, 2, PositionEncoding::Utf8) == 0);
  CHECK(byteOf(line, 99, PositionEncoding::Utf8) == 5);
  CHECK(byteOf(line, 99, PositionEncoding::Utf16) == 5);
}

TEST_CASE("bytes that are not UTF-8 count one each", "[encoding]") {
  for (std::string_view bad :
       {"\xff", "\xc3", "\xe6\xbc", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80"}) {
    INFO(bad.size());
    CHECK(decode(bad).length == 1);
    CHECK(decode(bad).value == 0xFFFD);
    CHECK(length(bad, PositionEncoding::Utf16) == bad.size());
  }
}

TEST_CASE("positions and offsets are inverse", "[encoding]") {
  for (unsigned seed = 1; seed <= 10; ++seed) {
    journey::test::Random random(seed);
    Text text(random.text(300));
    for (auto encoding : {PositionEncoding::Utf8, PositionEncoding::Utf16, PositionEncoding::Utf32})
      for (std::uint32_t line = 0; line < text.lineCount(); ++line) {
        std::string_view bytes = text.line(line);
        for (std::uint32_t at = 0; at < bytes.size(); at += decode(bytes.substr(at)).length) {
          Position position = positionOf(text, text.lineStart(line) + at, encoding);
          REQUIRE(position.line == line);
          REQUIRE(offsetOf(text, position, encoding) == text.lineStart(line) + at);
        }
      }
  }
}

TEST_CASE("positions outside the text are clamped", "[encoding]") {
  Text text("ab\ncd");
  CHECK(offsetOf(text, {9, 0}, PositionEncoding::Utf16) == 5);
  CHECK(offsetOf(text, {0, 99}, PositionEncoding::Utf16) == 2);
  CHECK(positionOf(text, 99, PositionEncoding::Utf16) == Position{1, 2});
}
