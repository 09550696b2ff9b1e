// How the classes that layout names look: colours and type, light and dark.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "render/theme.hpp"

namespace journey::render {

/// A colour of the palette. The value is `#rrggbb`.
struct Colour {
  std::string name;
  std::string light;
  std::string dark;
};
std::span<const Colour> palette();
std::string_view colour(std::string_view name, Theme theme);

/// Rules for an SVG that stands alone: plain colours, which every renderer reads.
std::string styleSheet(Theme theme);

/// The same rules with `var(--name)` in place of colours, for the live page.
std::string variableStyleSheet();
/// `--name: #rrggbb;` for each colour.
std::string variables(Theme theme);

}  // namespace journey::render
