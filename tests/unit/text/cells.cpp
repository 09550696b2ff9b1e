// Columns of a terminal, and text that it does not obey.
#include "text/cells.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace journey;

TEST_CASE("cells: wide characters take two, marks none", "[cells]") {
  CHECK(text::cells("") == 0);
  CHECK(text::cells("Følelse: ß") == 10);
  CHECK(text::cells("お茶") == 4);
  CHECK(text::cells("한") == 2);
  CHECK(text::cells("😀") == 2);
  CHECK(text::cells("a\u0308b") == 2);       // a mark on the letter before
  CHECK(text::cells("👩‍💻") == 2);    // a joined emoji is one
  CHECK(text::cells("👍🏽") == 2);       // with a skin tone
  CHECK(text::cells("🇳🇴") == 2);             // a flag of two letters
  CHECK(text::cells("❤\uFE0F") == 2);        // made an emoji by its selector
  CHECK(text::cells("1\uFE0F\u20E3") == 2);  // a keycap
}

TEST_CASE("harmless: nothing that a terminal obeys is left", "[cells]") {
  CHECK(text::harmless("Kjøp 😀 お茶") == "Kjøp 😀 お茶");
  CHECK(text::harmless("\x1b[31mred\x07") == "\uFFFD[31mred\uFFFD");
  CHECK(text::harmless("a\tb\r\nc") == "a\uFFFDb\uFFFD\uFFFDc");
  CHECK(text::harmless("a\u202Eb\u2066c\u2028d") == "a\uFFFDb\uFFFDc\uFFFDd");
  CHECK(text::harmless("\u009B31m") == "\uFFFD31m");  // the one-character form of ESC [
  CHECK(text::harmless("a\xFF\xC3z") == "a\uFFFD\uFFFDz");
}
