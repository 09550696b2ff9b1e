#include "features/linked_editing.hpp"

#include <catch2/catch_test_macros.hpp>

#include <regex>

#include "support/fixture.hpp"

using namespace journey;

namespace {

/// The text with what is linked in braces, or nothing.
std::string linked(std::string_view marked) {
  test::Fixture f = test::fixture(marked);
  auto snapshot = test::snapshotOf(f.text);
  features::LinkedEditing found = features::linkedEditing(*snapshot, f.mark());
  if (found.spans.empty()) return {};
  std::string out = f.text;
  for (auto span = found.spans.rbegin(); span != found.spans.rend(); ++span) {
    std::string text = snapshot->text.slice(*span);
    CHECK(std::regex_match(text, std::regex(std::string(found.pattern))));
    out.replace(span->start, span->size(), "{" + text + "}");
  }
  return out;
}

}  // namespace

TEST_CASE("a touchpoint's title and what leads to it", "[features][linked_editing]") {
  CHECK(linked("Journey: J\nTouchpoint: In the $0queue\nNext: Till\nTouchpoint: Till\n"
               "Next [no cash]: In the queue\nNext: in the queue\nNote: In the queue\n"
               "Journey: K\nTouchpoint: In the queue\nNext: In the queue\n") ==
        "Journey: J\nTouchpoint: {In the queue}\nNext: Till\nTouchpoint: Till\n"
        "Next [no cash]: {In the queue}\nNext: in the queue\nNote: In the queue\n"
        "Journey: K\nTouchpoint: In the queue\nNext: In the queue\n");
}

TEST_CASE("a persona's name and its mentions in the file", "[features][linked_editing]") {
  CHECK(
      linked("Persona: Em$0ma B\nJourney: J\nTouchpoint: T\nEmotion [Emma B]: sad\n"
             "Thought [emma b]: hm\nNext [Emma B]: T\nJourney: K\nTouchpoint: T\nQuote[ Emma B ]: "
             "x\n") ==
      "Persona: {Emma B}\nJourney: J\nTouchpoint: T\nEmotion [{Emma B}]: sad\n"
      "Thought [emma b]: hm\nNext [Emma B]: T\nJourney: K\nTouchpoint: T\nQuote[ {Emma B} ]: "
      "x\n");
  // The same person in two maps of one file.
  CHECK(linked("Journey: J\nPersona: $0Emma\nJourney: K\nPersona: Emma\n") ==
        "Journey: J\nPersona: {Emma}\nJourney: K\nPersona: {Emma}\n");
}

TEST_CASE("nothing is linked", "[features][linked_editing]") {
  for (std::string_view marked : {
           "Touchpoint: A$0\nTouchpoint: B\n",                     // nothing leads to it
           "Touchpoint: A\nTouchpoint: B\nNext: $0A\n",            // another target is meant
           "Persona: A\nTouchpoint: B\nEmotion [$0A]: sad\n",      // another persona
           "Touchpoint: A$0\nTouchpoint: a\nNext: A\n",            // which of them?
           "Journey: J\nPersona: A$0\nPersona: A\n",               // the same
           "Touchpoint: A$0\n  | more\nTouchpoint: B\nNext: A\n",  // several lines
           "Touch$0point: A\nTouchpoint: B\nNext: A\n",            // the keyword
           "Touchpoint:$0\nTouchpoint: B\nNext:\n",                // no title
           "Phase: A$0\nTouchpoint: B\nNext: A\n",                 // no touchpoint
           "$0",
       }) {
    INFO(marked);
    CHECK(linked(marked).empty());
  }
}

TEST_CASE("blanks may be typed, line ends not, brackets not in a persona",
          "[features][linked_editing]") {
  auto pattern = [](std::string_view marked) {
    test::Fixture f = test::fixture(marked);
    return std::regex(
        std::string(features::linkedEditing(*test::snapshotOf(f.text), f.mark()).pattern));
  };
  std::regex title = pattern("Touchpoint: A$0\nNext: A\n");
  std::regex name = pattern("Persona: A$0\nTouchpoint: T\nAction [A]: x\n");
  CHECK(std::regex_match("Two words [sic]", title));
  CHECK_FALSE(std::regex_match("Two\nlines", title));
  CHECK(std::regex_match("Two words", name));
  CHECK_FALSE(std::regex_match("Two] words", name));
}
