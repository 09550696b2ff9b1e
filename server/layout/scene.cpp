#include "layout/scene.hpp"

#include <algorithm>

namespace journey::layout {

const FontMetrics& metricsOf(Font font) {
  using enum text::Weight;
  static constexpr FontMetrics metrics[] = {
      {27, 34, 26, Bold, false, "t-title"},        {16, 21, 16, Bold, false, "t-name"},
      {14.5, 19, 14.5, Bold, false, "t-phase"},    {14, 18.5, 14, Bold, false, "t-heading"},
      {13, 18, 13.5, Regular, false, "t-body"},    {13, 18, 13.5, Regular, true, "t-quote"},
      {11, 15, 11.5, Bold, false, "t-label"},      {12, 16, 12.5, Bold, false, "t-lane"},
      {11.5, 15.5, 12, Regular, false, "t-small"}, {20, 26, 21, Regular, false, "t-emoji"},
  };
  return metrics[static_cast<std::size_t>(font)];
}

bool sameDrawing(const Element& a, const Element& b) {
  return a.kind == b.kind && a.role == b.role && a.hue == b.hue && a.target == b.target &&
         a.label == b.label && a.shapes == b.shapes;
}

const Element* Scene::find(std::string_view key) const {
  auto found = std::ranges::find(elements, key, &Element::key);
  return found == elements.end() ? nullptr : &*found;
}

}  // namespace journey::layout
