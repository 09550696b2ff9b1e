#include "features/skeleton.hpp"

#include <algorithm>

#include "features/indentation.hpp"

namespace journey::features {

namespace {

using syntax::Construct;

/// What a block is hardly complete without.
std::vector<Construct> entriesOf(Construct head) {
  using enum Construct;
  if (head == Touchpoint) return {Channel, Action, Thought, Emotion};
  if (head == Persona) return {Need, Goal};
  return {};
}

}  // namespace

std::vector<SkeletonLine> linesOf(const Skeleton& skeleton) {
  std::vector<SkeletonLine> lines;
  auto add = [&](std::size_t level, Construct c, std::string_view text = {}, bool gap = false) {
    lines.push_back({level, locale::keyword(c, skeleton.language), text, gap});
  };
  add(0, skeleton.head);
  for (Construct c : entriesOf(skeleton.head)) add(1, c);
  if (skeleton.head == Construct::Phase) {
    add(1, Construct::Touchpoint);
    for (Construct c : entriesOf(Construct::Touchpoint)) add(2, c);
  }
  if (skeleton.head == Construct::Journey) {
    if (skeleton.model) add(1, Construct::Model, skeleton.model->id);
    add(1, Construct::Goal);
    add(0, Construct::Persona, {}, true);
    add(1, Construct::Need);
    if (skeleton.model)
      for (const locale::ModelPhase& phase : skeleton.model->phases) {
        add(0, Construct::Phase, phase.in(skeleton.language).front(), true);
        add(1, Construct::Touchpoint);
      }
  }
  return lines;
}

std::string snippetOf(const Skeleton& skeleton, std::string_view unit) {
  std::vector<SkeletonLine> lines = linesOf(skeleton);
  std::size_t left =
      static_cast<std::size_t>(std::ranges::count(lines, std::string_view{}, &SkeletonLine::text));
  std::string out;
  int stop = 0;
  for (const SkeletonLine& line : lines) {
    if (!out.empty()) out += line.gap ? "\n\n" : "\n";
    out += repeated(unit, line.level) + snippetText(line.keyword) + ": ";
    out += !line.text.empty() ? snippetText(line.text)
           : --left == 0      ? std::string("$0")
                              : "$" + std::to_string(++stop);
  }
  return out;
}

std::string plainTextOf(const Skeleton& skeleton) {
  std::string out;
  for (const SkeletonLine& line : linesOf(skeleton)) {
    if (!out.empty()) out += line.gap ? "\n\n" : "\n";
    out += repeated(usualUnit, line.level) + std::string(line.keyword) + ": " +
           (line.text.empty() ? "…" : std::string(line.text));
  }
  return out;
}

std::string snippetText(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '$' || c == '}' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

}  // namespace journey::features
