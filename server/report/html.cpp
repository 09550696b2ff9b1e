// A report as a page of its own: readable in light and dark and on paper, without any script.
#include "features/sparkline.hpp"
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
  // As a tint behind text: as much of each as leaves the text its contrast.
  for (const char* name : {"v-2", "v-1", "v1", "v2"})
    out += "--" + std::string(name) + ':' + std::string(render::colour(name, theme)) + "47;";
  return out + '}';
}

std::string style() {
  return colours(render::Theme::Light) + "@media screen and (prefers-color-scheme:dark){" +
         colours(render::Theme::Dark) + "}" +
         "body{margin:0 auto;padding:1.5rem;max-width:72rem;background:var(--paper);"
         "color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:break-word}"
         "h1{margin-bottom:0}h2{margin-top:2.5rem}.made{margin-top:0;color:var(--muted)}"
         "a{color:inherit}nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0;"
         "padding:0;list-style:none}"
         "dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.75rem;"
         "margin:1rem 0}"
         "dl div{padding:.75rem 1rem;border:1px solid var(--line);border-radius:.5rem;"
         "background:var(--card);break-inside:avoid}"
         "dl .wide{grid-column:1/-1}"
         "dt{color:var(--muted)}dd{margin:0;font-size:1.75em;font-weight:600;line-height:1.3}"
         ".wide dd{font-size:1.25em}.wide small{font-size:.8em}"
         ".table{overflow-x:auto;margin:1rem 0}"
         "table{border-collapse:collapse;background:var(--card)}"
         "caption{padding:.5rem 0;text-align:start;font-weight:600}"
         "th,td{padding:.4rem .7rem;border:1px solid var(--line);text-align:start;"
         "vertical-align:top}"
         "thead th{background:var(--chip)}tbody th{min-width:9rem;font-weight:normal}"
         ".n{text-align:end;font-variant-numeric:tabular-nums}td.n{white-space:nowrap}"
         ".n2,.n1,.p1,.p2{print-color-adjust:exact;-webkit-print-color-adjust:exact}"
         ".n2{background:var(--v-2)}.n1{background:var(--v-1)}"
         ".p1{background:var(--v1)}.p2{background:var(--v2)}"
         ".late{font-weight:600}small{display:block;color:var(--muted);font-size:.85em;"
         "font-weight:normal}"
         "img{display:block;height:2.25rem}.wide img{height:3.5rem}"
         "td ul{margin:0;padding:0;list-style:none}"
         "summary{cursor:pointer}"
         ".hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}"
         "@page{size:landscape;margin:12mm}"
         "@media print{body{padding:0;max-width:none;background:none;font-size:9pt}nav{display:"
         "none}.table{overflow:visible}thead{display:table-header-group}"
         "th,td{padding:.2rem .35rem;hyphens:auto}"
         "tbody th{min-width:8em}td.n{white-space:normal}"
         // What is folded on a screen is on the paper too.
         "details::details-content{content-visibility:visible;display:block;height:auto}"
         "tr{break-inside:avoid}h2,caption{break-after:avoid}}";
}

/// The class for how something feels; neutral has none.
std::string_view tint(std::optional<double> feeling) {
  if (!feeling) return "";
  if (*feeling <= -1.5) return "n2";
  if (*feeling <= -0.5) return "n1";
  if (*feeling < 0.5) return "";
  return *feeling < 1.5 ? "p1" : "p2";
}

/// `place`: where the text leads, but for the addresses in it.
std::string written(const Run& run, const std::string& place = "") {
  std::string out;
  for (const Run& piece : withAddresses(run)) {
    const std::string& href = piece.href.empty() ? place : piece.href;
    out += href.empty() ? escaped(piece.text)
                        : "<a href=\"" + escaped(href) + "\">" + escaped(piece.text) + "</a>";
  }
  return out;
}

std::string written(const Cell& cell, const std::string& place = "") {
  std::string out;
  if (cell.runs.size() == 1) {
    out = written(cell.runs.front(), place);
  } else if (!cell.runs.empty()) {
    out = "<ul>";
    for (const Run& run : cell.runs) out += "<li>" + written(run, place) + "</li>";
    out += "</ul>";
  }
  for (const std::string& note : cell.notes) out += "<small>" + written(Run{note, ""}) + "</small>";
  if (cell.picture)
    out +=
        "<img alt=\"" + escaped(cell.picture->words) + "\" src=\"" +
        escaped(features::dataUri(features::sparkline(cell.picture->curve, cell.picture->marked))) +
        "\">";
  return out;
}

void append(std::string& out, std::string_view tag, std::string_view attributes,
            std::initializer_list<std::string_view> classes, std::string_view content) {
  std::string all;
  for (std::string_view one : classes)
    if (!one.empty()) (all += all.empty() ? "" : " ") += one;
  ((out += '<') += tag) += attributes;
  if (!all.empty()) out += " class=\"" + all + '"';
  ((((out += '>') += content) += "</") += tag) += '>';
}

void append(std::string& out, const Table& table, const std::string& name, bool hidden,
            std::size_t from, std::size_t to) {
  // A wide table scrolls by itself, with the keyboard too.
  out += "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"" + escaped(name) +
         "\">\n<table>\n";
  append(out, "caption", "", {},
         hidden ? "<span class=\"hidden\">" + escaped(name) + "</span>" : escaped(name));
  out += "\n<thead>\n<tr>";
  for (const Column& column : table.columns)
    append(out, "th", " scope=\"col\"", {column.number ? "n" : ""}, escaped(column.title));
  out += "</tr>\n</thead>\n<tbody>\n";
  for (std::size_t r = from; r < to; ++r) {
    const Row& row = table.rows[r];
    out += "<tr>";
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const Cell& cell = row.cells[i];
      append(out, i == 0 ? "th" : "td", i == 0 ? " scope=\"row\"" : "",
             {table.columns[i].number ? "n" : "", tint(cell.feeling), cell.late ? "late" : ""},
             written(cell, i == 0 ? row.place.href : ""));
    }
    out += "</tr>\n";
  }
  out += "</tbody>\n</table>\n</div>\n";
}

void append(std::string& out, const Section& section, const Table& table) {
  const std::string& name = table.caption.empty() ? section.heading : table.caption;
  std::size_t end = table.more.empty() ? table.rows.size() : table.shown;
  append(out, table, name, table.caption.empty(), 0, end);
  if (end == table.rows.size()) return;
  out += "<details>\n<summary>" + escaped(table.more) + "</summary>\n";
  append(out, table, name + " – " + table.more, true, end, table.rows.size());
  out += "</details>\n";
}

void append(std::string& out, const std::vector<Figure>& figures) {
  if (figures.empty()) return;
  out += "<dl>\n";
  for (const Figure& figure : figures)
    out += (figure.value.picture ? "<div class=\"wide\"><dt>" : "<div><dt>") +
           escaped(figure.label) + "</dt><dd>" + written(figure.value) + "</dd></div>\n";
  out += "</dl>\n";
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
      out += "<p>" + written(Run{paragraph, ""}) + "</p>\n";
    append(out, section.figures);
    for (const Table& table : section.tables) append(out, section, table);
    out += "</section>\n";
  }
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace journey::report
