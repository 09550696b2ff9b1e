#include "text/unicode.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace journey::text;

TEST_CASE("folding compares words as people write them", "[unicode]") {
  CHECK(fold("KONTAKTPUNKT") == "kontaktpunkt");
  CHECK(fold("M\xC3\x96JLIGHET") == fold("mo\xCC\x88jlighet"));
  CHECK(fold("Maßnahme") == fold("MASSNAHME"));
  CHECK(fold("Pĳnpunt") == "pijnpunt");
  CHECK(fold("Persona’s") == "persona's");
  CHECK(fold("  Customer \t journey\xC2\xA0map ") == "customer journey map");
  CHECK(fold("mål") != fold("mal"));
  CHECK(fold("a\xff") == "a\xEF\xBF\xBD");
}

TEST_CASE("trimming takes every white space of the grammar", "[unicode]") {
  CHECK(trimmed(" \t\xC2\xA0x y\xE3\x80\x80 ") == "x y");
  CHECK(trimmed("   ").empty());
  CHECK(trimmed("é") == "é");
}

TEST_CASE("graphemes stay whole", "[unicode]") {
  auto g = graphemes("e\xCC\x81👩‍👩‍👧x👍🏽");
  REQUIRE(g.size() == 4);
  CHECK(g[1] == "👩‍👩‍👧");
  CHECK(g[3] == "👍🏽");
}

TEST_CASE("edit distance counts characters, up to its limit", "[unicode]") {
  CHECK(editDistance("følelse", "følelse", 2) == 0);
  CHECK(editDistance("folelse", "følelse", 2) == 1);
  CHECK(editDistance("kitten", "sitting", 2) == 3);
  CHECK(editDistance("a", "abcdef", 2) == 3);
}

TEST_CASE("invalid bytes become replacement characters", "[unicode]") {
  CHECK(validUtf8("a\xffz\xc3") == "a\xEF\xBF\xBDz\xEF\xBF\xBD");
  CHECK(validUtf8("漢") == "漢");
}
