// What a run of `journey check` found, as plain values: the formats write it, the baseline takes
// out what is known.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lint/rule.hpp"
#include "locale/language.hpp"
#include "text/encoding.hpp"
#include "text/text.hpp"

namespace journey::cli {

/// What stands for a rule's id where a file is in another encoding.
inline constexpr std::string_view encodingCode = "encoding";

struct FoundFix {
  std::string title;
  std::vector<lint::TextEdit> edits;
  bool preferred = false;
  bool safe = false;  // --fix takes it
};

struct FoundRelated {
  text::Span span;
  std::string message;
};

/// A finding in words. Spans are bytes of the file.
struct Found {
  std::string_view rule;
  lint::Severity severity = lint::Severity::Error;
  std::string message;
  text::Span span;
  std::vector<FoundFix> fixes;
  std::vector<FoundRelated> related;
  std::string detail;  // tells findings of one rule on one line apart, in any language
};

struct CheckedFile {
  std::string path;  // as it is shown
  locale::Language language = locale::Language::En;
  text::Text text;
  std::vector<Found> found;  // in the order of the text
  bool judged = true;        // false: it is no text, or its settings are not known
};

/// A file or folder that could not be read or written.
struct Unread {
  std::string path;
  std::string reason;
};

/// One line of a baseline: findings that are alike.
struct KnownFinding {
  std::string path;  // from the baseline's folder, with slashes
  std::string rule;
  std::string line;    // as the file has it, white space evened out
  std::string detail;  // as Found::detail
  std::size_t count = 1;
};

struct Outcome {
  std::vector<CheckedFile> files;  // in the order they were asked for
  std::vector<Unread> unread;
  std::size_t hidden = 0;           // findings that the baseline knows
  std::vector<KnownFinding> stale;  // what it knows and what is there no more
};

/// True where a file or its settings could not be read: nothing that a project may live with.
bool isFailure(const Found& found);

/// The preferred fix, else the only one; nullptr if there is none or a choice to make.
const FoundFix* usualFix(const Found& found);

/// The text of the line that a finding begins on, white space evened out and composed.
std::string lineOf(const text::Text& text, const Found& found);

/// Lines and columns from 1; a byte order mark is no column.
text::Position placeOf(const text::Text& text, std::uint32_t offset,
                       text::PositionEncoding encoding);

std::string_view wordOf(lint::Severity severity);

}  // namespace journey::cli
