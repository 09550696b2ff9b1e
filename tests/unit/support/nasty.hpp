// Maps that nobody would write, for tests of what must hold for any map.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace journey::test {

/// Maps of lines that fit together badly.
inline std::string nasty(std::uint32_t seed) {
  static const std::vector<std::string> lines = {"Journey: Lunch",
                                                 "Journey:",
                                                 "Kundereise: Lunsj",
                                                 "  Model: purchase",
                                                 "  Model: purchas",
                                                 "  State: gone",
                                                 "  Reviewed: 03/04/2026",
                                                 "  Reviewed: 2026-02-30",
                                                 "  Reviewed: 2030-01-01",
                                                 "  Goal: eat",
                                                 "  Lane: Backstage",
                                                 "Persona: Emma",
                                                 "Persona: …",
                                                 "Persona:",
                                                 "  Need: food",
                                                 "  Need:",
                                                 "  Behaviour: TODO watch her",
                                                 "Phase: Awareness",
                                                 "Phase: Decision",
                                                 "Phase: Loyalty",
                                                 "Phase: Research",
                                                 "Phase: Comparison",
                                                 "Phase:",
                                                 "Fase: Valg",
                                                 "  Touchpoint: Queue",
                                                 "  Touchpoint: Till",
                                                 "  Touchpoint: …",
                                                 "  Touchpoint:",
                                                 "  Touch-point: Door",
                                                 "Step 2: Eat",
                                                 "    Channel: app",
                                                 "    Kanal: app",
                                                 "    Backstage: cook",
                                                 "    Emotion: bored (-2)",
                                                 "    Emotion: frustated",
                                                 "    Emotion: meh",
                                                 "    Emotion [Emma]: (+7)",
                                                 "    Emotion [Ema]: happy",
                                                 "    Emotion:",
                                                 "    Emotion happy",
                                                 "    Thought: {Macro x=1} hm",
                                                 "    Pain point: slow",
                                                 "    Pain point: …",
                                                 "    Problem: cold",
                                                 "    Next: Qeue",
                                                 "    Next [late]: Home",
                                                 "    Next: …",
                                                 "    Opportunity: faster",
                                                 "    Opportunity:",
                                                 "    Opportunity: …",
                                                 "      Owner: team",
                                                 "      Votes: 5 people",
                                                 "      Votes: lots",
                                                 "      Votes: 3 of 12",
                                                 "      Priority: urgent",
                                                 "      Priority: hihg",
                                                 "    Note: 😖 ä TBD",
                                                 "    | TODO more",
                                                 "    |",
                                                 "Remember: call",
                                                 "left over",
                                                 "Phase",
                                                 "",
                                                 "# a comment",
                                                 "# journey-ignore: empty-entry, no-such-rule",
                                                 "# journey-ignore-file: stray-lin",
                                                 "# language: nb",
                                                 "# journey-ignore: stray-line",
                                                 "\xC3\x28 bad bytes",
                                                 "Note: \xFF TODO",
                                                 "\tAction: look",
                                                 "[x]: y"};
  std::mt19937 random(seed);
  std::string out = seed % 3 == 0 ? "Journey: Lunch\n" : "";
  std::uint32_t count = 5 + random() % 25;
  for (std::uint32_t i = 0; i < count; ++i) {
    out += lines[random() % lines.size()];
    if (i + 1 < count || seed % 2 == 0) out += '\n';
  }
  return out;
}

}  // namespace journey::test
