// A report as Markdown with tables (GitHub's, which most readers know).
#include "features/sparkline.hpp"
#include "report/document.hpp"

namespace journey::report {

namespace {

/// Text inside a line or a cell, shown as it is. Less is escaped than where a line can begin a
/// list or a heading, so that the file stays readable.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    bool lineBreak = c == '\n' || c == '\r';
    bool entity = c == '&' && i + 1 < text.size() && text[i + 1] != ' ';
    if (entity || std::string_view("\\`*_[]<>|~").find(c) != std::string_view::npos) out += '\\';
    out += lineBreak ? ' ' : c;
  }
  return out;
}

std::string written(const Run& run) {
  std::string out;
  for (const Run& piece : withAddresses(run)) {
    if (piece.href.empty())
      out += escaped(piece.text);
    else if (piece.href == piece.text)
      out += "<" + piece.href + ">";  // nothing in it is read as anything else
    else
      out += "[" + escaped(piece.text) + "](" + piece.href + ")";
  }
  return out;
}

std::string written(const Cell& cell, std::string_view lineBreak = "<br>") {
  std::string out;
  auto add = [&](const std::string& line) {
    if (!out.empty()) out += lineBreak;
    out += line;
  };
  for (const Run& run : cell.runs) add(written(run));
  for (const std::string& note : cell.notes) add(written({note, ""}));
  if (cell.picture) add(features::sparklineText(cell.picture->curve, cell.picture->marked));
  return out;
}

void append(std::string& out, const Table& table) {
  if (!table.caption.empty()) out += "\n### " + escaped(table.caption) + '\n';
  out += "\n|";
  for (const Column& column : table.columns) out += ' ' + escaped(column.title) + " |";
  if (!table.place.empty()) out += ' ' + escaped(table.place) + " |";
  out += "\n|";
  for (const Column& column : table.columns) out += column.number ? " ---: |" : " --- |";
  if (!table.place.empty()) out += " --- |";
  out += '\n';
  for (const Row& row : table.rows) {
    out += '|';
    for (const Cell& cell : row.cells) out += ' ' + written(cell) + " |";
    if (!table.place.empty()) out += ' ' + written(row.place) + " |";
    out += '\n';
  }
}

}  // namespace

std::string markdown(const Document& document) {
  std::string out = "# " + escaped(document.title) + "\n\n" + escaped(document.subtitle) + '\n';
  for (const Section& section : document.sections) {
    out += "\n## " + escaped(section.heading) + '\n';
    for (const std::string& paragraph : section.paragraphs)
      out += '\n' + written(Run{paragraph, ""}) + '\n';
    if (!section.figures.empty()) out += '\n';
    for (const Figure& figure : section.figures)
      out += "- " + escaped(figure.label) + ": " + written(figure.value, " · ") + '\n';
    for (const Table& table : section.tables) append(out, table);
  }
  return out;
}

}  // namespace journey::report
