// Measured widths, and where text breaks into lines.

#include "text/width.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <numeric>

#include "text/unicode.hpp"

using namespace journey;
using Catch::Matchers::WithinAbs;
using text::Weight;

namespace {

std::vector<std::string> lines(std::string_view bytes, float maxWidth, float size = 13) {
  std::vector<std::string> out;
  for (const auto& line : text::wrap(bytes, maxWidth, size, Weight::Regular)) {
    CHECK(line.width <= maxWidth + 0.01F);
    CHECK_THAT(line.width, WithinAbs(text::width(line.text, size, Weight::Regular), 0.01));
    out.push_back(line.text);
  }
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("letters are as wide as in Arial") {
  CHECK_THAT(text::width("Hello", 1000, Weight::Regular), WithinAbs(2278, 1));
  CHECK_THAT(text::width("Hello", 1000, Weight::Bold), WithinAbs(2445, 1));
}

TEST_CASE("a mark adds no width, composed or not") {
  CHECK(text::width("å", 13, Weight::Regular) == text::width("a", 13, Weight::Regular));
  CHECK(text::width("a\u030A", 13, Weight::Regular) == text::width("a", 13, Weight::Regular));
  CHECK(text::width("Ǖ", 13, Weight::Bold) == text::width("U", 13, Weight::Bold));
}

TEST_CASE("East Asian characters take an em, an emoji sequence counts once") {
  CHECK(text::width("食堂", 20, Weight::Regular) == 40);
  CHECK(text::width("👩‍👩‍👧‍👦", 20, Weight::Regular) ==
        text::width("😀", 20, Weight::Regular));
  CHECK(text::width("👨🏽‍🚀", 20, Weight::Regular) ==
        text::width("😀", 20, Weight::Regular));
  CHECK(text::width("🇫🇮", 20, Weight::Regular) == text::width("😀", 20, Weight::Regular));
}

TEST_CASE("text breaks at spaces") {
  CHECK(lines("Opens the app in the first break", 100) ==
        Lines{"Opens the app in", "the first break"});
  CHECK(lines("  Opens   it  ", 100) == Lines{"Opens   it"});
  CHECK(lines("", 100).empty());
  CHECK(lines("   ", 100).empty());
}

TEST_CASE("line feeds are kept") {
  CHECK(lines("a\nb", 100) == Lines{"a", "b"});
  CHECK(lines("a\n\nb\n", 100) == Lines{"a", "", "b"});
}

TEST_CASE("a word breaks after its own hyphen first") {
  CHECK(lines("Kahvi-automaatti", 70) == Lines{"Kahvi-", "automaatti"});
  CHECK(lines("-2 och -1", 30) == Lines{"-2", "och", "-1"});
}

TEST_CASE("a long compound gets a hyphen at a syllable") {
  auto broken = lines("Järjestelmällistyttämättömyydelläänsäkäänköhän", 120);
  REQUIRE(broken.size() > 2);
  std::string joined;
  for (std::size_t i = 0; i < broken.size(); ++i) {
    if (i + 1 < broken.size()) {
      REQUIRE(broken[i].back() == '-');
      broken[i].pop_back();
    }
    joined += broken[i];
  }
  CHECK(joined == "Järjestelmällistyttämättömyydelläänsäkäänköhän");
  CHECK(broken[0] == "Järjestelmällistyttä");
}

TEST_CASE("no word is broken inside when it fits a line of its own") {
  CHECK(lines("en kaffemaskin", 80) == Lines{"en", "kaffemaskin"});
}

TEST_CASE("East Asian text breaks between characters, but not before its full stop") {
  auto broken = lines("学校の食堂で昼ごはん。", 65);
  CHECK(broken == Lines{"学校の食堂", "で昼ごは", "ん。"});
}

TEST_CASE("graphemes are never split") {
  std::string family = "👩‍👩‍👧‍👦";
  std::string many;
  for (int i = 0; i < 10; ++i) many += family + "🇳🇴" + "e\u0301\u0302";
  for (float width : {1.0F, 20.0F, 50.0F, 90.0F}) {
    std::string joined;
    for (const auto& line : text::wrap(many, width, 13, Weight::Regular)) joined += line.text;
    auto whole = text::graphemes(many);
    std::size_t at = 0;
    std::size_t found = 0;
    for (auto g : whole) {
      std::size_t next = joined.find(g, at);
      REQUIRE(next != std::string::npos);
      at = next + g.size();
      ++found;
    }
    CHECK(found == whole.size());
  }
}

TEST_CASE("each paragraph has its own direction") {
  auto mixed = text::wrap("שלום עולם\nhello\n12 مرحبا", 200, 13, Weight::Regular);
  REQUIRE(mixed.size() == 3);
  CHECK(mixed[0].rightToLeft);
  CHECK_FALSE(mixed[1].rightToLeft);
  CHECK(mixed[2].rightToLeft);
}

TEST_CASE("bytes that are no text become replacement characters") {
  CHECK(lines("a\xFF"
              "b\x01"
              "c",
              200) == Lines{"a\uFFFD"
                            "b\uFFFD"
                            "c"});
}

TEST_CASE("soft hyphens show only where a line ends") {
  CHECK(lines("kaffe\u00ADmaskin", 200) == Lines{"kaffemaskin"});
  CHECK(lines("kaffe\u00ADmaskin", 60) == Lines{"kaffe-", "maskin"});
}
