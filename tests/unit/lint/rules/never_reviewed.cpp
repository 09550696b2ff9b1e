#include <catch2/catch_test_macros.hpp>

#include "model/values.hpp"
#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "never-reviewed";

TEST_CASE("never-reviewed: nothing says when it was checked") {
  expectFindings(R"(
    Kunderejse: Frokost      ⟵ never-reviewed
    Fase: Betale
      Kontaktpunkt: Kassen
  )",
                 rule);
}

TEST_CASE("never-reviewed: a date, even a wrong one, and a map just begun") {
  expectFindings(R"(
    Journey: J
      Reviewed: in spring
    Phase: P
      Touchpoint: T
    Journey: Begun
  )",
                 rule);
}

TEST_CASE("never-reviewed: the fix is today's date") {
  auto snapshot = snapshotOf("Journey: J\nPhase: P\n  Touchpoint: T\n");
  CHECK(fixesOf(rule, "Journey: J\nPhase: P\n  Touchpoint: T\n").front() ==
        "Insert “Reviewed: " + model::isoDate(snapshot->context.today) + "” ★");
}

}  // namespace journey::test
