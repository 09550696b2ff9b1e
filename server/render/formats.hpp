// The formats that a map can be written in, by the ending of the file.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "layout/scene.hpp"
#include "render/theme.hpp"

namespace journey::render {

struct Format {
  std::string_view ending;  // without the dot, in lower case
  std::string_view name;
  std::string (*write)(const layout::Scene&, Theme);
};

std::span<const Format> formats();

/// The format of a file, by its name; nullptr if the ending names none.
const Format* formatOf(std::string_view fileName);

}  // namespace journey::render
