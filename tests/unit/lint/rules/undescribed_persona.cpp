#include <catch2/catch_test_macros.hpp>

#include "support/findings.hpp"

namespace journey::test {

namespace {

std::vector<std::string> undescribed(std::string_view text, lint::LibraryPtr library) {
  auto snapshot = snapshotOf(text, workspace::defaultProject(), std::move(library));
  std::vector<std::string> out;
  for (const lint::PlacedFinding& placed : snapshot->findings())
    if (placed.finding->rule->id == "undescribed-persona")
      out.push_back(
          snapshot->text.slice(snapshot->map.absolute(placed.block, placed.finding->span)));
  return out;
}

lint::LibraryPtr describing(std::string name) {
  lint::Library library;
  library.personas.emplace(name, lint::LibraryPersona{name, 0});
  return std::make_shared<const lint::Library>(std::move(library));
}

using Spans = std::vector<std::string>;

}  // namespace

TEST_CASE("undescribed-persona: libraries that only point at libraries") {
  constexpr std::string_view library = "Persona: Emma\nPersona: Ola\n  Need: Rest\n";
  CHECK(undescribed(library, describing("ola")) == Spans{"Persona: Emma"});
  CHECK(undescribed(library, describing("emma")).empty());
}

TEST_CASE("undescribed-persona: a map may know a name and no more") {
  CHECK(undescribed("Journey: J\nPersona: Emma\n", describing("ola")).empty());
  CHECK(undescribed("Persona: Emma\nPhase: P\n", describing("ola")).empty());
}

TEST_CASE("undescribed-persona: silent where other files are not known") {
  CHECK(undescribed("Persona: Emma\n", nullptr).empty());
}

}  // namespace journey::test
