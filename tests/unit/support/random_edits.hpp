// Seeded random texts and edits, for tests that compare a fast way with a plain one.
#pragma once

#include <random>
#include <string>
#include <string_view>

#include "text/span.hpp"

namespace journey::test {

/// Pieces that matter to lines, keywords and encodings.
inline constexpr std::string_view pieces[] = {"\n",
                                              "\r\n",
                                              "\r",
                                              " ",
                                              "  ",
                                              "\t",
                                              ":",
                                              "[",
                                              "]",
                                              "|",
                                              "#",
                                              "# language: fi\n",
                                              "# journey-ignore: no-persona\n",
                                              "Journey: A\n",
                                              "Kundereise: B\n",
                                              "Persona: Emma\n",
                                              "Phase: Choose\n",
                                              "Vaihe: Harkinta\n",
                                              "  Touchpoint: X\n",
                                              "    Emotion: glad (+1)\n",
                                              "    Emotion [Emma]: 😖 frustrated (-2)\n",
                                              "    Pain point: slow\n",
                                              "    Opportunity: faster\n",
                                              "      Owner: App team\n",
                                              "      Votes: 5\n",
                                              "    | more\n",
                                              "Goal: g\n",
                                              "Note: n\n",
                                              "stray words\n",
                                              "Foo: bar\n",
                                              "Emotion",
                                              "Phase",
                                              "é",
                                              "e\xCC\x81",
                                              "漢字",
                                              "🙂",
                                              "👩‍👩‍👧",
                                              "\xff",
                                              "\xc3",
                                              std::string_view("\0", 1),
                                              "Ää",
                                              "Maßnahme: x\n"};

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::uint32_t below(std::uint32_t limit) {
    return limit == 0 ? 0 : static_cast<std::uint32_t>(engine_() % limit);
  }
  std::string text(std::uint32_t count) {
    std::string out;
    for (std::uint32_t i = 0; i < count; ++i) out += pieces[below(std::size(pieces))];
    return out;
  }
  /// A small span of a text of `size` bytes; now and then a large one.
  text::Span span(std::uint32_t size) {
    std::uint32_t start = below(size + 1);
    std::uint32_t length = below(10) == 0 ? below(size + 1) : below(12);
    return {start, std::min(size, start + length)};
  }

 private:
  std::mt19937 engine_;
};

}  // namespace journey::test
