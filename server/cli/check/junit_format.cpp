// JUnit's XML: a test suite a file. What makes the program end with 1 is a failure, other findings
// are told by tests that pass.
#include <algorithm>

#include "cli/check/formats.hpp"
#include "render/svg.hpp"

namespace journey::cli {

namespace {

std::string attribute(std::string_view name, std::string_view value) {
  std::string out = " " + std::string(name) + "=\"";
  for (std::size_t at = 0; at < value.size();) {  // a line break would be read as a space
    std::size_t end = std::min(value.find_first_of("\n\t", at), value.size());
    render::appendEscaped(out, value.substr(at, end - at));
    if (end < value.size()) out += value[end] == '\n' ? "&#10;" : "&#9;";
    at = end + 1;
  }
  return out + '"';
}

std::string content(std::string_view text) {
  std::string out;
  render::appendEscaped(out, text);
  return out;
}

struct Counts {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;

  std::string attributes() const {
    return attribute("tests", std::to_string(tests)) +
           attribute("failures", std::to_string(failures)) +
           attribute("errors", std::to_string(errors)) + attribute("skipped", "0");
  }
  void add(const Counts& more) {
    tests += more.tests;
    failures += more.failures;
    errors += more.errors;
  }
};

std::string testCase(const CheckedFile& file, const Found& found, const FormatSettings& settings) {
  text::Position at = placeOf(file.text, found.span.start, text::PositionEncoding::Utf32);
  std::string place = std::to_string(at.line) + ':' + std::to_string(at.character);
  std::string out = "    <testcase" +
                    attribute("name", std::string(found.rule) + " (" + place + ')') +
                    attribute("classname", file.path) + attribute("file", file.path) +
                    attribute("line", std::to_string(at.line)) + attribute("time", "0") + ">\n";
  std::string said = content(file.path + ':' + place + ": " + std::string(wordOf(found.severity)) +
                             ": " + found.message + " [" + std::string(found.rule) + ']');
  if (fails(found, settings))
    out += "      <failure" + attribute("message", found.message) +
           attribute("type", wordOf(found.severity)) + '>' + said + "</failure>\n";
  else
    out += "      <system-out>" + said + "</system-out>\n";
  return out + "    </testcase>\n";
}

}  // namespace

std::string asJunit(const Outcome& outcome, const FormatSettings& settings) {
  Counts all;
  std::string suites;
  for (const CheckedFile& file : outcome.files) {
    Counts counts;
    std::string cases;
    for (const Found& found : file.found) {
      ++counts.tests;
      counts.failures += fails(found, settings) ? 1 : 0;
      cases += testCase(file, found, settings);
    }
    if (file.found.empty()) {  // some readers take a suite without tests for one that was not run
      ++counts.tests;
      cases = "    <testcase" + attribute("name", "journey check") +
              attribute("classname", file.path) + attribute("file", file.path) +
              attribute("time", "0") + "/>\n";
    }
    suites += "  <testsuite" + attribute("name", file.path) + counts.attributes() +
              attribute("time", "0") + ">\n" + cases + "  </testsuite>\n";
    all.add(counts);
  }
  for (const Unread& one : outcome.unread) {
    Counts counts{1, 0, 1};
    suites += "  <testsuite" + attribute("name", one.path) + counts.attributes() +
              attribute("time", "0") + ">\n    <testcase" + attribute("name", "journey check") +
              attribute("classname", one.path) + attribute("time", "0") + "><error" +
              attribute("message", one.reason) + "/></testcase>\n  </testsuite>\n";
    all.add(counts);
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + attribute("name", "journey") +
         all.attributes() + attribute("time", "0") + ">\n" + suites + "</testsuites>\n";
}

}  // namespace journey::cli
