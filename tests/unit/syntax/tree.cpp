#include "syntax/tree.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

#include "support/files.hpp"
#include "support/random_edits.hpp"

using namespace journey;

namespace {

std::vector<syntax::Line> linesOf(std::string_view bytes) {
  text::Text text(bytes);
  return syntax::parse(text).lines({0, text.size()});
}

}  // namespace

TEST_CASE("every text parses without ERROR or MISSING", "[syntax]") {
  for (const auto& path : test::examples()) {
    INFO(path.string());
    CHECK_FALSE(syntax::parse(text::Text(test::readFile(path))).hasError());
  }
  for (unsigned seed = 1; seed <= 60; ++seed) {
    INFO(seed);
    CHECK_FALSE(syntax::parse(text::Text(test::Random(seed).text(400))).hasError());
  }
  // Bytes of all values.
  for (unsigned seed = 1; seed <= 40; ++seed) {
    test::Random random(seed);
    std::string bytes;
    for (int i = 0; i < 3000; ++i)
      bytes += static_cast<char>(random.below(4) ? "\n:[]|# Phasegol"[random.below(15)]
                                                 : random.below(256));
    INFO(seed);
    CHECK_FALSE(syntax::parse(text::Text(bytes)).hasError());
  }
}

TEST_CASE("an incremental parse gives the tree of a fresh one", "[syntax]") {
  for (unsigned seed = 1; seed <= 25; ++seed) {
    test::Random random(seed);
    text::Text text(random.text(200));
    syntax::Tree tree = syntax::parse(text);
    for (int i = 0; i < 40; ++i) {
      text::Span span = random.span(text.size());
      std::string with = random.text(random.below(4));
      text = text.replaced(span, with);
      tree = syntax::reparse(
          tree, {span, {span.start, span.start + static_cast<std::uint32_t>(with.size())}}, text);
      REQUIRE_FALSE(tree.hasError());
      REQUIRE(tree.toString() == syntax::parse(text).toString());
    }
  }
}

TEST_CASE("a line tells its parts", "[syntax]") {
  std::string_view source = "  Følelse [Emma] : 😖 frustrert (-2)";
  auto lines = linesOf(source);
  REQUIRE(lines.size() == 1);
  const syntax::Line& line = lines[0];
  auto at = [&](text::Span s) { return source.substr(s.start, s.size()); };
  CHECK(line.kind == syntax::Line::Kind::Entry);
  CHECK(line.construct == syntax::Construct::Emotion);
  CHECK(at(line.keyword) == "Følelse");
  CHECK(at(line.qualifier) == "[Emma]");
  CHECK(at(line.body) == "😖 frustrert (-2)");
}

TEST_CASE("kinds of lines", "[syntax]") {
  using Kind = syntax::Line::Kind;
  auto lines = linesOf("# c\n| more\nstray words\nPhase\nGoalkeeper: x\n\n[open\nphase: # text\n");
  REQUIRE(lines.size() == 7);
  CHECK(lines[0].kind == Kind::Comment);
  CHECK(lines[1].kind == Kind::Continuation);
  CHECK(lines[2].kind == Kind::Stray);
  CHECK(lines[3].kind == Kind::Stray);
  CHECK((lines[4].kind == Kind::Entry && lines[4].construct == syntax::Construct::Unknown));
  CHECK(lines[5].kind == Kind::Stray);
  CHECK((lines[6].kind == Kind::Entry && lines[6].construct == syntax::Construct::Phase));
}

TEST_CASE("lines of a span are those that touch it", "[syntax]") {
  std::string source;
  for (int i = 0; i < 200; ++i) source += "Phase: A\n  Touchpoint: B\n    Emotion: glad\n";
  text::Text text(source);
  syntax::Tree tree = syntax::parse(text);
  std::uint32_t start = text.lineStart(300);
  auto lines = tree.lines({start, text.lineStart(303)});
  std::size_t inside = 0;
  for (const auto& line : lines)
    inside += line.whole.start >= start && line.whole.start < text.lineStart(303);
  CHECK(inside == 3);
  CHECK(lines.size() <= 5);
}

TEST_CASE("lines are found from every offset", "[syntax]") {
  for (unsigned seed = 1; seed <= 30; ++seed) {
    text::Text text(test::Random(seed).text(60));
    syntax::Tree tree = syntax::parse(text);
    auto all = tree.lines({0, text.size()});
    for (std::uint32_t at = 0; at <= text.size(); ++at) {
      auto behind = [&](const syntax::Line& line) { return line.whole.start >= at; };
      auto got = tree.lines({at, text.size()});
      REQUIRE(std::ranges::count_if(got, behind) == std::ranges::count_if(all, behind));
    }
  }
}
