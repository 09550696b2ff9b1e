// A scene as SVG.
#pragma once

#include <string>
#include <string_view>

#include "layout/scene.hpp"
#include "render/theme.hpp"

namespace journey::render {

/// A whole document that needs nothing else: style inside, paper drawn.
std::string svg(const layout::Scene& scene, Theme theme);

/// For a page that brings style and colours itself: the root has the id `map` and no XML head.
std::string embeddedSvg(const layout::Scene& scene);

/// The `<g>` of one element.
std::string element(const layout::Element& element);
void appendElement(std::string& out, const layout::Element& element);

/// Text as it may stand between tags or in quotes. What XML cannot hold (control characters, bytes
/// that are not UTF-8) becomes U+FFFD.
void appendEscaped(std::string& out, std::string_view text);

/// A coordinate with at most one decimal.
void appendNumber(std::string& out, float value);

}  // namespace journey::render
