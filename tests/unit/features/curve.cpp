#include "features/curve.hpp"

#include <catch2/catch_test_macros.hpp>

#include <regex>

#include "features/sparkline.hpp"
#include "lint/journeys.hpp"
#include "support/fixture.hpp"

using namespace journey;
using features::Curve;
using locale::Language;

TEST_CASE("the curve has a place for every touchpoint", "[features][curve]") {
  auto snapshot = test::snapshotOf(
      "Journey: J\nPhase: P\nTouchpoint: A\nEmotion: (+2)\nEmotion: (-1)\nTouchpoint: B\n"
      "Touchpoint: C\nEmotion: 😖\n");
  Curve curve = features::curveOf(snapshot->map, lint::touchpointsOf(snapshot->map.journeys[0]));
  CHECK(curve == Curve{0.5, std::nullopt, -2});
  CHECK(features::meanOf(curve) == -0.75);
  CHECK_FALSE(features::meanOf({std::nullopt}));
  CHECK_FALSE(features::meanOf({}));
}

TEST_CASE("values read as people write them", "[features][curve]") {
  CHECK(features::shownValence(0.5, Language::En) == "+0.5");
  CHECK(features::shownValence(0.5, Language::Nb) == "+0,5");
  CHECK(features::shownValence(-2, Language::De) == "−2");
  CHECK(features::shownValence(-1.25, Language::Fi) == "−1,3");
  CHECK(features::shownValence(0, Language::En) == "0");
  CHECK(features::shownValence(-0.04, Language::En) == "0");
  CHECK(features::shownValence(1.96, Language::En) == "+2");
}

TEST_CASE("the drawing marks its place and stays small", "[features][sparkline]") {
  Curve curve{1, -2, std::nullopt, 0, 2};
  std::string svg = features::sparkline(curve, 1);
  CHECK(svg.find("<circle cx='50' cy='62'") != svg.npos);         // the second place, at the bottom
  CHECK(svg.find("d='M10,23L50,62M130,36L170,10'") != svg.npos);  // not across the gap
  CHECK(svg.find("d='M50,62L130,36'") != svg.npos);               // but dashed there
  CHECK(features::sparkline(curve, std::nullopt).find("circle") == std::string::npos);

  Curve longest;
  for (int i = 0; i < 5000; ++i) longest.push_back((i * 7 % 41 - 20) / 10.0);
  for (std::size_t marked : {0U, 2500U, 4999U}) {
    std::string uri = features::dataUri(features::sparkline(longest, marked));
    CHECK(uri.size() < 2048);
    CHECK(features::sparklineText(longest, marked).size() < 150);
  }
}

TEST_CASE("a long curve keeps the place itself and the heights", "[features][sparkline]") {
  Curve curve(1000, 0.0);
  curve[400] = -2;
  curve[401] = 1;
  std::string marked = features::sparklineText(curve, 401);
  CHECK(marked.find("‹▆›") != marked.npos);
  CHECK(features::sparklineText(curve, 0).find("▁") != std::string::npos);
}

TEST_CASE("a curve in characters", "[features][sparkline]") {
  CHECK(features::sparklineText({-2, -1, std::nullopt, 0, 1, 2}, 1) == "▁‹▃›·▅▆█");
  CHECK(features::sparklineText({}, std::nullopt).empty());
}

TEST_CASE("a data URI holds nothing that Markdown reads", "[features][sparkline]") {
  std::string uri = features::dataUri("<a b='1,2' c=\"(x) [y] #1 %\"/>\n");
  CHECK(uri == "data:image/svg+xml,%3Ca%20b='1,2'%20c=%22%28x%29%20%5By%5D%20%231%20%25%22/%3E%0A");
  CHECK(std::regex_match(features::dataUri(features::sparkline({1, -1}, 0)),
                         std::regex("[A-Za-z0-9%:/+,.=;'~_-]+")));
}
