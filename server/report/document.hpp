// A report in words: headings and tables, in a language, in no format yet.
#pragma once

#include <string>
#include <vector>

#include "report/gather.hpp"

namespace journey::report {

struct Run {
  std::string text;
  std::string href;  // escaped as a URL; empty for plain text
};
using Cell = std::vector<Run>;  // several are a list

struct Column {
  std::string title;
  bool number = false;
};

/// The first cell of a row names it.
struct Table {
  std::string caption;  // empty if the section's heading says it all
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
};

struct Section {
  std::string id;
  std::string heading;
  std::vector<std::string> paragraphs;
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

std::string markdown(const Document& document);
/// One file that needs no other, and no script.
std::string html(const Document& document);

}  // namespace journey::report
