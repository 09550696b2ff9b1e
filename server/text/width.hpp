// How wide text is when drawn, and where it breaks into lines.
//
// Widths come from a table of the metric family that Arial, Helvetica, Liberation Sans and Arimo
// share, so that text wraps alike on every machine, without a font at hand.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace journey::text {

enum class Weight : std::uint8_t { Regular, Bold };

/// Width in pixels of one line of text.
float width(std::string_view bytes, float fontSize, Weight weight);

struct WrappedLine {
  std::string text;  // trimmed; with a hyphen where a word was broken inside
  float width = 0;
  bool rightToLeft = false;  // direction of the paragraph it belongs to

  bool operator==(const WrappedLine&) const = default;
};

/// Breaks text into lines of at most `maxWidth` pixels: at spaces and after hyphens, between
/// East Asian characters, and inside a word only when the word alone is too wide. Line feeds are
/// kept as breaks. A single grapheme wider than `maxWidth` gets a line of its own. Control
/// characters and bytes that are not UTF-8 become U+FFFD. Empty text gives no lines.
std::vector<WrappedLine> wrap(std::string_view bytes, float maxWidth, float fontSize,
                              Weight weight);

/// True if the first letter that has a direction is one of a right-to-left script.
bool isRightToLeft(std::string_view bytes);

}  // namespace journey::text
