#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "stray-line";

TEST_CASE("stray-line: no keyword, or no colon behind it") {
  expectFindings(R"(
    left over                        ⟵ stray-line "no keyword"
    Kundenreise: Essen
      Phase                          ⟵ stray-line "A colon is missing after “Phase”"
      SCHMERZPUNKT                   ⟵ stray-line "A colon is missing"
      [a]: b                         ⟵ stray-line "no keyword"
    # a comment

    | continues the journey
  )",
                 rule);
}

TEST_CASE("stray-line: a continuation with nothing to continue") {
  expectFindings("| nothing above            ⟵ stray-line\n", rule);
  CHECK(fixesOf(rule, "| nothing above\n") == Titles{"Make it a note", "Make it a comment"});
}

TEST_CASE("stray-line: note, continuation or comment") {
  constexpr std::string_view before = R"(
    Asiakaspolku: Lounas
      Tavoite: syödä
      nopeasti
  )";
  CHECK(fixesOf(rule, before) ==
        Titles{"Make it a note", "Add it to the entry above", "Make it a comment"});
  expectFix(rule, "Make it a note", before,
            "Asiakaspolku: Lounas\n  Tavoite: syödä\n  Muistiinpano: nopeasti\n");
  expectFix(rule, "Add it to the entry above", before,
            "Asiakaspolku: Lounas\n  Tavoite: syödä\n  | nopeasti\n");
  expectFix(rule, "Make it a comment", before,
            "Asiakaspolku: Lounas\n  Tavoite: syödä\n  # nopeasti\n");
}

TEST_CASE("stray-line: the colon, preferred only where nothing else can be meant") {
  expectFix(rule, "Add the colon ★", "Touchpoint: Queue\n  Pain point",
            "Touchpoint: Queue\n  Pain point:");
  expectFix(rule, "Add the colon", "Kundereise: Lunsj\n  Mål mat og drikke\n",
            "Kundereise: Lunsj\n  Mål: mat og drikke\n");
  expectFix(rule, "Add the colon", "Touchpoint: Queue\n  Pain point slow\n",
            "Touchpoint: Queue\n  Pain point: slow\n");
}

}  // namespace journey::test
