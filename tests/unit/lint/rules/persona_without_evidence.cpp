#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "persona-without-evidence";

TEST_CASE("persona-without-evidence: in a map that has sources") {
  expectFindings(R"(
    Journey: J
      Evidence: Sales figures
    Persona: Emma      ⟵ persona-without-evidence "“Emma”"
      Need: Peace
    Persona: Tom
      Need: Tea
      Evidence: Interviews
    Phase: P
      Touchpoint: T
  )",
                 rule);
}

TEST_CASE("persona-without-evidence: where nothing has a source, one warning is enough") {
  expectFindings(R"(
    Journey: J
    Persona: Emma
      Need: Peace
    Phase: P
      Touchpoint: T
  )",
                 rule);
}

TEST_CASE("persona-without-evidence: a name alone has its source in the library") {
  expectFindings(R"(
    Journey: J
      Evidence: Sales figures
    Persona: Emma
    Phase: P
      Touchpoint: T
  )",
                 rule);
}

}  // namespace journey::test
