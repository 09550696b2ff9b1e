#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "persona-without-goal";

TEST_CASE("persona-without-goal: nobody knows what she wants") {
  expectFindings(R"(
    Persona: Emma      ⟵ persona-without-goal "“Emma”"
      Demographics: Pupil, 14
    Persona: Tom
      Need: Peace
    Persona: Ada
      Goal: To be heard
  )",
                 rule);
}

TEST_CASE("persona-without-goal: a name alone asks too, unless a library describes it") {
  auto library = std::make_shared<lint::Library>();
  library->personas["emma"] = {"Emma", 0};
  auto count = [&](lint::LibraryPtr known) {
    auto snapshot = snapshotOf("Journey: J\nPersona: Emma\n", nullptr, std::move(known));
    return findingsOf(*snapshot, rule).size();
  };
  CHECK(count(nullptr) == 1);
  CHECK(count(std::make_shared<const lint::Library>()) == 1);
  CHECK(count(library) == 0);
}

TEST_CASE("persona-without-goal: a persona that is not named yet is told of for that") {
  expectFindings(R"(
    Persona: …
      Demographics: Pupil
    Persona:
  )",
                 rule);
}

TEST_CASE("persona-without-goal: a need or a goal") {
  expectFix(rule, "Insert “Goal”", R"(
    Persona: Emma
      Demographics: Pupil
  )",
            R"(
    Persona: Emma
      Demographics: Pupil
      Goal: …
  )");
}

TEST_CASE("persona-without-goal: a name alone may mean another journey's persona") {
  expectFindings(R"(
    Journey: Today
    Persona: Emma
      Need: Peace
    Journey: Tomorrow
    Persona: Emma
    Persona: Tom      ⟵ persona-without-goal
  )",
                 rule);
}

}  // namespace journey::test
