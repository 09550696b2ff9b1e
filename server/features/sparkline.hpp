// A small drawing of an emotion curve with one place marked: for hovers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "features/curve.hpp"

namespace journey::features {

/// An SVG with the touchpoint `marked` (if any) ringed. It is small whatever the journey's length,
/// and its colours show on light and on dark ground.
std::string sparkline(const Curve& curve, std::optional<std::size_t> marked);

/// The same in one line of characters, «▃▁‹▅›█», for where no picture can be shown.
std::string sparklineText(const Curve& curve, std::optional<std::size_t> marked);

/// `data:image/svg+xml,…`, safe inside a Markdown link.
std::string dataUri(std::string_view svg);

}  // namespace journey::features
