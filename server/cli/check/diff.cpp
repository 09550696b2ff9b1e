#include "cli/check/diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "lint/minimal_edits.hpp"
#include "text/unicode.hpp"

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
  bool isText = text::validUtf8(name) == name;
  auto isOdd = [&](char c) {
    auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F || (!isText && byte > 0x7F);
  };
  bool quoted =
      std::ranges::any_of(name, [&](char c) { return isOdd(c) || c == '"' || c == '\\'; });
  // A tab ends a name with spaces.
  if (!quoted) return name.find(' ') == name.npos ? name : name + '\t';
  std::string out = "\"";
  for (char c : name) {
    if (c == '"' || c == '\\')
      out += std::string("\\") + c;
    else if (isOdd(c))
      out += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
    else
      out += c;
  }
  return out + '"';
}

}  // namespace

std::string unifiedDiff(std::string_view path, std::string_view before, std::string_view after) {
  Lines old = split(before);
  Lines now = split(after);
  std::vector<lint::Hunk> changes = lint::hunksOf(old, now);
  if (changes.empty()) return {};
  std::string out = "--- " + fileName("a/", path) + "\n+++ " + fileName("b/", path) + '\n';
  for (std::size_t i = 0; i < changes.size();) {
    // Changes whose surroundings meet share a hunk.
    auto end = [&](std::size_t change) { return changes[change].before + changes[change].removed; };
    std::size_t last = i;
    while (last + 1 < changes.size() && changes[last + 1].before - end(last) <= 2 * context) ++last;
    std::size_t lead = std::min(changes[i].before, context);
    std::size_t first = changes[i].before - lead;
    std::size_t firstNow = changes[i].after - lead;
    std::size_t stop = std::min(end(last) + context, old.size());
    std::string body;
    std::size_t plus = 0;
    std::size_t minus = 0;
    std::size_t at = first;
    for (; i <= last; ++i) {
      const lint::Hunk& change = changes[i];
      for (; at < change.before; ++at) appendLine(body, ' ', old[at]);
      for (; at < end(i); ++at) appendLine(body, '-', old[at]);
      for (std::size_t k = 0; k < change.added; ++k) appendLine(body, '+', now[change.after + k]);
      minus += change.removed;
      plus += change.added;
    }
    for (; at < stop; ++at) appendLine(body, ' ', old[at]);
    std::size_t count = stop - first;
    out +=
        fmt::format("@@ -{} +{} @@\n", range(first, count), range(firstNow, count + plus - minus)) +
        body;
  }
  return out;
}

}  // namespace journey::cli
