// A report as a page of its own: readable in light and dark and on paper, without any script.
#include "render/style.hpp"
#include "render/svg.hpp"
#include "report/document.hpp"

namespace journey::report {

namespace {

std::string escaped(std::string_view text) {
  std::string out;
  render::appendEscaped(out, text);
  return out;
}

std::string colours(render::Theme theme) {
  std::string out = ":root{";
  for (const char* name : {"paper", "card", "line", "ink", "muted", "chip"})
    out += "--" + std::string(name) + ':' + std::string(render::colour(name, theme)) + ';';
  return out + '}';
}

std::string style() {
  return colours(render::Theme::Light) + "@media screen and (prefers-color-scheme:dark){" +
         colours(render::Theme::Dark) + "}" +
         "body{margin:0 auto;padding:1.5rem;max-width:72rem;background:var(--paper);"
         "color:var(--ink);font:1rem/1.5 system-ui,sans-serif}"
         "h1{margin-bottom:0}h2{margin-top:2.5rem}.made{margin-top:0;color:var(--muted)}"
         "a{color:inherit}nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0;"
         "padding:0;list-style:none}"
         ".table{overflow-x:auto;margin:1rem 0}"
         "table{border-collapse:collapse;background:var(--card)}"
         "caption{padding:.5rem 0;text-align:start;font-weight:600}"
         "th,td{padding:.4rem .7rem;border:1px solid var(--line);text-align:start;"
         "vertical-align:top}"
         "thead th{background:var(--chip)}tbody th{font-weight:normal}"
         ".n{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}"
         "td ul{margin:0;padding:0;list-style:none}"
         ".hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}"
         "@page{margin:15mm}"
         "@media print{body{padding:0;max-width:none;background:none;font-size:10pt}nav{display:"
         "none}.table{overflow:visible}thead{display:table-header-group}"
         "tr{break-inside:avoid}h2,caption{break-after:avoid}}";
}

std::string written(const Run& run) {
  if (run.href.empty()) return escaped(run.text);
  return "<a href=\"" + escaped(run.href) + "\">" + escaped(run.text) + "</a>";
}

std::string written(const Cell& cell) {
  if (cell.size() == 1) return written(cell.front());
  std::string out = "<ul>";
  for (const Run& run : cell) out += "<li>" + written(run) + "</li>";
  return out + "</ul>";
}

void append(std::string& out, const Section& section, const Table& table) {
  // A wide table scrolls by itself, with the keyboard too.
  std::string name = table.caption.empty() ? section.heading : table.caption;
  out += "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"" + escaped(name) +
         "\">\n<table>\n<caption>";
  out +=
      table.caption.empty() ? "<span class=\"hidden\">" + escaped(name) + "</span>" : escaped(name);
  out += "</caption>\n<thead>\n<tr>";
  for (const Column& column : table.columns)
    out += std::string("<th scope=\"col\"") + (column.number ? " class=\"n\">" : ">") +
           escaped(column.title) + "</th>";
  out += "</tr>\n</thead>\n<tbody>\n";
  for (const auto& row : table.rows) {
    out += "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::string_view tag = i == 0 ? "th" : "td";
      out += '<' + std::string(tag) + (i == 0 ? " scope=\"row\"" : "") +
             (table.columns[i].number ? " class=\"n\">" : ">") + written(row[i]) + "</" +
             std::string(tag) + '>';
    }
    out += "</tr>\n";
  }
  out += "</tbody>\n</table>\n</div>\n";
}

}  // namespace

std::string html(const Document& document) {
  std::string out =
      "<!doctype html>\n<html lang=\"" + std::string(locale::codeOf(document.language)) +
      "\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" +
      escaped(document.title) + "</title>\n<style>" + style() +
      "</style>\n</head>\n<body>\n<header>\n<h1>" + escaped(document.title) +
      "</h1>\n<p class=\"made\">" + escaped(document.subtitle) +
      "</p>\n</header>\n<nav aria-label=\"" + escaped(document.contents) + "\">\n<ul>\n";
  for (const Section& section : document.sections)
    out += "<li><a href=\"#" + section.id + "\">" + escaped(section.heading) + "</a></li>\n";
  out += "</ul>\n</nav>\n<main>\n";
  for (const Section& section : document.sections) {
    out += "<section aria-labelledby=\"" + section.id + "\">\n<h2 id=\"" + section.id + "\">" +
           escaped(section.heading) + "</h2>\n";
    for (const std::string& paragraph : section.paragraphs)
      out += "<p>" + escaped(paragraph) + "</p>\n";
    for (const Table& table : section.tables) append(out, section, table);
    out += "</section>\n";
  }
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace journey::report
