#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "stale-review";

TEST_CASE("stale-review: half a year ago and more") {
  expectFindings(R"(
    Journey: Lunch
      Reviewed: ⟦2020-01-31⟧      ⟵ stale-review "2020-01-31, more than 180 days"
  )",
                 rule);
}

TEST_CASE("stale-review: a date that is none, or still to come, is told of by another rule") {
  expectFindings(R"(
    Journey: Lunch
      Reviewed: last spring
    Journey: Dinner
      Reviewed: 2999-01-01
    Journey: Tea
      Reviewed: 2020-02-31
  )",
                 rule);
}

TEST_CASE("stale-review: the limit is the project's, and its last day is fine") {
  text::Text text("Journey: J\n  Reviewed: 2026-01-01\n");
  model::Map map = model::readMap(text, syntax::parse(text));
  auto settings = std::make_shared<lint::Settings>();
  settings->reviewDays = 30;
  auto count = [&](std::chrono::year_month_day on) {
    lint::Context context{on, settings};
    std::size_t n = 0;
    for (const auto& placed : lint::findings(map, lint::check(map, context), context))
      n += placed.finding->rule->id == rule;
    return n;
  };
  using namespace std::chrono;
  CHECK(count(2026y / 1 / 31) == 0);
  CHECK(count(2026y / 2 / 1) == 1);
}

TEST_CASE("stale-review: of several the latest counts") {
  expectFindings(R"(
    Journey: Lunch
      Reviewed: 2019-01-01
      Reviewed: ⟦2020-01-01⟧      ⟵ stale-review "2020-01-01"
  )",
                 rule);
}

}  // namespace journey::test
