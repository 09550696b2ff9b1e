#include "lint/minimal_edits.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>

namespace journey::lint {

namespace {

using Lines = std::vector<std::string_view>;  // with their endings

Lines linesOf(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    end += text::lineEndingAt(text.substr(end));
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// Among more differing lines than this, finding the least would take too long.
constexpr int mostDifferences = 1000;

using Numbers = std::span<const int>;  // the same for lines that are the same

/// Myers, «An O(ND) difference algorithm» (1986); nullopt where too many lines differ.
std::optional<std::vector<Hunk>> leastHunks(Numbers a, Numbers b) {
  int n = static_cast<int>(a.size());
  int m = static_cast<int>(b.size());
  int most = std::min(n + m, mostDifferences);
  std::vector<std::vector<int>> furthest;  // after d differences, by diagonal −d … d
  std::vector<int> x(static_cast<std::size_t>(2 * most + 3), 0);
  auto at = [&](int k) -> int& { return x[static_cast<std::size_t>(k + most + 1)]; };
  auto equal = [&](int i, int j) {
    return a[static_cast<std::size_t>(i)] == b[static_cast<std::size_t>(j)];
  };
  bool found = false;
  for (int d = 0; d <= most && !found; ++d) {
    for (int k = -d; k <= d && !found; k += 2) {
      int i = k == -d || (k != d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
      int j = i - k;
      while (i < n && j < m && equal(i, j)) ++i, ++j;
      at(k) = i;
      found = i >= n && j >= m;
    }
    furthest.emplace_back(x.begin() + most + 1 - d, x.begin() + most + 2 + d);
  }
  if (!found) return std::nullopt;

  // Back from the end: which lines went and which came.
  std::vector<bool> gone(a.size()), come(b.size());
  int i = n;
  int j = m;
  for (int d = static_cast<int>(furthest.size()) - 1; d > 0; --d) {
    const std::vector<int>& before = furthest[static_cast<std::size_t>(d - 1)];
    auto was = [&](int k) {
      int index = k + d - 1;
      return index < 0 || index >= static_cast<int>(before.size())
                 ? -1
                 : before[static_cast<std::size_t>(index)];
    };
    int k = i - j;
    bool down = k == -d || (k != d && was(k - 1) < was(k + 1));
    int from = down ? k + 1 : k - 1;
    int startI = was(from);
    int startJ = startI - from;
    if (down)
      come[static_cast<std::size_t>(startJ)] = true;
    else
      gone[static_cast<std::size_t>(startI)] = true;
    i = startI;
    j = startJ;
  }
  std::vector<Hunk> hunks;
  for (std::size_t p = 0, q = 0; p < a.size() || q < b.size();) {
    Hunk hunk{p, 0, q, 0};
    while (p < a.size() && gone[p]) ++p, ++hunk.removed;
    while (q < b.size() && come[q]) ++q, ++hunk.added;
    if (hunk.removed + hunk.added > 0) hunks.push_back(hunk);
    if (p < a.size() && q < b.size() && !gone[p] && !come[q]) ++p, ++q;
  }
  return hunks;
}

/// Pairs of places of the lines that are there once in both texts, in the same order in both.
std::vector<std::pair<std::size_t, std::size_t>> anchors(Numbers a, Numbers b) {
  struct Places {
    std::size_t inA = 0, timesInA = 0, inB = 0, timesInB = 0;
  };
  std::unordered_map<int, Places> places;
  for (std::size_t i = 0; i < a.size(); ++i) places[a[i]].inA = i, ++places[a[i]].timesInA;
  for (std::size_t i = 0; i < b.size(); ++i) places[b[i]].inB = i, ++places[b[i]].timesInB;
  // The longest run of them that rises in b too, as in patience sorting.
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  struct Candidate {
    std::size_t inA, inB, before;
  };
  std::vector<Candidate> all;
  std::vector<std::size_t> ends;  // the candidate that ends the best run of each length
  for (std::size_t i = 0; i < a.size(); ++i) {
    const Places& at = places[a[i]];
    if (at.timesInA != 1 || at.timesInB != 1) continue;
    auto end =
        std::ranges::lower_bound(ends, at.inB, {}, [&](std::size_t c) { return all[c].inB; });
    all.push_back({i, at.inB, end == ends.begin() ? none : *std::prev(end)});
    if (end == ends.end())
      ends.push_back(all.size() - 1);
    else
      *end = all.size() - 1;
  }
  std::vector<std::pair<std::size_t, std::size_t>> out;
  for (std::size_t c = ends.empty() ? none : ends.back(); c != none; c = all[c].before)
    out.emplace_back(all[c].inA, all[c].inB);
  std::ranges::reverse(out);
  return out;
}

/// The least, or where that would take too long, the least between lines that are there once.
std::vector<Hunk> compare(Numbers a, Numbers b) {
  if (auto least = leastHunks(a, b)) return std::move(*least);
  std::vector<Hunk> out;
  std::size_t i = 0;
  std::size_t j = 0;
  auto between = [&](std::size_t endA, std::size_t endB) {
    Numbers ofA = a.subspan(i, endA - i);
    Numbers ofB = b.subspan(j, endB - j);
    auto least = leastHunks(ofA, ofB);
    if (!least) least = std::vector<Hunk>{{0, ofA.size(), 0, ofB.size()}};
    for (const Hunk& hunk : *least)
      out.push_back({hunk.before + i, hunk.removed, hunk.after + j, hunk.added});
  };
  for (auto [inA, inB] : anchors(a, b)) {
    between(inA, inB);
    i = inA + 1;
    j = inB + 1;
  }
  between(a.size(), b.size());
  return out;
}

/// True if an editor may put a cursor before byte `at`.
bool isBoundary(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  return (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 &&
         !(text[at - 1] == '\r' && text[at] == '\n');
}

/// One replacement without what both texts begin and end with.
void replace(std::vector<TextEdit>& edits, std::uint32_t offset, std::string_view before,
             std::string_view after) {
  if (before == after) return;
  auto front = static_cast<std::size_t>(std::ranges::mismatch(before, after).in1 - before.begin());
  while (!isBoundary(before, front) || !isBoundary(after, front)) --front;
  std::size_t most = std::min(before.size(), after.size()) - front;
  std::size_t back = 0;
  while (back < most && before[before.size() - back - 1] == after[after.size() - back - 1]) ++back;
  while (!isBoundary(before, before.size() - back) || !isBoundary(after, after.size() - back))
    --back;
  edits.push_back({{offset + static_cast<std::uint32_t>(front),
                    offset + static_cast<std::uint32_t>(before.size() - back)},
                   std::string(after.substr(front, after.size() - front - back))});
}

}  // namespace

std::vector<Hunk> hunksOf(const Lines& a, const Lines& b) {
  std::size_t front = 0;
  while (front < a.size() && front < b.size() && a[front] == b[front]) ++front;
  std::size_t back = 0;
  while (back < std::min(a.size(), b.size()) - front &&
         a[a.size() - back - 1] == b[b.size() - back - 1])
    ++back;
  std::unordered_map<std::string_view, int> numbers;
  auto numbered = [&](const Lines& lines) {
    std::vector<int> out;
    for (std::size_t i = front; i < lines.size() - back; ++i)
      out.push_back(numbers.try_emplace(lines[i], static_cast<int>(numbers.size())).first->second);
    return out;
  };
  std::vector<Hunk> hunks = compare(numbered(a), numbered(b));
  for (Hunk& hunk : hunks) {
    hunk.before += front;
    hunk.after += front;
  }
  return hunks;
}

std::vector<TextEdit> minimalEdits(const text::Text& before, std::string_view after) {
  std::string text = before.str();
  Lines a = linesOf(text);
  Lines b = linesOf(after);
  auto joined = [](const Lines& lines, std::size_t first, std::size_t count) {
    if (count == 0) return std::string_view{};
    const char* start = lines[first].data();
    const std::string_view& last = lines[first + count - 1];
    return std::string_view(start, static_cast<std::size_t>(last.data() + last.size() - start));
  };
  auto offset = [&](std::size_t line) {
    return line < a.size() ? static_cast<std::uint32_t>(a[line].data() - text.data())
                           : static_cast<std::uint32_t>(text.size());
  };
  std::vector<TextEdit> edits;
  for (const Hunk& hunk : hunksOf(a, b)) {
    if (hunk.removed == hunk.added) {
      for (std::size_t i = 0; i < hunk.removed; ++i)
        replace(edits, offset(hunk.before + i), a[hunk.before + i], b[hunk.after + i]);
    } else {
      replace(edits, offset(hunk.before), joined(a, hunk.before, hunk.removed),
              joined(b, hunk.after, hunk.added));
    }
  }
  return edits;
}

}  // namespace journey::lint
