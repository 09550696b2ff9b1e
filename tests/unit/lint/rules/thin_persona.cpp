#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "thin-persona";

TEST_CASE("thin-persona: what she lacks is named in the map's language") {
  expectFindings(R"(
    Asiakaspolku: Lounas
    Persoona: Emma      ⟵ thin-persona "Mieltymys, Demografia"
      Tarve: Kasvisruokaa
  )",
                 rule);
}

TEST_CASE("thin-persona: a full persona, a name alone, and one without any aim") {
  expectFindings(R"(
    Persona: Emma
      Need: Peace
      Preference: Tea
      Demographics: 14
    Persona: Tom
  )",
                 rule);
}

TEST_CASE("thin-persona: without a goal another rule asks for needs") {
  expectFindings(R"(
    Persona: Emma      ⟵ thin-persona "Missing: Preference."
      Demographics: 14
  )",
                 rule);
}

}  // namespace journey::test
