#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "invalid-date";

TEST_CASE("invalid-date: not ISO 8601, impossible, or to come") {
  expectFindings(R"(
    Journey: Lunch
      Reviewed: ⟦last week⟧          ⟵ invalid-date "not a date like 2026-10-01"
      Reviewed: ⟦1.10.2026⟧          ⟵ invalid-date "not a date like"
      Reviewed: ⟦2026-1-1⟧           ⟵ invalid-date "not a date like"
      Reviewed: ⟦2026-02-30⟧         ⟵ invalid-date "The calendar has no 2026-02-30"
      Reviewed: ⟦2026-11-23⟧         ⟵ invalid-date "2026-11-23 is still to come"
  )",
                 rule);
}

TEST_CASE("invalid-date: today and days gone by") {
  expectFindings(R"(
    Kundereise: Lunsj
      Gjennomgått: 2026-11-22
      Gjennomgått: 2024-02-29
      Gjennomgått:
  )",
                 rule);
}

TEST_CASE("invalid-date: another form becomes ISO 8601") {
  expectFix(rule, "Change to “2026-10-01” ★", "Asiakaspolku: Lounas\n  Tarkistettu: 1.10.2026",
            "Asiakaspolku: Lounas\n  Tarkistettu: 2026-10-01");
  expectFix(rule, "Change to “2026-10-01” ★", "Journey: Lunch\n  Reviewed: 20261001\n",
            "Journey: Lunch\n  Reviewed: 2026-10-01\n");
}

TEST_CASE("invalid-date: where two days are meant nobody chooses for the author") {
  CHECK(fixesOf(rule, "Journey: Lunch\n  Reviewed: 03/04/2026\n") ==
        Titles{"Change to “2026-04-03”", "Change to “2026-03-04”", "Set today's date, 2026-11-22"});
  CHECK(fixesOf(rule, "Journey: Lunch\n  Reviewed: 11/12/2026\n") ==
        Titles{"Change to “2026-11-12” ★", "Set today's date, 2026-11-22"});
}

TEST_CASE("invalid-date: today is always on offer") {
  expectFix(rule, "Set today's date, 2026-11-22", "Klantreis: Lunch\n  Herzien: volgend jaar\n",
            "Klantreis: Lunch\n  Herzien: 2026-11-22\n");
}

TEST_CASE("invalid-date: a month by its name is one day for everybody") {
  expectFix(rule, "Change to “2026-03-12” ★", "Kundereise: L\n  Gjennomgått: 12. mars 2026\n",
            "Kundereise: L\n  Gjennomgått: 2026-03-12\n");
  expectFix(rule, "Change to “2026-03-12” ★", "Journey: L\n  Reviewed: March 12th, 2026\n",
            "Journey: L\n  Reviewed: 2026-03-12\n");
}

}  // namespace journey::test
