#include "text/fuzzy.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>

#include "text/unicode.hpp"

using journey::text::FuzzyQuery;

namespace {

bool fits(std::string_view query, std::string_view name) {
  return FuzzyQuery(query).score(journey::text::fold(name)).has_value();
}

/// The names that fit, the best first.
std::vector<std::string> ranked(std::string_view query, std::vector<std::string> names) {
  std::erase_if(names, [&](const std::string& name) { return !fits(query, name); });
  std::ranges::stable_sort(names, std::ranges::greater{}, [&](const std::string& name) {
    return *FuzzyQuery(query).score(journey::text::fold(name));
  });
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("letters in their order, in any case", "[text][fuzzy]") {
  CHECK(fits("", ""));
  CHECK(fits("", "x"));
  CHECK(fits("lunch", "Buying LUNCH at school"));
  CHECK(fits("bls", "Buying lunch at school"));
  CHECK(fits("lunch school", "Buying lunch at school"));
  CHECK(fits("  ", "x"));
  CHECK_FALSE(fits("hcnul", "Buying lunch at school"));
  CHECK_FALSE(fits("lunchh", "Buying lunch"));
  CHECK_FALSE(fits("x", ""));
}

TEST_CASE("marks may be left out of the query, not out of the name", "[text][fuzzy]") {
  CHECK(fits("mal", "Mål"));
  CHECK(fits("maal", "Mål"));
  CHECK_FALSE(fits("mål", "Mal"));
  CHECK(fits("kjope", "Kjøpe"));
  CHECK(fits("laere", "Lære"));
  CHECK(fits("lære", "Lære"));
  CHECK(fits("kjøpe laere", "Kjøpe lære"));
  CHECK(fits("rueck", "Rückgabe"));
  CHECK(fits("ruckg", "Rückgabe"));
  CHECK(fits("strasse", "Straße"));
  CHECK(fits("straße", "STRASSE"));
  CHECK(fits("äiti", "A\xCC\x88iti"));
  CHECK(fits("学校", "学校の食堂"));
  CHECK(fits("😖", "a 😖"));
  CHECK(fits("a", "\xFF\xC3 a"));
  CHECK(ranked("mal", {"Mål", "Mal"}) == Names{"Mal", "Mål"});
}

TEST_CASE("starts of words, neighbours and short names come first", "[text][fuzzy]") {
  CHECK(ranked("pay", {"Has a party", "Repay", "Pays at the till", "Pay", "Will pay"}) ==
        Names{"Pay", "Pays at the till", "Will pay", "Repay", "Has a party"});
  CHECK(ranked("wq", {"Swaps quietly, we quarrel now", "Waits in the queue", "Newquay"}).front() ==
        "Waits in the queue");
  CHECK(ranked("menu", {"Moment of nuance", "The menu"}) == Names{"The menu", "Moment of nuance"});
}
