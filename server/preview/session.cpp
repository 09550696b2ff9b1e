#include "preview/session.hpp"

#include "layout/map_layout.hpp"
#include "preview/assets.hpp"
#include "render/patch.hpp"
#include "render/style.hpp"
#include "render/svg.hpp"

namespace journey::preview {

namespace {

using render::appendEscaped;
using render::Theme;

/// Colours as variables: the page changes its theme without a new picture.
std::string colours() {
  return ":root{" + render::variables(Theme::Light) +
         "color-scheme:light}"
         "@media(prefers-color-scheme:dark){:root:not([data-theme]){" +
         render::variables(Theme::Dark) + "color-scheme:dark}}:root[data-theme=dark]{" +
         render::variables(Theme::Dark) + "color-scheme:dark}";
}

void appendAttribute(std::string& out, std::string_view name, std::string_view value) {
  out.append(" ").append(name).append("=\"");
  appendEscaped(out, value);
  out += '"';
}

void appendButton(std::string& out, std::string_view action, std::string_view name,
                  std::string_view sign) {
  out += "<button type=\"button\"";
  appendAttribute(out, "data-action", action);
  appendAttribute(out, "aria-label", name);
  appendAttribute(out, "title", name);
  out.append(">").append(sign).append("</button>");
}

}  // namespace

std::optional<std::string> Session::take(const model::Map& map) {
  if (!layout::hasContent(map) && !scene_.empty()) {
    if (kept_) return std::nullopt;
    kept_ = true;
    return "{\"hint\":true}";
  }
  layout::Scene now = layout::layoutMap(map);
  auto change = render::patch(scene_, now);
  scene_ = std::move(now);
  if (kept_) {
    kept_ = false;
    if (!change) return "{\"hint\":false}";
    return "{\"hint\":false," + change->substr(1);
  }
  return change;
}

std::optional<std::string> Session::update(const model::Map& map) {
  auto change = take(map);
  if (!change) return std::nullopt;
  return "{\"seq\":" + std::to_string(++sequence_) + "," + change->substr(1);
}

std::string Session::greeting() const { return "{\"seq\":" + std::to_string(sequence_) + "}"; }

std::optional<model::EntryRef> Session::find(std::string_view key) const {
  if (kept_) return std::nullopt;
  const layout::Element* e = scene_.find(key);
  if (!e || !e->target) return std::nullopt;
  return e->entry;
}

std::string_view Session::keyOf(model::EntryRef entry) const {
  if (kept_) return {};
  std::string_view head;
  for (const layout::Element& e : scene_.elements) {
    if (!e.target || e.entry.block != entry.block) continue;
    if (e.entry == entry) return e.key;
    if (e.entry.entry == 0) head = e.key;
  }
  return head;
}

std::string Session::page(const model::Map& map, const PageOptions& options) {
  // Other open pages see by the number that they missed a change.
  if (take(map)) ++sequence_;
  std::string out;
  std::string picture = render::embeddedSvg(scene_);
  out.reserve(picture.size() + 32768);
  out += "<!doctype html>\n<html";
  appendAttribute(out, "lang", scene_.language);
  if (options.theme != Theme::Both)
    appendAttribute(out, "data-theme", options.theme == Theme::Dark ? "dark" : "light");
  out +=
      ">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";
  appendEscaped(out, scene_.title.empty() ? options.title : scene_.title);
  out += "</title>\n<style nonce=\"__NONCE__\">";
  out += colours();
  out += render::variableStyleSheet();
  out += pageStyle;
  out += "</style>\n</head>\n<body";
  appendAttribute(out, "data-host", options.host == Host::Http ? "http" : "messages");
  appendAttribute(out, "data-seq", std::to_string(sequence_));
  out += ">\n<main id=\"stage\" tabindex=\"-1\">";
  out += picture;
  out += "</main>\n<div id=\"tools\" role=\"toolbar\">";
  appendButton(out, "out", options.text.zoomOut, "−");
  appendButton(out, "actual", options.text.actualSize, "100 %");
  appendButton(out, "in", options.text.zoomIn, "+");
  appendButton(out, "fit", options.text.fitWidth, "↔");
  out += "</div>\n<div id=\"status\" role=\"status\"><p id=\"hint\"";
  if (!kept_ && layout::hasContent(map)) out += " hidden";
  out += ">";
  appendEscaped(out, options.text.noMap);
  out += "</p><p id=\"offline\" hidden>";
  appendEscaped(out, options.text.disconnected);
  out += "</p></div>\n<script type=\"module\" nonce=\"__NONCE__\">";
  out += clientScript;
  out += "</script>\n</body>\n</html>\n";
  return out;
}

}  // namespace journey::preview
