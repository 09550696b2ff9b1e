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

TEST_CASE("titles are read without numbering, emoji and punctuation", "[model][phases]") {
  CHECK(model::bareTitle("2. Vurdering:") == "vurdering");
  CHECK(model::bareTitle("# Bevissthet") == "bevissthet");
  CHECK(model::bareTitle("(3) 🛒 Kjøp!") == "kjøp");
}

TEST_CASE("exact names, synonyms, any case", "[model][phases]") {
  CHECK(phase("Bevissthet", Language::Nb) == 0);
  CHECK(phase("1. KJENNSKAP", Language::Nb) == 0);
  CHECK(phase("Påätös", Language::Fi) == -1);
  CHECK(phase("Päätös", Language::Fi) == 2);
  CHECK(phase("Pa\xCC\x88"
              "a\xCC\x88to\xCC\x88s",
              Language::Fi) == 2);
  CHECK(phase("Follow-up", Language::En) == 4);
}

TEST_CASE("compounds seen in the wild", "[model][phases]") {
  CHECK(phase("Medvetenhetssteget", Language::Sv) == 0);
  CHECK(phase("Bewustwordingsfase", Language::Nl) == 0);
  CHECK(phase("Bevidsthedsstadiet", Language::Da) == 0);
  CHECK(phase("Kaufphase", Language::De) == 3);
  CHECK(phase("Awareness stage", Language::En) == 0);
}

TEST_CASE("a name inside a title", "[model][phases]") {
  CHECK(phase("Kunden tar en beslutning", Language::Nb) == 2);
  CHECK(phase("Research and comparison", Language::En) == 1);
}

TEST_CASE("English names are read in every document, others are not", "[model][phases]") {
  CHECK(phase("Awareness", Language::Nb) == 0);
  CHECK(phase("Tietoisuus", Language::Nb) == -1);
}

TEST_CASE("English titles are read where the document's language says nothing", "[model][phases]") {
  CHECK(phase("Comparing prices", Language::Sv) == 1);
  CHECK(phase("Getting started", Language::Nl, "lifecycle") == 3);
}

TEST_CASE("what stands in parentheses explains", "[model][phases]") {
  CHECK(phase("Phase 1: Awareness (Google-Suche)", Language::De) == 0);
  CHECK(phase("Kauf (nach dem Vergleich)", Language::De) == 3);
  CHECK(phase("Station 4 (Kauf)", Language::De) == 3);
  CHECK(phase("(Kauf)", Language::De) == 3);
}

TEST_CASE("titles say what happens in the phase", "[model][phases]") {
  CHECK(phase("The customer becomes aware of us", Language::En) == 0);
  CHECK(phase("I decide", Language::En) == 2);
  CHECK(phase("Jag köper", Language::Sv) == 3);
  CHECK(phase("Genomför köpet", Language::Sv) == 3);
  CHECK(phase("Ik hak de knoop door", Language::Nl) == 2);
  CHECK(phase("Bedarf erkennen", Language::De) == 0);
  CHECK(phase("Teen päätöksen", Language::Fi) == 2);
  CHECK(phase("Leser omtaler på nett", Language::Nb) == 1);
  CHECK(phase("Køber igen", Language::Da) == 4);
  CHECK(phase("Bestiller på nytt", Language::Nb) == 4);
  CHECK(phase("Bestiller på nett", Language::Nb) == 3);
  // In its own model only.
  CHECK(phase("Registering", Language::En) == -1);
  CHECK(phase("Registering", Language::En, "service5") == 1);
}

TEST_CASE("numbering of all kinds", "[model][phases]") {
  for (auto title :
       {"Phase III – Kauf", "3) Kauf", "c. Kauf", "Schritt 2: Kauf", "🛒 Kauf!", "KAUF"})
    CHECK(phase(title, Language::De) == 3);
  CHECK(phase("Vaihe 1 – Ennen palvelua", Language::Fi, "service3") == 0);
  CHECK(phase("Phase 3", Language::En) == -1);
}

TEST_CASE("a compound has the name as its second half", "[model][phases]") {
  CHECK(phase("Prisjämförelse", Language::Sv) == 1);
  CHECK(phase("Vertragsverlängerung", Language::De, "lifecycle") == 5);
  CHECK(phase("Klantbehoud", Language::Nl, "lifecycle") == 5);
  CHECK(phase("Kaufhaus", Language::De) == -1);
  CHECK(phase("Købmand", Language::Da) == -1);
  CHECK(phase("Valgkamp", Language::Nb) == -1);
  CHECK(phase("Eftermiddag", Language::Sv, "service3") == -1);
}

TEST_CASE("of two phases the first, unless they lie far apart", "[model][phases]") {
  CHECK(phase("Purchase & delivery", Language::En) == 3);
  CHECK(phase("Beslutning og kjøp", Language::Nb) == 2);
  CHECK(phase("From awareness to purchase", Language::En) == -1);
  CHECK(phase("Bewusstsein und Kauf", Language::De) == -1);
  // What is decided about is no second phase, before the verb or behind it.
  CHECK(phase("Kunden vurderer et kjøp", Language::Nb) == 1);
  CHECK(phase("Kauf abwägen", Language::De) == 1);
}

TEST_CASE("before and after a phase is another one", "[model][phases]") {
  CHECK(phase("Efter köpet", Language::Sv) == 4);
  CHECK(phase("Efter köpet", Language::Sv, "lifecycle") == -1);
  CHECK(phase("Before the purchase", Language::En) == -1);
  CHECK(phase("Før kjøpet", Language::Nb, "service3") == 0);
  CHECK(phase("Matkan jälkeen", Language::Fi, "service3") == 2);
}

TEST_CASE("an English noun beside another is part of it", "[model][phases]") {
  CHECK(phase("Decision tree", Language::En) == -1);
  CHECK(phase("Interest rates", Language::En, "aida") == -1);
  CHECK(phase("Used cars", Language::En, "lifecycle") == -1);
  CHECK(phase("Sick leave", Language::En, "service5") == -1);
  CHECK(phase("Choosing a snack", Language::En, "school-task") == 0);
  CHECK(phase("Meeting notes on the decision", Language::En) == -1);
}

TEST_CASE("a place knows whether it was named", "[model][phases]") {
  const locale::PhaseModel& purchase = *locale::phaseModel("purchase");
  auto place = [&](std::string_view title) {
    return model::phaseInModels(title, {&purchase, 1}, Language::En).front();
  };
  CHECK(place("2. Evaluation stage") == model::PhasePlace{1, true});
  CHECK(place("Weighing alternatives") == model::PhasePlace{1, false});
  CHECK(place("Weather") == model::PhasePlace{});
}

TEST_CASE("what names no phase stays unknown", "[model][phases]") {
  CHECK(phase("Backstage", Language::En) == -1);
  CHECK(phase("", Language::En) == -1);
  CHECK(phase("Buyer's remorse", Language::En) == -1);
}
