// Finding a name by some of its letters.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace journey::text {

/// A query, read once for many names.
class FuzzyQuery {
 public:
  explicit FuzzyQuery(std::string_view query);
  /// How well a name fits (more is better), or nullopt if the letters of the query do not stand in
  /// it in that order. Starts of words, neighbours and short names count; a letter that has marks
  /// in the name but not in the query (`a` for `å`, `ae` for `æ`) counts less. `folded` as by
  /// `fold`.
  std::optional<int> score(std::string_view folded) const;

 private:
  std::vector<char32_t> letters_;
};

}  // namespace journey::text
