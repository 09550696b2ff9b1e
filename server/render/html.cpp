#include "render/html.hpp"

#include "render/style.hpp"
#include "render/svg.hpp"

namespace journey::render {

namespace {

std::string paperRule(Theme theme) {
  return "html{background:" + std::string(colour("paper", theme)) + "}";
}

}  // namespace

std::string html(const layout::Scene& scene, Theme theme) {
  std::string picture = embeddedSvg(scene);
  std::string out;
  out.reserve(picture.size() + 24576);
  out += "<!doctype html>\n<html lang=\"";
  appendEscaped(out, scene.language);
  out +=
      "\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"";
  out += theme == Theme::Both ? "light dark" : theme == Theme::Dark ? "dark" : "light";
  out += "\">\n<title>";
  appendEscaped(out, scene.title);
  out += "</title>\n<style>body{margin:0}main{overflow-x:auto}svg{display:block;margin:0 auto}";
  out += paperRule(theme == Theme::Dark ? Theme::Dark : Theme::Light);
  out += styleSheet(theme == Theme::Dark ? Theme::Dark : Theme::Light);
  // Paper stays white: dark is for screens only.
  if (theme == Theme::Both)
    out += "@media screen and (prefers-color-scheme:dark){" + paperRule(Theme::Dark) +
           styleSheet(Theme::Dark) + "}";
  out +=
      "@page{size:A3 landscape;margin:10mm}"
      "@media print{html{background:none}main{overflow:visible}"
      "svg{width:100%;height:auto;max-height:270mm}"
      "svg *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}"
      "</style>\n</head>\n<body>\n<main>\n";
  out += picture;
  out += "\n</main>\n</body>\n</html>\n";
  return out;
}

}  // namespace journey::render
