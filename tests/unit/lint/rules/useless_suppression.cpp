#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

// What silences what is tested in ../lint.cpp.
static constexpr std::string_view rule = "useless-suppression";

TEST_CASE("useless-suppression: the nearest rule is offered for one that does not exist") {
  constexpr std::string_view before = "# journey-ignore-file: emty-entry\nPersona: Emma\n  Need:\n";
  CHECK(fixesOf(rule, before) == Titles{"Change to “empty-entry” ★", "Delete the line"});
  expectFix(rule, "Change to “empty-entry” ★", before,
            "# journey-ignore-file: empty-entry\nPersona: Emma\n  Need:\n");
}

TEST_CASE("useless-suppression: the comment goes when it names nothing else") {
  expectFix(rule, "Delete the line ★", "Vaihe: Maksu\n# journey-ignore: no-persona",
            "Vaihe: Maksu");
}

TEST_CASE("useless-suppression: of several names only this one goes") {
  expectFix(rule, "Delete “no-persona” ★", R"(
    Fase: Betale
      # journey-ignore: no-persona, touchpoint-without-emotion
      Kontaktpunkt: Kø
  )",
            R"(
    Fase: Betale
      # journey-ignore: touchpoint-without-emotion
      Kontaktpunkt: Kø
  )");
  expectFix(rule, "Delete “stray-line” ★", R"(
    Fase: Betale
      # journey-ignore: touchpoint-without-emotion ,stray-line
      Kontaktpunkt: Kø
  )",
            R"(
    Fase: Betale
      # journey-ignore: touchpoint-without-emotion
      Kontaktpunkt: Kø
  )");
}

}  // namespace journey::test
