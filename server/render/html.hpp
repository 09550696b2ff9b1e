// A scene as one HTML page that needs nothing else: to mail, to print, to put on a wiki.
#pragma once

#include <string>

#include "layout/scene.hpp"
#include "render/theme.hpp"

namespace journey::render {

std::string html(const layout::Scene& scene, Theme theme);

}  // namespace journey::render
