// The emotion curve of a journey as plain numbers: what hover, hints and folds tell of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "locale/language.hpp"
#include "model/map.hpp"

namespace journey::features {

/// A value from −2 to +2 for each touchpoint; none where nobody felt anything.
using Curve = std::vector<std::optional<double>>;

Curve curveOf(const model::Map& map, const std::vector<model::BlockIndex>& touchpoints);

/// Of the touchpoints that have a value; nullopt if none has.
std::optional<double> meanOf(const Curve& curve);

/// «+0.5», «−2», «0»: one decimal at most, with the language's decimal mark.
std::string shownValence(double value, locale::Language language);

}  // namespace journey::features
