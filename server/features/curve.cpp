#include "features/curve.hpp"

#include <cmath>

#include "lint/journeys.hpp"

namespace journey::features {

Curve curveOf(const model::Map& map, const std::vector<model::BlockIndex>& touchpoints) {
  Curve curve;
  curve.reserve(touchpoints.size());
  for (model::BlockIndex i : touchpoints) curve.push_back(lint::curveValue(map.block(i)));
  return curve;
}

std::optional<double> meanOf(const Curve& curve) {
  double sum = 0;
  int count = 0;
  for (const std::optional<double>& value : curve) {
    if (!value) continue;
    sum += *value;
    ++count;
  }
  return count == 0 ? std::nullopt : std::optional(sum / count);
}

std::string shownValence(double value, locale::Language language) {
  auto tenths = static_cast<int>(std::lround(std::abs(value) * 10));
  std::string digits = std::to_string(tenths / 10);
  if (tenths % 10 != 0)
    digits += (language == locale::Language::En ? "." : ",") + std::to_string(tenths % 10);
  return (tenths == 0 ? "" : value > 0 ? "+" : "−") + digits;
}

}  // namespace journey::features
