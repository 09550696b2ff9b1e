#include "model/feelings.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace journey;
using locale::Language;

TEST_CASE("feelings come in the order of the text", "[model][feelings]") {
  auto read = model::readFeelings("happy, very tired and not convinced", Language::En);
  REQUIRE(read.size() == 3);
  CHECK(read[0].valence > 0);
  CHECK(read[1].valence == -2);
  CHECK(read[1].own == -1);
  CHECK(read[2].valence == -1);
}

TEST_CASE("an emoji goes with a feeling as it is, not with a stronger or a denied one",
          "[model][feelings]") {
  CHECK_FALSE(model::readFeelings("tired", Language::En).at(0).emoji.empty());
  CHECK(model::readFeelings("very tired", Language::En).at(0).emoji.empty());
  CHECK(model::readFeelings("nicht müde", Language::De).at(0).emoji.empty());
}

TEST_CASE("what is only denied yields to what is felt", "[model][feelings]") {
  auto read = model::readFeelings("not angry, just disappointed", Language::En);
  REQUIRE(read.size() == 1);
  CHECK(read[0].valence == -2);
  CHECK(model::readFeelings("not angry", Language::En).at(0).negated);
}

TEST_CASE("nothing is read where nothing is known", "[model][feelings]") {
  CHECK(model::readFeelings("", Language::Fi).empty());
  CHECK(model::readFeelings("Kaivokatu 12", Language::Fi).empty());
}

TEST_CASE("who asks why", "[model][feelings]") {
  CHECK(model::asksWhy("Why do I have to fill this in?", Language::En));
  CHECK(model::asksWhy("„Warum ruft niemand zurück?“", Language::De));
  CHECK_FALSE(model::asksWhy("Why not?", Language::En));
  CHECK_FALSE(model::asksWhy("Why I like it so much", Language::En));
  CHECK_FALSE(model::asksWhy("Who is that in there?", Language::En));
}
