#include "model/phase_names.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace journey;
using locale::Language;

namespace {

int phase(std::string_view title, Language language, std::string_view model = "purchase") {
  auto found = model::phaseInModel(title, *locale::phaseModel(model), language);
  return found ? static_cast<int>(*found) : -1;
}

}  // namespace

TEST_CASE("titles are read without numbering, emoji and punctuation", "[phases]") {
  CHECK(model::bareTitle("2. Vurdering:") == "vurdering");
  CHECK(model::bareTitle("# Bevissthet") == "bevissthet");
  CHECK(model::bareTitle("(3) 🛒 Kjøp!") == "kjøp");
}

TEST_CASE("exact names, synonyms, any case", "[phases]") {
  CHECK(phase("Bevissthet", Language::Nb) == 0);
  CHECK(phase("1. KJENNSKAP", Language::Nb) == 0);
  CHECK(phase("Påätös", Language::Fi) == -1);
  CHECK(phase("Päätös", Language::Fi) == 2);
  CHECK(phase("Pa\xCC\x88"
              "a\xCC\x88to\xCC\x88s",
              Language::Fi) == 2);
  CHECK(phase("Follow-up", Language::En) == 4);
}

TEST_CASE("compounds seen in the wild", "[phases]") {
  CHECK(phase("Medvetenhetssteget", Language::Sv) == 0);
  CHECK(phase("Bewustwordingsfase", Language::Nl) == 0);
  CHECK(phase("Bevidsthedsstadiet", Language::Da) == 0);
  CHECK(phase("Kaufphase", Language::De) == 3);
  CHECK(phase("Awareness stage", Language::En) == 0);
}

TEST_CASE("a name inside a title", "[phases]") {
  CHECK(phase("Kunden tar en beslutning", Language::Nb) == 2);
  CHECK(phase("Research and comparison", Language::En) == 1);
}

TEST_CASE("English names are read in every document, others are not", "[phases]") {
  CHECK(phase("Awareness", Language::Nb) == 0);
  CHECK(phase("Tietoisuus", Language::Nb) == -1);
}

TEST_CASE("what names no phase stays unknown", "[phases]") {
  CHECK(phase("Backstage", Language::En) == -1);
  CHECK(phase("", Language::En) == -1);
  CHECK(phase("Buyer's remorse", Language::En) == -1);
}
