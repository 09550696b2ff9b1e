// A document's model becomes a picture.
#pragma once

#include "layout/scene.hpp"
#include "model/map.hpp"

namespace journey::layout {

struct Options {
  float minimumWidth = 720;
};

/// Journeys under one another, each with its persona cards, phases and lanes. Empty for a
/// document that holds nothing to draw.
Scene layoutMap(const model::Map& map, const Options& options = {});

/// True if there is a journey, a persona, a phase or a touchpoint.
bool hasContent(const model::Map& map);

}  // namespace journey::layout
