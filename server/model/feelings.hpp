// The feelings that words say: which forms of the lexicon stand there, and what negation, strength,
// causes, comparisons and wishes make of them (domain.md (f), rules 3, 5 and 6, and beyond).
#pragma once

#include <string_view>
#include <vector>

#include "locale/vocabulary.hpp"

namespace journey::model {

struct Feeling {
  int valence;  // −2 to +2
  int own;      // before modifiers
  bool negated;
  std::string_view emoji;  // empty if what stands beside it changed its strength
};

/// In the order of the text; none if nothing is known for sure.
std::vector<Feeling> readFeelings(std::string_view text, locale::Language language);

/// «Why do I have to fill this in?»
bool asksWhy(std::string_view text, locale::Language language);

}  // namespace journey::model
