// Finds the first of equal things among many by their hashes, with one allocation for all: checks
// that compare whole maps do it at every keystroke (tests/bench: a third of the time of a map of
// nodes).
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace journey::lint {

class FirstSeen {
 public:
  /// For at most `count` things.
  explicit FirstSeen(std::size_t count = 0) : slots_(std::bit_ceil(2 * count + 2)) {}

  /// The place of the first equal thing, after adding this one; `same(place)` compares with one
  /// whose hash is equal.
  template <typename Same>
  std::size_t add(std::size_t hash, std::size_t place, Same same) {
    Slot& slot = find(hash, same);
    if (!slot.used) slot = {hash, static_cast<std::uint32_t>(place), true};
    return slot.place;
  }
  template <typename Same>
  std::optional<std::size_t> operator()(std::size_t hash, Same same) const {
    const Slot& slot = const_cast<FirstSeen*>(this)->find(hash, same);
    return slot.used ? std::optional<std::size_t>(slot.place) : std::nullopt;
  }

 private:
  struct Slot {
    std::size_t hash = 0;
    std::uint32_t place = 0;
    bool used = false;
  };

  template <typename Same>
  Slot& find(std::size_t hash, Same same) {
    for (std::size_t at = hash;; ++at) {
      Slot& slot = slots_[at & (slots_.size() - 1)];
      if (!slot.used || (slot.hash == hash && same(slot.place))) return slot;
    }
  }

  std::vector<Slot> slots_;
};

}  // namespace journey::lint
