#include "render/formats.hpp"

#include "render/html.hpp"
#include "render/svg.hpp"
#include "text/unicode.hpp"

namespace journey::render {

namespace {

constexpr Format all[] = {
    {"svg", "SVG", &svg},
    {"html", "HTML", &html},
};

}  // namespace

std::span<const Format> formats() { return all; }

const Format* formatOf(std::string_view fileName) {
  std::size_t dot = fileName.find_last_of("./\\");
  if (dot == std::string_view::npos || fileName[dot] != '.') return nullptr;
  std::string ending = text::fold(fileName.substr(dot + 1));
  for (const Format& f : all)
    if (f.ending == ending) return &f;
  return nullptr;
}

}  // namespace journey::render
