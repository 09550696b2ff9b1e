#include <catch2/catch_test_macros.hpp>

#include "support/random_edits.hpp"
#include "workspace/snapshot.hpp"

using namespace journey;

TEST_CASE("one edit covers several replacements", "[workspace]") {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    test::Random random(seed);
    std::string before = random.text(40);
    workspace::EditedText edited{text::Text(before)};
    std::string plain = before;
    for (std::uint32_t n = random.below(5) + 1; n > 0; --n) {
      text::Span span = random.span(edited.text().size());
      std::string with = random.text(random.below(4));
      plain.replace(span.start, span.size(), with);
      edited.replace(span, with);
    }
    REQUIRE(edited.text().str() == plain);
    const syntax::Edit& edit = edited.edit();
    // What lies outside the edit is the same before and after.
    REQUIRE(before.substr(0, edit.before.start) == plain.substr(0, edit.after.start));
    REQUIRE(before.substr(edit.before.end) == plain.substr(edit.after.end));
  }
}
