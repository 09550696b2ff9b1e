// A report in words: headings, figures and tables, in a language, in no format yet.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/gather.hpp"

namespace journey::report {

struct Run {
  std::string text;
  std::string href;  // escaped as a URL; empty for plain text
};

/// The emotion curve of a journey, drawn small.
struct Picture {
  features::Curve curve;
  std::optional<std::size_t> marked;
  std::string words;  // for people who do not see it
};

struct Cell {
  std::vector<Run> runs = {};           // several are a list
  std::vector<std::string> notes = {};  // below it, smaller
  std::optional<double> feeling = {};   // what it speaks of, from −2 to +2
  bool late = false;
  std::optional<Picture> picture = {};
};

struct Column {
  std::string title;
  bool number = false;
};

/// The first cell names it. Where links can be followed with a click, its name leads to its place;
/// else the place is written out.
struct Row {
  std::vector<Cell> cells;
  Run place = {};
};

struct Table {
  std::string caption;  // empty if the section's heading says it all
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::size_t shown = 0;  // rows that one sees at once; 0: all
  std::string more;       // what the others are called
  std::string place;      // what the places of rows are called; empty if they have none
};

struct Figure {
  std::string label;
  Cell value;
};

struct Section {
  std::string id;
  std::string heading;
  std::vector<std::string> paragraphs;
  std::vector<Figure> figures;
  std::vector<Table> tables;
};

struct Document {
  locale::Language language = locale::Language::En;
  std::string title;
  std::string subtitle;
  std::string contents;  // what the list of sections is called
  std::vector<Section> sections;
};

Document documentOf(const Report& report);

/// A run cut so that each web address in it is a run of its own, with itself as its link.
std::vector<Run> withAddresses(const Run& run);

std::string markdown(const Document& document);
/// One file that needs no other, and no script.
std::string html(const Document& document);

}  // namespace journey::report
