#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "starts-late";

TEST_CASE("starts-late: it begins with the purchase") {
  expectFindings(R"(
    Phase: Purchase      ⟵ starts-late "“Purchase”"
      Touchpoint: Till
    Phase: Loyalty
  )",
                 rule);
}

TEST_CASE("starts-late: something before it, titles that no model knows, and one phase alone") {
  expectFindings(R"(
    Journey: A
    Phase: Awareness
      Touchpoint: T
    Phase: Purchase
    Journey: B
    Phase: Choose food
      Touchpoint: T
    Phase: Eat
    Journey: C
    Phase: Purchase
      Touchpoint: T
  )",
                 rule);
}

TEST_CASE("starts-late: a named model is told what it lacks by missing-phase") {
  expectFindings(R"(
    Journey: A
      Model: purchase
    Phase: Purchase
      Touchpoint: T
    Phase: Loyalty
  )",
                 rule);
}

TEST_CASE("starts-late: the phase before it, in the map's language") {
  expectFix(rule, "Insert “Fas: Medvetenhet” ★", R"(
    Kundresa: Lunch

    Fas: Köp
      Kontaktpunkt: Kassan
    Fas: Efterköp
  )",
            R"(
    Kundresa: Lunch

    Fas: Medvetenhet

    Fas: Köp
      Kontaktpunkt: Kassan
    Fas: Efterköp
  )");
}

}  // namespace journey::test
