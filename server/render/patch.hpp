// What to change in a drawn picture to get the next one, as JSON for the live page.
//
//   width, height  numbers, only if the size changed; title: only if it changed
//   moved          [key, x, y] of elements drawn as before at another place
//   changed        [key, svg]: the element's new <g>
//   removed        [key, ...]
//   added          [key, key of the element before it or "", svg], in order
//   order          all keys, only if elements that stay changed their order
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "layout/scene.hpp"

namespace journey::render {

/// nullopt when both look the same. A member that would be empty is left out.
std::optional<std::string> patch(const layout::Scene& before, const layout::Scene& now);

}  // namespace journey::render
