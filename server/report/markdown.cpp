// A report as Markdown with tables (GitHub's, which most readers know).
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

std::string written(const Cell& cell) {
  std::string out;
  for (const Run& run : cell) {
    if (&run != &cell.front()) out += "<br>";
    out += run.href.empty() ? escaped(run.text) : "[" + escaped(run.text) + "](" + run.href + ")";
  }
  return out;
}

void append(std::string& out, const Table& table) {
  if (!table.caption.empty()) out += "\n### " + escaped(table.caption) + '\n';
  out += "\n|";
  for (const Column& column : table.columns) out += ' ' + escaped(column.title) + " |";
  out += "\n|";
  for (const Column& column : table.columns) out += column.number ? " ---: |" : " --- |";
  out += '\n';
  for (const auto& row : table.rows) {
    out += '|';
    for (const Cell& cell : row) out += ' ' + written(cell) + " |";
    out += '\n';
  }
}

}  // namespace

std::string markdown(const Document& document) {
  std::string out = "# " + escaped(document.title) + "\n\n" + escaped(document.subtitle) + '\n';
  for (const Section& section : document.sections) {
    out += "\n## " + escaped(section.heading) + '\n';
    for (const std::string& paragraph : section.paragraphs) out += '\n' + escaped(paragraph) + '\n';
    for (const Table& table : section.tables) append(out, table);
  }
  return out;
}

}  // namespace journey::report
