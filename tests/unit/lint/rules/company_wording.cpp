#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "company-wording";

TEST_CASE("company-wording: told from inside") {
  expectFindings(R"(
    Phase: Pay
      Touchpoint: ⟦We send the receipt⟧      ⟵ company-wording "We send"
      Touchpoint: ⟦The system sends a mail⟧      ⟵ company-wording
      Touchpoint: ⟦Our staff calls back⟧      ⟵ company-wording
  )",
                 rule);
}

TEST_CASE("company-wording: a word that only begins so, and the customer's own view") {
  expectFindings(R"(
    Phase: Week one
      Touchpoint: Weighs the apples
      Touchpoint: Ours or theirs
      Touchpoint: Gets the receipt
      Touchpoint: Asks whether we deliver
  )",
                 rule);
}

TEST_CASE("company-wording: in the map's own language only") {
  expectFindings(R"(
    Kundereise: Lunsj
    Fase: Betale
      Kontaktpunkt: ⟦Systemet sender kvittering⟧      ⟵ company-wording
      Kontaktpunkt: Viser kortet
      Kontaktpunkt: We send it
  )",
                 rule);
}

TEST_CASE("company-wording: customers say «we» too") {
  expectFindings(R"(
    Phase: Move
      Touchpoint: We move in together
      Touchpoint: Our baby arrives
      Touchpoint: The company calls back
      Touchpoint: ⟦We confirm the order⟧      ⟵ company-wording
  )",
                 rule);
}

}  // namespace journey::test
