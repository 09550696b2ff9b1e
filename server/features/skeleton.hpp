// Whole blocks to begin with: their lines, and the places in them that are to be filled in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "locale/vocabulary.hpp"

namespace journey::features {

struct Skeleton {
  syntax::Construct head = syntax::Construct::Touchpoint;  // of a block
  locale::Language language = locale::Language::En;
  const locale::PhaseModel* model = nullptr;  // of a journey: it gets that model's phases
};

struct SkeletonLine {
  std::size_t level = 0;  // from the head's
  std::string_view keyword;
  std::string_view text;  // empty: to be filled in
  bool gap = false;       // a blank line before it
};

std::vector<SkeletonLine> linesOf(const Skeleton& skeleton);

/// As a snippet of the protocol: $1, $2 … where something is to be filled in, $0 the last of them.
/// Lines behind the first are indented from the head on.
std::string snippetOf(const Skeleton& skeleton, std::string_view unit);

/// As it looks when nothing is filled in yet.
std::string plainTextOf(const Skeleton& skeleton);

/// Text that stands for itself inside a snippet.
std::string snippetText(std::string_view text);

}  // namespace journey::features
