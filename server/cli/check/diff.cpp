#include "cli/check/diff.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace journey::cli {

namespace {

constexpr std::size_t context = 3;

using Lines = std::vector<std::string_view>;

/// With their line feeds; patches know no other line ending.
Lines split(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// Lines [first, end) of the old text become `now`.
struct Change {
  std::size_t first = 0;
  std::size_t end = 0;
  std::string now;
};

/// Changed lines, in order and apart.
std::vector<Change> changesOf(const std::string& before, const Lines& lines,
                              const std::vector<lint::TextEdit>& edits) {
  std::vector<std::size_t> starts{0};
  for (std::string_view line : lines) starts.push_back(starts.back() + line.size());
  auto lineOf = [&](std::size_t offset) {
    auto after = std::ranges::upper_bound(starts, offset);
    return std::min(static_cast<std::size_t>(after - starts.begin()) - 1,
                    lines.empty() ? 0 : lines.size() - 1);
  };
  std::vector<Change> changes;
  std::size_t done = 0;  // bytes of the old text that are in the last change
  for (const lint::TextEdit& edit : edits) {
    std::size_t first = lines.empty() ? 0 : lineOf(edit.span.start);
    if (changes.empty() || first >= changes.back().end) {
      if (!changes.empty()) {
        Change& last = changes.back();
        last.now += before.substr(done, starts[last.end] - done);
      }
      changes.push_back({first, first, ""});
      done = starts[first];
    }
    Change& change = changes.back();
    change.now += before.substr(done, edit.span.start - done) + edit.text;
    done = edit.span.end;
    if (!lines.empty()) change.end = std::max(change.end, lineOf(edit.span.end) + 1);
  }
  if (!changes.empty()) {
    Change& last = changes.back();
    last.now += before.substr(done, starts[last.end] - done);
  }
  return changes;
}

/// Without the lines at both ends that stay as they are.
void trim(Change& change, const Lines& lines) {
  Lines now = split(change.now);
  std::size_t head = 0;
  while (head < now.size() && change.first + head < change.end &&
         now[head] == lines[change.first + head])
    ++head;
  std::size_t tail = 0;
  while (head + tail < now.size() && change.first + head + tail < change.end &&
         now[now.size() - 1 - tail] == lines[change.end - 1 - tail])
    ++tail;
  std::string kept;
  for (std::size_t i = head; i < now.size() - tail; ++i) kept += now[i];
  change.first += head;
  change.end -= tail;
  change.now = std::move(kept);
}

void appendLine(std::string& out, char sign, std::string_view line) {
  out += sign;
  out += line;
  if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

/// «12,3»; a range of no lines is named by the line before it.
std::string range(std::size_t first, std::size_t count) {
  return fmt::format("{},{}", count == 0 ? first : first + 1, count);
}

/// As git writes names that have more than plain characters in them.
std::string fileName(std::string_view prefix, std::string_view path) {
  std::string name = std::string(prefix) + std::string(path);
  bool quoted = std::ranges::any_of(name, [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == 0x7F;
  });
  // A tab ends a name with spaces.
  if (!quoted) return name.find(' ') == name.npos ? name : name + '\t';
  std::string out = "\"";
  for (char c : name) {
    if (c == '"' || c == '\\')
      out += std::string("\\") + c;
    else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
      out += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
    else
      out += c;
  }
  return out + '"';
}

}  // namespace

std::string unifiedDiff(std::string_view path, const text::Text& text,
                        const std::vector<lint::TextEdit>& edits) {
  std::string before = text.str();
  Lines lines = split(before);
  std::vector<Change> changes = changesOf(before, lines, edits);
  for (Change& change : changes) trim(change, lines);
  std::erase_if(changes, [](const Change& c) { return c.first == c.end && c.now.empty(); });
  if (changes.empty()) return {};
  std::string out = "--- " + fileName("a/", path) + "\n+++ " + fileName("b/", path) + '\n';
  std::size_t added = 0;  // lines, by the hunks before
  std::size_t removed = 0;
  for (std::size_t i = 0; i < changes.size();) {
    // Changes whose surroundings meet share a hunk.
    std::size_t last = i;
    while (last + 1 < changes.size() && changes[last + 1].first - changes[last].end <= 2 * context)
      ++last;
    std::size_t first = changes[i].first - std::min(changes[i].first, context);
    std::size_t end = std::min(changes[last].end + context, lines.size());
    std::string body;
    std::size_t plus = 0;
    std::size_t minus = 0;
    std::size_t at = first;
    for (; i <= last; ++i) {
      for (; at < changes[i].first; ++at) appendLine(body, ' ', lines[at]);
      for (; at < changes[i].end; ++at, ++minus) appendLine(body, '-', lines[at]);
      for (std::string_view line : split(changes[i].now)) {
        appendLine(body, '+', line);
        ++plus;
      }
    }
    for (; at < end; ++at) appendLine(body, ' ', lines[at]);
    std::size_t count = end - first;
    out += fmt::format("@@ -{} +{} @@\n", range(first, count),
                       range(first + added - removed, count + plus - minus)) +
           body;
    added += plus;
    removed += minus;
  }
  return out;
}

}  // namespace journey::cli
